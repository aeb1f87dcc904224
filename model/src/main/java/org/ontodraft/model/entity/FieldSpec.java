package org.ontodraft.model.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field an entity type knows.
 *
 * @param name the member name in the document
 * @param target what a {@link FieldKind#KEY} or {@link FieldKind#KEY_SET} refers to, else null
 * @param choices the values of a {@link FieldKind#CHOICE}, else empty
 * @param required whether a document without the field is incomplete
 */
public record FieldSpec(
    String name,
    FieldKind kind,
    @Nullable EntityType target,
    List<String> choices,
    boolean required) {
  public FieldSpec {
    choices = List.copyOf(choices);
    if ((kind == FieldKind.KEY || kind == FieldKind.KEY_SET) && target == null) {
      throw new IllegalArgumentException(name + " needs a target");
    }
  }

  /** A field that holds no key and no choice. */
  public static FieldSpec of(String name, FieldKind kind, boolean required) {
    return new FieldSpec(name, kind, null, List.of(), required);
  }

  /** Whether the order of the field's items means nothing. */
  public boolean isSet() {
    return kind == FieldKind.KEY_SET || kind == FieldKind.STRING_SET;
  }
}
