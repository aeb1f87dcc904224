package org.ontodraft.model.patch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.patch.PatchProblem.Reason;
import tools.jackson.databind.JsonNode;

/** One operation of a patch (RFC 6902 section 4), checked before it is carried out. */
record Operation(
    int index, String op, JsonPointer path, JsonPointer from, @Nullable JsonNode value) {
  private static final String TEST = "test";

  /** Numbers are equal by value (section 4.6): 1 and 1.0 are. */
  private static final Comparator<JsonNode> BY_VALUE =
      (left, right) -> {
        if (left.equals(right)) {
          return 0;
        }
        boolean numbers = left.isNumber() && right.isNumber();
        return numbers ? left.decimalValue().compareTo(right.decimalValue()) : 1;
      };

  /**
   * Reads the operation at a place in a patch.
   *
   * @throws IllegalArgumentException when this is not an operation
   */
  static Operation read(int index, JsonNode json) {
    String op = text(json, "op");
    JsonPointer path = JsonPointer.parse(text(json, "path"));
    JsonPointer from = path;
    switch (op) {
      case "add", "replace", TEST -> {
        if (!json.has("value")) {
          throw new IllegalArgumentException(op + " has no value");
        }
      }
      case "move", "copy" -> {
        from = JsonPointer.parse(text(json, "from"));
        if (op.equals("move") && isInside(path.tokens(), from.tokens())) {
          throw new IllegalArgumentException("a value cannot move into itself");
        }
      }
      case "remove" -> {}
      default -> throw new IllegalArgumentException("no operation: " + op);
    }
    return new Operation(index, op, path, from, json.get("value"));
  }

  private static boolean isInside(List<String> place, List<String> other) {
    return other.size() < place.size() && place.subList(0, other.size()).equals(other);
  }

  private static String text(JsonNode operation, String member) {
    JsonNode value = operation.get(member);
    if (!operation.isObject() || value == null || !value.isString()) {
      throw new IllegalArgumentException("an operation needs " + member + " as a string");
    }
    return value.stringValue();
  }

  /** Whether the operation only looks. */
  boolean isTest() {
    return op.equals(TEST);
  }

  /** Why the operation cannot be carried out on this document, if it cannot. */
  Optional<PatchProblem> problemOn(JsonNode document) {
    return switch (op) {
      case "add" -> problemWithTarget(document);
      case "copy" -> missing(from, document).or(() -> problemWithTarget(document));
      case "move" ->
          from.equals(path)
              ? missing(from, document)
              : missing(from, document).or(() -> problemWithTarget(document, from));
      case TEST -> missing(path, document).or(() -> differs(document));
      default -> missing(path, document);
    };
  }

  private Optional<PatchProblem> differs(JsonNode document) {
    JsonNode found = at(path, document);
    return found != null && found.equals(BY_VALUE, value)
        ? Optional.empty()
        : problem(path, Reason.TEST);
  }

  private Optional<PatchProblem> missing(JsonPointer pointer, JsonNode document) {
    JsonNode at = document;
    for (String token : pointer.tokens()) {
      JsonNode next = step(at, token);
      if (next == null) {
        return problem(pointer, reasonAt(at, token));
      }
      at = next;
    }
    return Optional.empty();
  }

  private static Reason reasonAt(JsonNode container, String token) {
    if (container.isArray()) {
      return index(token) < 0 ? Reason.INDEX : Reason.MISSING;
    }
    return container.isObject() ? Reason.MISSING : Reason.TYPE;
  }

  private Optional<PatchProblem> problemWithTarget(JsonNode document) {
    return problemWithTarget(document, null);
  }

  /**
   * @param removed what a move takes away first; the target's indexes are those after it
   */
  private Optional<PatchProblem> problemWithTarget(
      JsonNode document, @Nullable JsonPointer removed) {
    if (path.tokens().isEmpty()) {
      return Optional.empty();
    }
    JsonPointer parent = path.parent();
    Optional<PatchProblem> missing = missing(parent, document);
    JsonNode container = at(parent, document);
    if (missing.isPresent() || container == null) {
      return missing.map(problem -> new PatchProblem(index, op, path, problem.reason()));
    }
    if (container.isObject()) {
      return Optional.empty();
    }
    if (!container.isArray()) {
      return problem(path, Reason.TYPE);
    }
    String token = path.tokens().getLast();
    boolean shrinks =
        removed != null && !removed.tokens().isEmpty() && removed.parent().equals(parent);
    int size = container.size() - (shrinks ? 1 : 0);
    int place = token.equals("-") ? size : index(token);
    return place < 0 || place > size ? problem(path, Reason.INDEX) : Optional.empty();
  }

  private Optional<PatchProblem> problem(JsonPointer pointer, Reason reason) {
    return Optional.of(new PatchProblem(index, op, pointer, reason));
  }

  private static @Nullable JsonNode at(JsonPointer pointer, JsonNode document) {
    JsonNode at = document;
    for (String token : pointer.tokens()) {
      JsonNode next = step(at, token);
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at;
  }

  /** RFC 6901 section 4. */
  private static @Nullable JsonNode step(JsonNode container, String token) {
    if (container.isArray()) {
      int index = index(token);
      return index < 0 ? null : container.get(index);
    }
    return container.isObject() ? container.get(token) : null;
  }

  /** The index a token is, without leading zeros, or -1. */
  private static int index(String token) {
    return token.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(token) : -1;
  }
}
