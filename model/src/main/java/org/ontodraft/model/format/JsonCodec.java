package org.ontodraft.model.format;

import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;

/**
 * Strict reading and format-preserving writing of JSON files (RFC 8259). Thread-safe.
 *
 * <p>Reading refuses duplicate member names, bytes that are not UTF-8, documents over 16 MiB,
 * strings over 4 MiB and nesting over 500; numbers keep their text. Writing changes only the lines
 * of the members that differ: indentation, one-line or exploded arrays, member order, escapes, line
 * ends and a missing final newline stay.
 */
public final class JsonCodec {
  /** The largest document, in bytes. */
  public static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

  /** The deepest nesting of arrays and objects. */
  public static final int MAX_DEPTH = 500;

  /** The longest string, in UTF-16 units. */
  public static final int MAX_STRING_LENGTH = 4 * 1024 * 1024;

  private JsonCodec() {}

  /** Reads an entity's file; path and blob id only go into problems. */
  public static DecodeResult decode(String path, String blobId, byte[] bytes) {
    throw new UnsupportedOperationException(path);
  }

  /**
   * Reads a text that {@link #decode} accepted before.
   *
   * @throws IllegalArgumentException when the text is not a JSON object after all
   */
  public static EntityDocument parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  /**
   * The text of a file that holds this document, as close to the original text as can be.
   *
   * @param original the file's present text, or null for a new file
   * @param sibling the text of a file of the same type whose style a new file follows, or null
   */
  public static String encode(
      @Nullable String original, EntityDocument document, @Nullable String sibling) {
    throw new UnsupportedOperationException();
  }
}
