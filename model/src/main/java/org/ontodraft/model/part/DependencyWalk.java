package org.ontodraft.model.part;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.patch.JsonPointer;

/** Finds what the parts of a draft need of each other. */
final class DependencyWalk {
  private final DraftOverlay draft;
  private final Set<DraftPart> parts;

  DependencyWalk(DraftOverlay draft, Set<DraftPart> parts) {
    this.draft = draft;
    this.parts = parts;
  }

  List<Need> needs(DraftPart part) {
    Set<Need> found = new LinkedHashSet<>();
    DraftChange change = draft.change(part.key()).orElseThrow();
    switch (change) {
      case DraftChange.Create create -> {
        draft
            .renamedFrom(part.key())
            .ifPresent(old -> add(found, part, DraftPart.whole(old), Need.Reason.RENAME, old));
        namesCreated(part, found);
      }
      case DraftChange.Update update -> {
        namesCreated(part, found);
        moves(part, found);
      }
      case DraftChange.Delete delete -> {
        draft
            .renamedTo(part.key())
            .ifPresent(now -> add(found, part, DraftPart.whole(now), Need.Reason.RENAME, now));
        stillNamed(part, found);
      }
    }
    return List.copyOf(found);
  }

  private void add(
      Set<Need> found, DraftPart part, DraftPart needed, Need.Reason reason, EntityKey about) {
    if (parts.contains(needed) && !needed.equals(part)) {
      found.add(new Need(needed, reason, about));
    }
  }

  /** What the base names in the same place is there or was missing before. */
  private void namesCreated(DraftPart part, Set<Need> found) {
    Set<EntityKey> before = new HashSet<>();
    if (draft.base().exists(part.key())) {
      named(draft.base().referencesFrom(part.key()), part.field()).forEach(before::add);
    }
    for (EntityKey target : named(draft.referencesFrom(part.key()), part.field())) {
      boolean created =
          draft.change(target).filter(DraftChange.Create.class::isInstance).isPresent();
      if (created && !before.contains(target)) {
        add(found, part, DraftPart.whole(target), Need.Reason.NAMES_CREATED, target);
      }
    }
  }

  private static List<EntityKey> named(List<EntityReference> references, String field) {
    return references.stream()
        .filter(reference -> field.isEmpty() || field(reference).equals(field))
        .map(EntityReference::target)
        .toList();
  }

  private static String field(EntityReference reference) {
    return JsonPointer.parse(reference.pointer()).tokens().getFirst();
  }

  private void stillNamed(DraftPart part, Set<Need> found) {
    EntityKey deleted = part.key();
    for (EntityReference reference : draft.base().referencesTo(deleted)) {
      EntityKey source = reference.source();
      boolean stays =
          draft.exists(source)
              && named(draft.referencesFrom(source), field(reference)).contains(deleted);
      if (!stays) {
        DraftPart byField = new DraftPart(source, field(reference));
        DraftPart needed = parts.contains(byField) ? byField : DraftPart.whole(source);
        add(found, part, needed, Need.Reason.STILL_NAMED, source);
      }
    }
  }

  /** An item must not be in both fields, nor in none. */
  private void moves(DraftPart part, Set<Need> found) {
    Optional<FieldSpec> field = keySet(part.key().type(), part.field());
    if (field.isEmpty()) {
      return;
    }
    Set<String> here = changed(part);
    for (FieldSpec other : EntityFields.of(part.key().type())) {
      DraftPart place = new DraftPart(part.key(), other.name());
      if (!parts.contains(place)
          || other.target() != field.get().target()
          || keySet(part.key().type(), other.name()).isEmpty()) {
        continue;
      }
      for (String item : changed(place)) {
        EntityType target = field.get().target();
        if (here.contains(opposite(item)) && target != null) {
          String name = item.substring(1);
          if (EntityKey.problemWith(target, name).isEmpty()) {
            add(found, part, place, Need.Reason.MOVED, EntityKey.of(target, name));
          }
        }
      }
    }
  }

  private static String opposite(String item) {
    return (item.charAt(0) == '+' ? '-' : '+') + item.substring(1);
  }

  private static Optional<FieldSpec> keySet(EntityType type, String name) {
    return EntityFields.find(type, name).filter(spec -> spec.isSet() && spec.target() != null);
  }

  /** The items that come, with a plus before them, and those that go, with a minus. */
  private Set<String> changed(DraftPart part) {
    List<String> before = texts(draft.baseDocument(part.key()), part.field());
    List<String> after = texts(draft.effectiveDocument(part.key()), part.field());
    Set<String> changed = new LinkedHashSet<>();
    for (String item : after) {
      if (!before.contains(item)) {
        changed.add("+" + item);
      }
    }
    for (String item : before) {
      if (!after.contains(item)) {
        changed.add("-" + item);
      }
    }
    return changed;
  }

  private static List<String> texts(@Nullable EntityDocument document, String field) {
    return document == null ? List.of() : document.texts(field);
  }
}
