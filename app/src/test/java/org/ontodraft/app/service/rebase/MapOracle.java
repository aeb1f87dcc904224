package org.ontodraft.app.service.rebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a draft must be after a rebase, over plain maps and written apart from the merge: texts that
 * both sides changed are asked about, sets take both sides' changes, an entity that one side
 * deleted and the other changed, or that both created, is asked about as a whole.
 */
final class MapOracle {
  private MapOracle() {}

  /**
   * An entity's fields: texts by name, and one set.
   *
   * @param written whether the set is in the file; one that is not and an empty one are two things
   */
  record Entity(Map<String, String> texts, Set<String> set, boolean written) {
    Entity {
      texts = Map.copyOf(texts);
      set = Set.copyOf(set);
    }

    Entity withText(String field, String value) {
      Map<String, String> next = new HashMap<>(texts);
      next.put(field, value);
      return new Entity(next, set, written);
    }

    Entity withSet(Set<String> next) {
      return new Entity(texts, next, true);
    }
  }

  /** The same where only a set with something in it counts. */
  static Map<String, Entity> meaning(Map<String, Entity> entities) {
    Map<String, Entity> meaning = new TreeMap<>();
    entities.forEach((name, entity) ->
        meaning.put(name, new Entity(entity.texts(), entity.set(), !entity.set().isEmpty())));
    return meaning;
  }

  /** What is asked: an entity, or a text of it. */
  record Asked(String entity, String field) {}

  /** The merged ontology, and everything that was asked on the way. */
  record Judged(Map<String, Entity> merged, List<Asked> asked) {}

  /**
   * Merges.
   *
   * @param takesMine whether the curator took the draft's side where something was asked
   */
  static Judged judge(
      Map<String, Entity> base,
      Map<String, Entity> mine,
      Map<String, Entity> upstream,
      Function<Asked, Boolean> takesMine) {
    Map<String, Entity> merged = new TreeMap<>();
    List<Asked> asked = new ArrayList<>();
    Set<String> all = new TreeSet<>(base.keySet());
    all.addAll(mine.keySet());
    all.addAll(upstream.keySet());
    for (String name : all) {
      @Nullable Entity result =
          entity(name, base.get(name), mine.get(name), upstream.get(name), asked, takesMine);
      if (result != null) {
        merged.put(name, result);
      }
    }
    return new Judged(merged, asked);
  }

  private static @Nullable Entity entity(
      String name,
      @Nullable Entity base,
      @Nullable Entity mine,
      @Nullable Entity upstream,
      List<Asked> asked,
      Function<Asked, Boolean> takesMine) {
    if (Objects.equals(base, mine) || Objects.equals(mine, upstream)) {
      return upstream;
    }
    if (Objects.equals(base, upstream)) {
      return mine;
    }
    if (base == null || mine == null || upstream == null) {
      Asked whole = new Asked(name, "");
      asked.add(whole);
      return takesMine.apply(whole) ? mine : upstream;
    }
    Map<String, String> texts = new HashMap<>();
    for (String field : base.texts().keySet()) {
      String was = base.texts().get(field);
      String here = mine.texts().get(field);
      String there = upstream.texts().get(field);
      if (Objects.equals(was, here) || Objects.equals(here, there)) {
        texts.put(field, there);
      } else if (Objects.equals(was, there)) {
        texts.put(field, here);
      } else {
        Asked text = new Asked(name, field);
        asked.add(text);
        texts.put(field, takesMine.apply(text) ? here : there);
      }
    }
    Set<String> set = new LinkedHashSet<>(upstream.set());
    mine.set().stream().filter(item -> !base.set().contains(item)).forEach(set::add);
    base.set().stream().filter(item -> !mine.set().contains(item)).forEach(set::remove);
    return new Entity(texts, set, mine.written() || upstream.written());
  }
}
