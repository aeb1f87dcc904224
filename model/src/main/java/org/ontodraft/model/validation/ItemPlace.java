package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.ontology.EntityReference;
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

  /** Where a reference stands, known without the document: an item when the field is a list. */
  static String of(EntityReference reference) {
    String field = reference.pointer().substring(1);
    boolean list =
        EntityFields.find(reference.source().type(), field)
            .filter(spec -> spec.kind() == FieldKind.KEY_SET)
            .isPresent();
    return list ? reference.pointer() + "/" + reference.position() : reference.pointer();
  }

  /** The field that holds this place, as a member name. */
  static String field(String pointer) {
    int end = pointer.indexOf('/', 1);
    String token = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    return token.replace("~1", "/").replace("~0", "~");
  }
}
