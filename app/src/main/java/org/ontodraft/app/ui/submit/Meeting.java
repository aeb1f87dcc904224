package org.ontodraft.app.ui.submit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.service.radar.Toucher;
import org.ontodraft.app.service.submit.Overlap;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.overlap.Touch;

/**
 * Somebody who changes the same fields as would be sent.
 *
 * @param shared what both change, by entity; never empty
 */
record Meeting(Toucher by, SortedMap<EntityKey, Touch> shared) {
  Meeting {
    shared = Collections.unmodifiableSortedMap(new TreeMap<>(shared));
  }

  /** Those who meet what is sent, not what is left out; who meets most comes first. */
  static List<Meeting> of(Collection<List<Encounter>> met, Iterable<DraftChange> sent) {
    Map<EntityKey, Touch> touched = Touch.of(sent);
    Map<Toucher, SortedMap<EntityKey, Touch>> byToucher = new LinkedHashMap<>();
    for (List<Encounter> ofEntity : met) {
      for (Encounter one : ofEntity) {
        EntityKey key = one.overlap().key();
        Touch shared = touched.getOrDefault(key, Touch.NOTHING).and(one.overlap().shared());
        if (!shared.isEmpty()) {
          byToucher.computeIfAbsent(one.by(), by -> new TreeMap<>()).put(key, shared);
        }
      }
    }
    List<Meeting> meetings = new ArrayList<>();
    byToucher.forEach((by, shared) -> meetings.add(new Meeting(by, shared)));
    meetings.sort(
        Comparator.comparingInt((Meeting one) -> -one.shared().size())
            .thenComparing(one -> one.by().title()));
    return List.copyOf(meetings);
  }

  /** The pull requests that touch the same files, without what is known of their fields. */
  static List<Overlap> besides(List<Meeting> meetings, List<Overlap> overlaps) {
    List<Overlap> others = new ArrayList<>();
    for (Overlap overlap : overlaps) {
      SortedSet<EntityKey> rest = new TreeSet<>(overlap.entities());
      for (Meeting meeting : meetings) {
        if (meeting.by() instanceof Toucher.OpenPullRequest by
            && by.number() == overlap.pullRequest().number()) {
          rest.removeAll(meeting.shared().keySet());
        }
      }
      if (!rest.isEmpty()) {
        others.add(new Overlap(overlap.pullRequest(), rest));
      }
    }
    return List.copyOf(others);
  }
}
