package org.ontodraft.app.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.bench.RealHistory.Version;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.SourceProblem;
import tools.jackson.databind.JsonNode;

/** What Git merged, as entities. */
final class MergedVersion {
  private final Version upstream;
  private final Map<EntityKey, Optional<EntityDocument>> changed = new HashMap<>();
  private final List<SourceProblem> problems = new ArrayList<>();

  /** How a merge of ours and Git's differ in a field, or in the entity where it is empty. */
  record Difference(Kind kind, EntityKey key, String field, String git, String ours) {
    /** What differs. */
    enum Kind {
      /** Git's file holds no entity: two clean changes made it malformed. */
      UNREADABLE,
      /** Only one of the merges has the entity. */
      ENTITY,
      /** Git's list has an item twice. */
      ITEM_TWICE,
      /** The items of a set. */
      SET,
      /** Lines of a text or of pages. */
      TEXT,
      /** A single value. */
      VALUE
    }
  }

  MergedVersion(OntologyDelta delta, Version upstream) {
    this.upstream = upstream;
    for (IngestedEntity entity : delta.upserts()) {
      changed.put(entity.summary().key(), Optional.of(entity.document()));
    }
    delta.deletes().forEach(key -> changed.put(key, Optional.empty()));
    Set<SourceProblem> before = new HashSet<>(upstream.ontology().problems());
    delta.problems().stream()
        .filter(problem -> !problem.isNotice() && !before.contains(problem))
        .forEach(problems::add);
  }

  private @Nullable EntityDocument document(EntityKey key) {
    Optional<EntityDocument> merged = changed.get(key);
    if (merged != null) {
      return merged.orElse(null);
    }
    return upstream.ontology().exists(key) ? upstream.ontology().document(key) : null;
  }

  /** Where the changes of a plan make other entities of the upstream version than Git did. */
  List<Difference> differences(List<DraftChange> changes) {
    DraftOverlay ours = DraftOverlay.of(upstream.ontology(), changes);
    List<Difference> differences = new ArrayList<>();
    for (SourceProblem problem : problems) {
      EntityKey key =
          RepositoryLayout.entityOf(problem.path())
              .orElse(EntityKey.of(EntityType.RESOURCE, "unnamed"));
      differences.add(
          new Difference(
              Difference.Kind.UNREADABLE, key, "", problem.code() + " " + problem.arguments(), ""));
    }
    if (!problems.isEmpty()) {
      return differences;
    }
    Set<EntityKey> keys = new TreeSet<>(changed.keySet());
    changes.forEach(change -> keys.add(change.key()));
    for (EntityKey key : keys) {
      compare(key, document(key), ours.effectiveDocument(key), differences);
    }
    return differences;
  }

  private static void compare(
      EntityKey key,
      @Nullable EntityDocument git,
      @Nullable EntityDocument ours,
      List<Difference> differences) {
    if (git == null || ours == null) {
      if (git != ours) {
        differences.add(new Difference(Difference.Kind.ENTITY, key, "", text(git), text(ours)));
      }
      return;
    }
    for (FieldChange row : EntityDiff.between(key.type(), git, ours)) {
      boolean twice = repeats(row.field(), row.base()) && !repeats(row.field(), row.mine());
      if (twice || row.kind() != FieldChange.Kind.UNCHANGED) {
        Difference.Kind kind = twice ? Difference.Kind.ITEM_TWICE : kind(row.field());
        differences.add(
            new Difference(kind, key, row.field().name(), text(row.base()), text(row.mine())));
      }
    }
  }

  private static boolean repeats(FieldSpec field, @Nullable JsonNode value) {
    return field.isSet()
        && value != null
        && value.isArray()
        && new HashSet<>(value.values()).size() < value.size();
  }

  private static Difference.Kind kind(FieldSpec field) {
    if (field.isSet()) {
      return Difference.Kind.SET;
    }
    boolean lines = field.kind() == FieldKind.LONG_TEXT || field.kind() == FieldKind.PAGES;
    return lines ? Difference.Kind.TEXT : Difference.Kind.VALUE;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
