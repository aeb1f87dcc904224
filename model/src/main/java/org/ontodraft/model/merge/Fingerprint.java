package org.ontodraft.model.merge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What three values were when a decision about them was taken, so that the decision is not used on
 * others. The order of members, and of the items of a set, does not count.
 *
 * @param sha256 in lower-case hexadecimal
 */
public record Fingerprint(String sha256) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException when this is no SHA-256 in lower-case hexadecimal
   */
  public Fingerprint {
    if (!SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no SHA-256: " + sha256);
    }
  }

  /** Of base, draft and canonical; null where a side has no value. */
  static Fingerprint of(boolean set, @Nullable JsonNode... values) {
    MessageDigest digest = digest();
    for (JsonNode value : values) {
      StringBuilder text = new StringBuilder();
      if (value != null) {
        write(value, set, text);
      }
      // No JSON text holds this character outside a string, nor unescaped within one.
      text.append('\0');
      digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
  }

  private static void write(JsonNode value, boolean set, StringBuilder text) {
    if (value.isObject()) {
      text.append('{');
      for (String name : new TreeSet<>(value.propertyNames())) {
        text.append(name.length()).append(':').append(name);
        write(value.path(name), false, text);
      }
      text.append('}');
    } else if (value.isArray() && set) {
      TreeSet<String> items = new TreeSet<>();
      for (JsonNode item : value) {
        StringBuilder each = new StringBuilder();
        write(item, false, each);
        items.add(each.toString());
      }
      text.append(items);
    } else if (value.isArray()) {
      text.append('[');
      for (JsonNode item : value) {
        write(item, false, text);
        text.append(',');
      }
      text.append(']');
    } else {
      text.append(value);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
