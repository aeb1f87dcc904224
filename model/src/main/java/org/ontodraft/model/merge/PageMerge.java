package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Three-way merge of a dashboard's pages by name, their texts by line. */
final class PageMerge {
  private static final String NAME = "name";
  private static final String WIKITEXT = "wikitext";

  private final Map<String, ObjectNode> base;
  private final Map<String, ObjectNode> draft;
  private final Map<String, ObjectNode> canonical;

  private PageMerge(
      Map<String, ObjectNode> base,
      Map<String, ObjectNode> draft,
      Map<String, ObjectNode> canonical) {
    this.base = base;
    this.draft = draft;
    this.canonical = canonical;
  }

  /** The merged list, or nothing when a page or the order was changed differently on both sides. */
  static Optional<JsonNode> merge(@Nullable JsonNode base, JsonNode draft, JsonNode canonical) {
    Optional<Map<String, ObjectNode>> was = base == null ? Optional.of(Map.of()) : byName(base);
    return was.flatMap(before ->
        byName(draft)
            .flatMap(mine ->
                byName(canonical)
                    .flatMap(upstream -> new PageMerge(before, mine, upstream).run())));
  }

  /** The pages in order; nothing when a page has no name or a name occurs twice. */
  private static Optional<Map<String, ObjectNode>> byName(JsonNode list) {
    Map<String, ObjectNode> pages = new LinkedHashMap<>();
    for (JsonNode page : list) {
      if (!list.isArray()
          || !(page instanceof ObjectNode object)
          || !object.path(NAME).isString()
          || pages.put(object.path(NAME).stringValue(), object) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(pages);
  }

  private Optional<JsonNode> run() {
    Map<String, ObjectNode> merged = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>(canonical.keySet());
    names.addAll(draft.keySet());
    for (String name : names) {
      Page page = page(base.get(name), draft.get(name), canonical.get(name));
      if (page.conflict()) {
        return Optional.empty();
      }
      if (page.content() != null) {
        merged.put(name, page.content());
      }
    }
    return common(merged.keySet())
        .map(common -> {
          ArrayNode list = JsonNodeFactory.instance.arrayNode();
          ordered(common, merged.keySet()).forEach(name -> list.add(merged.get(name)));
          return list;
        });
  }

  /** A merged page; no content when it is gone. */
  private record Page(@Nullable ObjectNode content, boolean conflict) {}

  private static Page page(
      @Nullable ObjectNode was, @Nullable ObjectNode mine, @Nullable ObjectNode upstream) {
    if (Objects.equals(was, mine) || Objects.equals(mine, upstream)) {
      return new Page(upstream, false);
    }
    if (Objects.equals(was, upstream)) {
      return new Page(mine, false);
    }
    if (was == null || mine == null || upstream == null) {
      return new Page(null, true);
    }
    ObjectNode result = upstream.deepCopy();
    Set<String> members = new LinkedHashSet<>(mine.propertyNames());
    members.addAll(was.propertyNames());
    for (String member : members) {
      JsonNode before = was.get(member);
      JsonNode value = mine.get(member);
      JsonNode other = upstream.get(member);
      if (Objects.equals(before, value) || Objects.equals(value, other)) {
        continue;
      }
      if (!Objects.equals(before, other)) {
        Optional<JsonNode> text =
            member.equals(WIKITEXT) && value != null && other != null
                ? FieldMerge.lines(before, value, other)
                : Optional.empty();
        if (text.isEmpty()) {
          return new Page(null, true);
        }
        value = text.get();
      }
      if (value == null) {
        result.remove(member);
      } else {
        result.set(member, value);
      }
    }
    return new Page(result, false);
  }

  /** The pages that both sides have, in the order of the side that moved them, if only one did. */
  private Optional<List<String>> common(Set<String> left) {
    List<String> mine = within(draft, left, canonical);
    List<String> upstream = within(canonical, left, draft);
    if (mine.equals(upstream)) {
      return Optional.of(upstream);
    }
    List<String> before = base.keySet().stream().filter(Set.copyOf(mine)::contains).toList();
    if (upstream.equals(before)) {
      return Optional.of(mine);
    }
    return mine.equals(before) ? Optional.of(upstream) : Optional.empty();
  }

  private static List<String> within(
      Map<String, ObjectNode> side, Set<String> left, Map<String, ObjectNode> other) {
    return side.keySet().stream()
        .filter(name -> left.contains(name) && other.containsKey(name))
        .toList();
  }

  /**
   * New pages stay behind the page they were put behind. Where both sides put some, the run whose
   * first name sorts first comes first, whichever side it is from.
   */
  private List<String> ordered(List<String> common, Set<String> left) {
    List<List<String>> mine = runs(draft, common, left);
    List<List<String>> upstream = runs(canonical, common, left);
    List<String> order = new ArrayList<>();
    for (int i = 0; i <= common.size(); i++) {
      if (i > 0) {
        order.add(common.get(i - 1));
      }
      List<List<String>> here = new ArrayList<>(List.of(mine.get(i), upstream.get(i)));
      here.removeIf(List::isEmpty);
      here.sort(Comparator.comparing(List::getFirst));
      here.forEach(order::addAll);
    }
    return order;
  }

  /** A side's own pages that are left, by the place of the common page before them, from 1. */
  private static List<List<String>> runs(
      Map<String, ObjectNode> side, List<String> common, Set<String> left) {
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i <= common.size(); i++) {
      runs.add(new ArrayList<>());
    }
    Map<String, Integer> places = new HashMap<>();
    common.forEach(name -> places.put(name, places.size() + 1));
    int place = 0;
    for (String name : side.keySet()) {
      if (places.containsKey(name)) {
        place = places.getOrDefault(name, 0);
      } else if (left.contains(name)) {
        runs.get(place).add(name);
      }
    }
    return runs;
  }
}
