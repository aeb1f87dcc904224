package org.ontodraft.model.patch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What RFC 6902 section 4 asks of one operation and the library behind the patch does not do. */
final class Operation {
  /** Numbers are equal by value (section 4.6): 1 and 1.0 are. */
  private static final Comparator<JsonNode> BY_VALUE =
      (left, right) -> {
        if (left.equals(right)) {
          return 0;
        }
        boolean numbers = left.isNumber() && right.isNumber();
        return numbers ? left.decimalValue().compareTo(right.decimalValue()) : 1;
      };

  private Operation() {}

  /**
   * @throws IllegalArgumentException when this is not an operation
   */
  static void check(JsonNode operation) {
    String op = text(operation, "op");
    JsonPointer path = JsonPointer.parse(text(operation, "path"));
    switch (op) {
      case "add", "replace", "test" -> {
        if (!operation.has("value")) {
          throw new IllegalArgumentException(op + " has no value");
        }
      }
      case "move", "copy" -> {
        List<String> from = JsonPointer.parse(text(operation, "from")).tokens();
        List<String> to = path.tokens();
        boolean inside = from.size() < to.size() && to.subList(0, from.size()).equals(from);
        if (op.equals("move") && inside) {
          throw new IllegalArgumentException("a value cannot move into itself");
        }
      }
      case "remove" -> {}
      default -> throw new IllegalArgumentException("no operation: " + op);
    }
  }

  private static String text(JsonNode operation, String member) {
    JsonNode value = operation.get(member);
    if (!operation.isObject() || value == null || !value.isString()) {
      throw new IllegalArgumentException("an operation needs " + member + " as a string");
    }
    return value.stringValue();
  }

  /** The pointers the operation names. */
  static List<JsonPointer> pointers(JsonNode operation) {
    List<JsonPointer> pointers = new ArrayList<>();
    if (text(operation, "op").equals("move")) {
      pointers.add(JsonPointer.parse(text(operation, "from")));
    }
    pointers.add(JsonPointer.parse(text(operation, "path")));
    return pointers;
  }

  static boolean isTest(JsonNode operation) {
    return text(operation, "op").equals("test");
  }

  /**
   * The library compares the numbers of a test as they are written, and takes the removal of {@code
   * /list/-}, the item behind the last, for done.
   */
  static boolean needsOwnCheck(JsonNode operation) {
    return isTest(operation) || existing(operation) instanceof JsonPointer pointer && last(pointer);
  }

  private static boolean last(JsonPointer pointer) {
    return !pointer.tokens().isEmpty() && pointer.tokens().getLast().equals("-");
  }

  /** The place that must exist for the operation, or null. */
  private static @Nullable JsonPointer existing(JsonNode operation) {
    return switch (text(operation, "op")) {
      case "remove", "replace" -> JsonPointer.parse(text(operation, "path"));
      case "move", "copy" -> JsonPointer.parse(text(operation, "from"));
      default -> null;
    };
  }

  static void requireExistingTarget(JsonNode operation, JsonNode document)
      throws PatchDoesNotApplyException {
    JsonPointer pointer = existing(operation);
    if (pointer != null) {
      resolve(pointer, document);
    }
  }

  static void test(JsonNode operation, JsonNode document) throws PatchDoesNotApplyException {
    JsonPointer path = JsonPointer.parse(text(operation, "path"));
    JsonNode found = resolve(path, document);
    if (!found.equals(BY_VALUE, operation.get("value"))) {
      throw new PatchDoesNotApplyException("test fails at " + path);
    }
  }

  /** RFC 6901 section 4. */
  private static JsonNode resolve(JsonPointer pointer, JsonNode document)
      throws PatchDoesNotApplyException {
    JsonNode value = document;
    for (String token : pointer.tokens()) {
      JsonNode next = null;
      if (value.isObject()) {
        next = value.get(token);
      } else if (value.isArray() && token.matches("0|[1-9][0-9]{0,8}")) {
        next = value.get(Integer.parseInt(token));
      }
      if (next == null) {
        throw new PatchDoesNotApplyException("nothing at " + pointer);
      }
      value = next;
    }
    return value;
  }

  /** The document with a member of the root set, when that is what the operation is about. */
  static ObjectNode setMember(JsonNode operation, ObjectNode document) {
    JsonPointer path = JsonPointer.parse(text(operation, "path"));
    if (text(operation, "op").equals("replace") && path.tokens().size() == 1) {
      ObjectNode result = document.deepCopy();
      result.set(path.tokens().getFirst(), operation.get("value").deepCopy());
      return result;
    }
    return document;
  }
}
