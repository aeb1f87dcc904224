package org.ontodraft.model.patch;

import java.util.List;

/**
 * A JSON Pointer (RFC 6901).
 *
 * @param tokens the unescaped reference tokens; none for the whole document
 */
public record JsonPointer(List<String> tokens) {
  /** The whole document. */
  public static final JsonPointer ROOT = new JsonPointer(List.of());

  public JsonPointer {
    tokens = List.copyOf(tokens);
  }

  /** The pointer to a member of the root object. */
  public static JsonPointer ofField(String name) {
    return new JsonPointer(List.of(name));
  }

  /**
   * Reads the string form.
   *
   * @throws IllegalArgumentException when the text does not follow RFC 6901 section 3
   */
  public static JsonPointer parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** The string form, escaped as RFC 6901 section 3 says. */
  @Override
  public String toString() {
    throw new UnsupportedOperationException();
  }
}
