package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.JsonNode;

/**
 * A text in a field and where it is.
 *
 * @param pointer the JSON Pointer of the field, or of the item when the field is a list
 */
record ItemPlace(String text, String pointer) {
  /** The texts of a field that is a text or a list. */
  static List<ItemPlace> of(FieldSpec field, EntityDocument document) {
    String pointer = "/" + field.name();
    List<ItemPlace> items = new ArrayList<>();
    JsonNode value = document.get(field.name());
    if (value == null) {
      return items;
    }
    if (value.isString()) {
      items.add(new ItemPlace(value.stringValue(), pointer));
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      JsonNode item = value.get(i);
      if (item.isString()) {
        items.add(new ItemPlace(item.stringValue(), pointer + "/" + i));
      }
    }
    return items;
  }
}
