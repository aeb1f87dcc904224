package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A value that a resource has of a property.
 *
 * @param text the value as a wiki would show it
 * @param scalar whether it is a text, a number or a truth value
 */
record ValuePlace(String text, String pointer, boolean scalar) {
  /** The values in the order of the document. */
  static List<ValuePlace> of(EntityDocument resource, EntityKey property) {
    JsonNode value = resource.get(property.key());
    String pointer = pointer(property);
    List<ValuePlace> places = new ArrayList<>();
    if (value == null) {
      return places;
    }
    if (!value.isArray()) {
      places.add(place(value, pointer));
      return places;
    }
    for (int i = 0; i < value.size(); i++) {
      places.add(place(value.path(i), pointer + "/" + i));
    }
    return places;
  }

  /** The place of a property's member in a resource. */
  static String pointer(EntityKey property) {
    return JsonPointer.ofField(property.key()).toString();
  }

  private static ValuePlace place(JsonNode value, String pointer) {
    boolean scalar = value.isString() || value.isNumber() || value.isBoolean();
    return new ValuePlace(
        value.isString() ? value.stringValue() : value.toString(), pointer, scalar);
  }
}
