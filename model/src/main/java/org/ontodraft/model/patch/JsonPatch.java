package org.ontodraft.model.patch;

import com.flipkart.zjsonpatch.CompatibilityFlags;
import com.flipkart.zjsonpatch.Jackson3JsonPatch;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.patch.PatchProblem.Reason;
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

  private final ArrayNode json;
  private final List<Operation> operations;

  private JsonPatch(ArrayNode json) {
    this.json = json;
    List<Operation> read = new ArrayList<>(json.size());
    for (JsonNode operation : json) {
      read.add(Operation.read(read.size(), operation));
    }
    this.operations = List.copyOf(read);
  }

  /**
   * The minimal readable patch from one document to another; null stands for absent. Members are
   * compared one by one; lists by the longest common subsequence, or replaced whole when more than
   * half of the items differ or nothing but their order does.
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
    return new JsonPatch(list);
  }

  /** Whether the patch changes nothing. */
  public boolean isEmpty() {
    return operations.isEmpty();
  }

  /** Whether it only gives fields of the document other values, whatever they had before. */
  public boolean setsWholeFields() {
    return operations.stream()
        .allMatch(
            operation -> operation.op().equals("replace") && operation.path().tokens().size() == 1);
  }

  /** The members of the root object that the operations touch, in order. */
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    for (Operation operation : operations) {
      if (operation.op().equals("move")) {
        addField(fields, operation.from());
      }
      addField(fields, operation.path());
    }
    return fields;
  }

  private static void addField(Set<String> fields, JsonPointer pointer) {
    if (!pointer.tokens().isEmpty()) {
      fields.add(pointer.tokens().getFirst());
    }
  }

  /**
   * The result of the patch on a document; the argument is unchanged. All operations or none.
   *
   * @throws PatchDoesNotApplyException naming the first operation that cannot be carried out
   */
  public JsonNode apply(JsonNode document) throws PatchDoesNotApplyException {
    JsonNode result = document.deepCopy();
    for (Operation operation : operations) {
      Optional<PatchProblem> problem = operation.problemOn(result);
      if (problem.isPresent()) {
        throw new PatchDoesNotApplyException(problem.get());
      }
      result = carryOut(operation, result);
    }
    return result;
  }

  /**
   * The result on an entity's document, null standing for absent on both sides.
   *
   * @throws PatchDoesNotApplyException also when the result is not an object
   */
  public @Nullable EntityDocument applyTo(@Nullable EntityDocument document)
      throws PatchDoesNotApplyException {
    JsonNode result = apply(root(document));
    if (result instanceof ObjectNode object) {
      return EntityDocument.of(object);
    }
    if (result instanceof NullNode) {
      return null;
    }
    int last = operations.size() - 1;
    throw new PatchDoesNotApplyException(
        new PatchProblem(last, operations.get(last).op(), JsonPointer.ROOT, Reason.RESULT));
  }

  /** Why the patch does not apply to an entity's document, if it does not. */
  public Optional<PatchProblem> problemOn(@Nullable EntityDocument document) {
    try {
      applyTo(document);
      return Optional.empty();
    } catch (PatchDoesNotApplyException e) {
      return Optional.of(e.problem());
    }
  }

  /**
   * The patch that takes this one back from what it makes of a document.
   *
   * @throws PatchDoesNotApplyException when this one does not apply to the document
   */
  public JsonPatch inverse(@Nullable EntityDocument document) throws PatchDoesNotApplyException {
    return between(applyTo(document), document);
  }

  /**
   * This patch for somebody whose document may be another: before each operation that replaces or
   * removes a value, a {@code test} that the value is what it is here (RFC 6902 section 4.6).
   *
   * @throws PatchDoesNotApplyException when the patch does not apply to the document
   */
  public JsonPatch guarded(@Nullable EntityDocument document) throws PatchDoesNotApplyException {
    ArrayNode guarded = JsonNodeFactory.instance.arrayNode();
    JsonNode now = root(document).deepCopy();
    for (Operation operation : operations) {
      Optional<PatchProblem> problem = operation.problemOn(now);
      if (problem.isPresent()) {
        throw new PatchDoesNotApplyException(problem.get());
      }
      boolean takesAway = operation.op().equals("replace") || operation.op().equals("remove");
      if (takesAway) {
        guarded
            .addObject()
            .put("op", "test")
            .put("path", operation.path().toString())
            .set("value", now.at(operation.path().toString()).deepCopy());
      }
      guarded.add(json.get(operation.index()).deepCopy());
      now = carryOut(operation, now);
    }
    return new JsonPatch(guarded);
  }

  /** This patch without its {@code test} operations. */
  public JsonPatch withoutTests() {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (Operation operation : operations) {
      if (!operation.isTest()) {
        kept.add(json.get(operation.index()));
      }
    }
    return kept.size() == operations.size() ? this : new JsonPatch(kept);
  }

  /**
   * What is left of the patch's intention on a document it does not apply to: operations that
   * cannot be carried out are left out, but a missing member that one would replace is added.
   */
  public EntityDocument intended(EntityDocument document) {
    JsonNode result = document.json().deepCopy();
    for (Operation operation : operations) {
      if (operation.problemOn(result).isEmpty()) {
        // A step that makes no object of the whole is left out, so it works on a copy.
        JsonNode next =
            operation.path().tokens().isEmpty() || operation.from().tokens().isEmpty()
                ? carryOut(operation, result.deepCopy())
                : carryOut(operation, result);
        result = next.isObject() ? next : result;
      } else if (operation.op().equals("replace") && operation.path().tokens().size() == 1) {
        ((ObjectNode) result).set(operation.path().tokens().getFirst(), value(operation));
      }
    }
    return EntityDocument.of((ObjectNode) result);
  }

  /** One operation that has no problem, in place as far as the root allows it. */
  private JsonNode carryOut(Operation operation, JsonNode document) {
    if (operation.isTest()) {
      return document;
    }
    if (operation.path().tokens().isEmpty()) {
      return switch (operation.op()) {
        case "remove" -> JsonNodeFactory.instance.nullNode();
        case "move", "copy" -> document.at(operation.from().toString()).deepCopy();
        default -> value(operation);
      };
    }
    // The library puts the patch's own values into the document, where they may be changed.
    ArrayNode one =
        JsonNodeFactory.instance.arrayNode().add(json.get(operation.index()).deepCopy());
    Jackson3JsonPatch.applyInPlace(
        one, document, EnumSet.of(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT));
    return document;
  }

  private static JsonNode value(Operation operation) {
    return Objects.requireNonNull(operation.value()).deepCopy();
  }

  /** The patch as a JSON array of the caller's own. */
  public JsonNode toTree() {
    return json.deepCopy();
  }

  /** The patch as compact JSON text. */
  public String toJson() {
    return MAPPER.writeValueAsString(json);
  }

  /** The patch as JSON text with one operation a line, for people. */
  public String toReadableJson() {
    if (operations.isEmpty()) {
      return "[]";
    }
    return json.valueStream()
        .map(MAPPER::writeValueAsString)
        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonPatch patch && json.equals(patch.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return toJson();
  }
}
