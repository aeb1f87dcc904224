package org.ontodraft.model.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    if (text.isEmpty()) {
      return ROOT;
    }
    if (text.charAt(0) != '/') {
      throw new IllegalArgumentException("a pointer starts with /: " + text);
    }
    List<String> tokens = new ArrayList<>();
    for (String token : text.substring(1).split("/", -1)) {
      tokens.add(unescape(token));
    }
    return new JsonPointer(tokens);
  }

  private static String unescape(String token) {
    if (token.indexOf('~') < 0) {
      return token;
    }
    for (int i = token.indexOf('~'); i >= 0; i = token.indexOf('~', i + 1)) {
      if (i + 1 == token.length() || "01".indexOf(token.charAt(i + 1)) < 0) {
        throw new IllegalArgumentException("~ must be written ~0 or ~1: " + token);
      }
    }
    // ~1 first: in the other order "~01" would become "/" instead of "~1".
    return token.replace("~1", "/").replace("~0", "~");
  }

  /** The pointer to a member or item of what this one points to. */
  public JsonPointer child(String token) {
    List<String> longer = new ArrayList<>(tokens);
    longer.add(token);
    return new JsonPointer(longer);
  }

  /**
   * The pointer to what holds the member or item this one points to.
   *
   * @throws IllegalStateException when this is the whole document
   */
  public JsonPointer parent() {
    if (tokens.isEmpty()) {
      throw new IllegalStateException("the whole document is in nothing");
    }
    return new JsonPointer(tokens.subList(0, tokens.size() - 1));
  }

  /** The string form, escaped as RFC 6901 section 3 says. */
  @Override
  public String toString() {
    return tokens.stream()
        .map(token -> "/" + token.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }
}
