package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ontodraft.model.diff.Alignment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Which item of a list each item of the changed list is written over: an equal one; else, between
 * two equal ones, an object of the same {@code name} or {@code id}; else the one in the same place.
 */
final class ItemPartners {
  private static final int NONE = -1;

  private ItemPartners() {}

  /** For each item of {@code after} the index of its item in {@code before}, or -1; ascending. */
  static int[] of(ArrayNode before, ArrayNode after) {
    int[] partners = new int[after.size()];
    Arrays.fill(partners, NONE);
    List<JsonNode> old = List.copyOf(before.values());
    List<JsonNode> changed = List.copyOf(after.values());
    for (Alignment.Block block : Alignment.of(old, changed).blocks()) {
      if (block.same()) {
        pairUp(block, partners);
      } else {
        pairByName(
            old.subList(block.leftStart(), block.leftEnd()),
            changed.subList(block.rightStart(), block.rightEnd()),
            block,
            partners);
      }
    }
    return partners;
  }

  private static void pairByName(
      List<JsonNode> old, List<JsonNode> changed, Alignment.Block outer, int[] partners) {
    for (Alignment.Block inner : Alignment.of(names(old, "old"), names(changed, "new")).blocks()) {
      pairUp(
          new Alignment.Block(
              inner.same(),
              outer.leftStart() + inner.leftStart(),
              outer.leftStart() + inner.leftEnd(),
              outer.rightStart() + inner.rightStart(),
              outer.rightStart() + inner.rightEnd()),
          partners);
    }
  }

  /** What each item is known by; one that has no name is like no other. */
  private static List<List<String>> names(List<JsonNode> items, String side) {
    List<List<String>> names = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonNode name = items.get(i).path("name");
      JsonNode known = name.isString() ? name : items.get(i).path("id");
      names.add(
          known.isString() ? List.of(known.stringValue()) : List.of(side, Integer.toString(i)));
    }
    return names;
  }

  private static void pairUp(Alignment.Block block, int[] partners) {
    int pairs =
        Math.min(block.leftEnd() - block.leftStart(), block.rightEnd() - block.rightStart());
    for (int i = 0; i < pairs; i++) {
      partners[block.rightStart() + i] = block.leftStart() + i;
    }
  }
}
