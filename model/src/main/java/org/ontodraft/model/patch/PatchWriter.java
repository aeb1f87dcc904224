package org.ontodraft.model.patch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.ontodraft.model.diff.Alignment;
import org.ontodraft.model.diff.Alignment.Block;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the operations that lead from one JSON value to another. Array indexes are those at the
 * moment the operation is carried out.
 */
final class PatchWriter {
  private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

  private PatchWriter() {}

  static ArrayNode write(JsonNode from, JsonNode to) {
    PatchWriter writer = new PatchWriter();
    writer.value(JsonPointer.ROOT, from, to);
    return writer.operations;
  }

  private void value(JsonPointer path, JsonNode from, JsonNode to) {
    if (from.equals(to)) {
      return;
    }
    if (from instanceof ObjectNode before && to instanceof ObjectNode after) {
      members(path, before, after);
    } else if (from instanceof ArrayNode before && to instanceof ArrayNode after) {
      items(path, before, after);
    } else {
      operation("replace", path, to);
    }
  }

  private void members(JsonPointer path, ObjectNode from, ObjectNode to) {
    for (Map.Entry<String, JsonNode> member : from.properties()) {
      JsonNode after = to.get(member.getKey());
      JsonPointer child = path.child(member.getKey());
      if (after == null) {
        remove(child);
      } else {
        value(child, member.getValue(), after);
      }
    }
    for (Map.Entry<String, JsonNode> member : to.properties()) {
      if (!from.has(member.getKey())) {
        operation("add", path.child(member.getKey()), member.getValue());
      }
    }
  }

  private void items(JsonPointer path, ArrayNode from, ArrayNode to) {
    List<JsonNode> before = new ArrayList<>(from.values());
    List<JsonNode> after = new ArrayList<>(to.values());
    List<Block> blocks = Alignment.of(before, after).blocks();
    boolean mostlyNew = 2 * kept(blocks, before, after) < Math.max(before.size(), after.size());
    if (mostlyNew || onlyReordered(before, after)) {
      operation("replace", path, to);
      return;
    }
    for (Block block : blocks) {
      if (!block.same()) {
        stretch(path, block, before, after);
      }
    }
  }

  /** Of texts in another order, moving them one by one would say nothing to a reader. */
  private static boolean onlyReordered(List<JsonNode> before, List<JsonNode> after) {
    return before.size() == after.size()
        && before.stream().allMatch(JsonNode::isString)
        && new HashSet<>(before).equals(new HashSet<>(after));
  }

  /** Items that stay, and objects or arrays that can be compared inside. */
  private static int kept(List<Block> blocks, List<JsonNode> before, List<JsonNode> after) {
    int kept = 0;
    for (Block block : blocks) {
      for (int k = 0; k < paired(block); k++) {
        JsonNode old = before.get(block.leftStart() + k);
        if (block.same() || comparable(old, after.get(block.rightStart() + k))) {
          kept++;
        }
      }
    }
    return kept;
  }

  private static int paired(Block block) {
    return Math.min(block.leftEnd() - block.leftStart(), block.rightEnd() - block.rightStart());
  }

  private static boolean comparable(JsonNode before, JsonNode after) {
    return before.isObject() && after.isObject() || before.isArray() && after.isArray();
  }

  /** Everything before this stretch is done, so its items are where they are in the result. */
  private void stretch(JsonPointer path, Block block, List<JsonNode> before, List<JsonNode> after) {
    int paired = paired(block);
    for (int k = 0; k < paired; k++) {
      int index = block.rightStart() + k;
      value(item(path, index), before.get(block.leftStart() + k), after.get(index));
    }
    for (int k = block.leftStart() + paired; k < block.leftEnd(); k++) {
      remove(item(path, block.rightStart() + paired));
    }
    for (int index = block.rightStart() + paired; index < block.rightEnd(); index++) {
      operation("add", item(path, index), after.get(index));
    }
  }

  private static JsonPointer item(JsonPointer path, int index) {
    return path.child(Integer.toString(index));
  }

  private void operation(String op, JsonPointer path, JsonNode value) {
    operations.addObject().put("op", op).put("path", path.toString()).set("value", value);
  }

  private void remove(JsonPointer path) {
    operations.addObject().put("op", "remove").put("path", path.toString());
  }
}
