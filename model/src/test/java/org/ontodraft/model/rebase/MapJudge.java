package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges a rebase apart from the code that does it. It knows nothing of documents, patches or
 * merges: an entity is a map from field to a text or a set of texts, and an edit is a line in a
 * log. It replays the logs of both sides and the curator's decisions, and says what must be there.
 */
final class MapJudge {
  private final Map<String, Map<String, Object>> base;
  private final Map<String, Map<String, Object>> mine;
  private final Map<String, Map<String, Object>> upstream;
  private final Map<String, String> decisions;
  private final Set<String> needed = new TreeSet<>();

  /** One edit; no value removes the field, no field the entity. */
  record Edit(String entity, @Nullable String field, @Nullable Object value) {}

  /**
   * @param decisions the side that was chosen, {@code mine} or {@code upstream}, by entity or by
   *     entity and field with a space between
   */
  MapJudge(
      Map<String, Map<String, Object>> base,
      List<Edit> mine,
      List<Edit> upstream,
      Map<String, String> decisions) {
    this.base = base;
    this.mine = replayed(base, mine);
    this.upstream = replayed(base, upstream);
    this.decisions = decisions;
  }

  static Map<String, Map<String, Object>> replayed(
      Map<String, Map<String, Object>> start, List<Edit> log) {
    Map<String, Map<String, Object>> state = new TreeMap<>();
    start.forEach((entity, fields) -> state.put(entity, new TreeMap<>(fields)));
    for (Edit edit : log) {
      String field = edit.field();
      Object value = edit.value();
      if (field == null) {
        state.remove(edit.entity());
      } else if (value == null) {
        state.getOrDefault(edit.entity(), new TreeMap<>()).remove(field);
      } else {
        state.computeIfAbsent(edit.entity(), entity -> new TreeMap<>()).put(field, value);
      }
    }
    return state;
  }

  /** What must be in the files after the rebase. */
  Map<String, Map<String, Object>> verdict() {
    Map<String, Map<String, Object>> verdict = new TreeMap<>();
    Set<String> entities = new TreeSet<>(base.keySet());
    entities.addAll(mine.keySet());
    entities.addAll(upstream.keySet());
    for (String entity : entities) {
      Map<String, Object> fields = entity(entity);
      if (fields != null) {
        verdict.put(entity, fields);
      }
    }
    return verdict;
  }

  /** The decisions that nobody but the curator could take. */
  Set<String> needed() {
    return needed;
  }

  private @Nullable Map<String, Object> entity(String entity) {
    Map<String, Object> was = base.get(entity);
    Map<String, Object> ours = mine.get(entity);
    Map<String, Object> theirs = upstream.get(entity);
    if (Objects.equals(ours, theirs) || Objects.equals(ours, was)) {
      return theirs;
    }
    if (Objects.equals(theirs, was)) {
      return ours;
    }
    if (ours == null || theirs == null || was == null) {
      return decided(entity).equals("mine") ? ours : theirs;
    }
    Map<String, Object> result = new TreeMap<>();
    Set<String> fields = new TreeSet<>(was.keySet());
    fields.addAll(ours.keySet());
    fields.addAll(theirs.keySet());
    for (String field : fields) {
      Object value =
          field(entity + " " + field, was.get(field), ours.get(field), theirs.get(field));
      if (value != null) {
        result.put(field, value);
      }
    }
    return result;
  }

  private @Nullable Object field(
      String place, @Nullable Object was, @Nullable Object ours, @Nullable Object theirs) {
    if (Objects.equals(ours, theirs) || Objects.equals(ours, was)) {
      return theirs;
    }
    if (Objects.equals(theirs, was)) {
      return ours;
    }
    boolean sets = ours instanceof Set<?> && theirs instanceof Set<?> && was instanceof Set<?>;
    if (!sets) {
      return decided(place).equals("mine") ? ours : theirs;
    }
    Set<Object> before = new HashSet<>((Set<?>) Objects.requireNonNull(was));
    Set<Object> result = new TreeSet<>((Set<?>) Objects.requireNonNull(theirs));
    Set<Object> here = new HashSet<>((Set<?>) Objects.requireNonNull(ours));
    List<Object> removed = new ArrayList<>(before);
    removed.removeAll(here);
    here.removeAll(before);
    result.addAll(here);
    removed.forEach(result::remove);
    return result;
  }

  private String decided(String place) {
    needed.add(place);
    return Objects.requireNonNull(decisions.get(place), "nobody decided about " + place);
  }
}
