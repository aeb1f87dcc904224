package org.ontodraft.model.patch;

import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Patch (RFC 6902). Immutable. Patches that {@link #between} makes hold no {@code test},
 * {@code move} or {@code copy}; an absent document is the JSON null of the root.
 */
public final class JsonPatch {
  private JsonPatch() {}

  /**
   * The minimal readable patch from one document to another; null stands for absent. Members are
   * compared one by one; lists by the longest common subsequence, or replaced whole when more than
   * half of the items differ.
   */
  public static JsonPatch between(@Nullable EntityDocument from, @Nullable EntityDocument to) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads the JSON text of a patch.
   *
   * @throws IllegalArgumentException when it is not a patch as RFC 6902 section 4 defines it
   */
  public static JsonPatch parse(String json) {
    throw new UnsupportedOperationException(json);
  }

  /** Whether the patch changes nothing. */
  public boolean isEmpty() {
    throw new UnsupportedOperationException();
  }

  /** The result of the patch on a document; the argument is unchanged. All operations or none. */
  public JsonNode apply(JsonNode document) throws PatchDoesNotApplyException {
    throw new UnsupportedOperationException();
  }

  /** The result on an entity's document, null standing for absent on both sides. */
  public @Nullable EntityDocument applyTo(@Nullable EntityDocument document)
      throws PatchDoesNotApplyException {
    throw new UnsupportedOperationException();
  }

  /** The patch as compact JSON text. */
  public String toJson() {
    throw new UnsupportedOperationException();
  }

  /** The patch as JSON text with one operation a line, for people. */
  public String toReadableJson() {
    throw new UnsupportedOperationException();
  }
}
