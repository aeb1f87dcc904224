package org.ontodraft.model.patch;

import com.flipkart.zjsonpatch.CompatibilityFlags;
import com.flipkart.zjsonpatch.Jackson3JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Patch (RFC 6902). Immutable. Patches that {@link #between} makes hold no {@code test},
 * {@code move} or {@code copy}; an absent document is the JSON null of the root.
 */
public final class JsonPatch {
  private static final int MAX_TEXT = 16 * 1024 * 1024;

  /** A document's 500 levels within the list of operations and the operation. */
  private static final int MAX_DEPTH = 502;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_TEXT)
                          .maxNameLength(MAX_TEXT)
                          .build())
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final ArrayNode operations;

  private JsonPatch(ArrayNode operations) {
    this.operations = operations;
  }

  /**
   * The minimal readable patch from one document to another; null stands for absent. Members are
   * compared one by one; lists by the longest common subsequence, or replaced whole when more than
   * half of the items differ.
   */
  public static JsonPatch between(@Nullable EntityDocument from, @Nullable EntityDocument to) {
    return new JsonPatch(PatchWriter.write(root(from), root(to)).deepCopy());
  }

  private static JsonNode root(@Nullable EntityDocument document) {
    return document == null ? JsonNodeFactory.instance.nullNode() : document.json();
  }

  /**
   * Reads the JSON text of a patch.
   *
   * @throws IllegalArgumentException when it is not a patch as RFC 6902 section 4 defines it
   */
  public static JsonPatch parse(String json) {
    JsonNode read;
    try {
      read = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
    if (!(read instanceof ArrayNode list)) {
      throw new IllegalArgumentException("a patch is a list of operations");
    }
    for (JsonNode operation : list) {
      Operation.check(operation);
    }
    return new JsonPatch(list);
  }

  /** Whether the patch changes nothing. */
  public boolean isEmpty() {
    return operations.isEmpty();
  }

  /** The members of the root object that the operations touch, in order. */
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    for (JsonNode operation : operations) {
      Operation.pointers(operation).stream()
          .filter(pointer -> !pointer.tokens().isEmpty())
          .forEach(pointer -> fields.add(pointer.tokens().getFirst()));
    }
    return fields;
  }

  /** The result of the patch on a document; the argument is unchanged. All operations or none. */
  public JsonNode apply(JsonNode document) throws PatchDoesNotApplyException {
    if (operations.valueStream().noneMatch(Operation::needsOwnCheck)) {
      // The library puts values of the patch into the result and may then change them.
      return applyAll(operations.deepCopy(), document);
    }
    JsonNode result = document;
    for (JsonNode operation : operations) {
      result = applyOne(operation, result);
    }
    return result;
  }

  /** The result on an entity's document, null standing for absent on both sides. */
  public @Nullable EntityDocument applyTo(@Nullable EntityDocument document)
      throws PatchDoesNotApplyException {
    JsonNode result = apply(root(document));
    if (result instanceof ObjectNode object) {
      return EntityDocument.of(object);
    }
    if (result instanceof NullNode) {
      return null;
    }
    throw new PatchDoesNotApplyException("the result is not an object");
  }

  /**
   * What is left of the patch's intention on a document it does not apply to: operations that
   * cannot be carried out are left out, but a missing member that one would replace is added.
   */
  public EntityDocument intended(EntityDocument document) {
    JsonNode result = document.json();
    for (JsonNode operation : operations) {
      try {
        JsonNode next = applyOne(operation, result);
        result = next.isObject() ? next : result;
      } catch (PatchDoesNotApplyException e) {
        // Expected here: this operation is the part of the patch that has no meaning any more.
        result = Operation.setMember(operation, (ObjectNode) result);
      }
    }
    return EntityDocument.of((ObjectNode) result);
  }

  private static JsonNode applyOne(JsonNode operation, JsonNode document)
      throws PatchDoesNotApplyException {
    if (Operation.isTest(operation)) {
      Operation.test(operation, document);
      return document;
    }
    Operation.requireExistingTarget(operation, document);
    return applyAll(JsonNodeFactory.instance.arrayNode().add(operation.deepCopy()), document);
  }

  private static JsonNode applyAll(ArrayNode operations, JsonNode document)
      throws PatchDoesNotApplyException {
    try {
      return Jackson3JsonPatch.apply(
          operations, document, EnumSet.of(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT));
    } catch (JsonPatchApplicationException
        | IllegalStateException
        | IllegalArgumentException
        | JacksonException e) {
      throw new PatchDoesNotApplyException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The patch as compact JSON text. */
  public String toJson() {
    return MAPPER.writeValueAsString(operations);
  }

  /** The patch as JSON text with one operation a line, for people. */
  public String toReadableJson() {
    if (operations.isEmpty()) {
      return "[]";
    }
    return operations
        .valueStream()
        .map(MAPPER::writeValueAsString)
        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonPatch patch && operations.equals(patch.operations);
  }

  @Override
  public int hashCode() {
    return operations.hashCode();
  }

  @Override
  public String toString() {
    return toJson();
  }
}
