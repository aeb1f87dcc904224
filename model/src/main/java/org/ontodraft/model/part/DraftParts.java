package org.ontodraft.model.part;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;

/**
 * The changes of a draft, each field by itself, and which of them cannot be sent without which
 * others: whoever names a created entity needs its creation, who deletes an entity needs what stops
 * naming it, the two halves of a rename and an item's old and new field go together. Sending parts
 * with all they need leaves no reference without its target that base or draft do not leave, too.
 * Immutable.
 */
public final class DraftParts {
  private final DraftOverlay draft;
  private final SortedMap<DraftPart, List<Need>> needs;
  private final Map<EntityKey, SortedSet<DraftPart>> ofEntity;

  private DraftParts(DraftOverlay draft, SortedMap<DraftPart, List<Need>> needs) {
    this.draft = draft;
    this.needs = needs;
    this.ofEntity = new HashMap<>();
    needs
        .keySet()
        .forEach(part -> ofEntity.computeIfAbsent(part.key(), key -> new TreeSet<>()).add(part));
  }

  /** The parts of a draft. Reads the documents of what it changes: not for the FX thread. */
  public static DraftParts of(DraftOverlay draft) {
    SortedMap<DraftPart, List<Need>> needs = new TreeMap<>();
    for (DraftChange change : draft.changes()) {
      for (String field : PartFields.of(draft, change)) {
        needs.put(new DraftPart(change.key(), field), List.of());
      }
    }
    DependencyWalk walk = new DependencyWalk(draft, Collections.unmodifiableSet(needs.keySet()));
    needs.replaceAll((part, none) -> walk.needs(part));
    return new DraftParts(draft, needs);
  }

  /** Every part, sorted. */
  public List<DraftPart> all() {
    return List.copyOf(needs.keySet());
  }

  /** The parts of one entity, sorted. */
  public SortedSet<DraftPart> of(EntityKey key) {
    return Collections.unmodifiableSortedSet(ofEntity.getOrDefault(key, new TreeSet<>()));
  }

  /** What a part cannot be sent without; not what that needs in turn. */
  public List<Need> needs(DraftPart part) {
    return needs.getOrDefault(part, List.of());
  }

  /** A part with all it needs, and all that those need. */
  public SortedSet<DraftPart> withNeeds(Collection<DraftPart> parts) {
    SortedSet<DraftPart> reached = new TreeSet<>(parts);
    Deque<DraftPart> open = new ArrayDeque<>(parts);
    while (!open.isEmpty()) {
      for (Need need : needs(open.remove())) {
        if (reached.add(need.part())) {
          open.add(need.part());
        }
      }
    }
    return reached;
  }

  /** The same left out, but for these parts and all they need. */
  public LeftOut taking(LeftOut leftOut, Collection<DraftPart> parts) {
    LeftOut fewer = leftOut;
    for (DraftPart part : withNeeds(parts)) {
      if (fewer.has(part)) {
        SortedSet<DraftPart> siblings = of(part.key());
        fewer = siblings.size() == 1 ? fewer.without(part.key()) : fewer.without(part, siblings);
      }
    }
    return fewer;
  }

  /** What is sent when this is left out; with it goes whatever cannot be sent without it. */
  public Selection without(LeftOut leftOut) {
    SortedSet<DraftPart> sent = new TreeSet<>(needs.keySet());
    sent.removeIf(leftOut::has);
    SortedMap<DraftPart, Need> heldBack = new TreeMap<>();
    int before;
    do {
      before = sent.size();
      for (DraftPart part : List.copyOf(sent)) {
        for (Need need : needs(part)) {
          if (!sent.contains(need.part())) {
            sent.remove(part);
            heldBack.put(part, need);
            break;
          }
        }
      }
    } while (sent.size() < before);
    return new Selection(of(sent), sent, heldBack);
  }

  private DraftOverlay of(SortedSet<DraftPart> sent) {
    Map<EntityKey, Optional<DraftChange>> other = new HashMap<>();
    ofEntity.forEach((key, parts) -> {
      List<DraftPart> taken = parts.stream().filter(sent::contains).toList();
      if (taken.isEmpty()) {
        other.put(key, Optional.empty());
      } else if (taken.size() < parts.size()) {
        other.put(key, Optional.ofNullable(draft.changeTo(key, documentOf(key, taken))));
      }
    });
    return other.isEmpty() ? draft : draft.withAll(other);
  }

  private EntityDocument documentOf(EntityKey key, List<DraftPart> taken) {
    EntityDocument mine = Objects.requireNonNull(draft.effectiveDocument(key));
    Map<String, Optional<JsonNode>> values = new HashMap<>();
    for (DraftPart part : taken) {
      values.put(part.field(), Optional.ofNullable(mine.get(part.field())));
    }
    return Objects.requireNonNull(draft.baseDocument(key)).with(key.type(), values);
  }
}
