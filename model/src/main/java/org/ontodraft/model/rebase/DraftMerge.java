package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.EntitySides;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.merge.Resolutions;
import org.ontodraft.model.merge.ThreeWayMerge;
import org.ontodraft.model.refactor.EntityEdit;
import org.ontodraft.model.refactor.RefactoringStep;

/**
 * What another draft changes, taken into this one: merged field by field against the base they
 * share, by the rules of a rebase with the other draft in the place of upstream. Pure.
 *
 * @param merges one for each entity that the other draft changes, by key
 */
public record DraftMerge(List<EntityMerge> merges) {
  public DraftMerge {
    merges = List.copyOf(merges);
  }

  /**
   * The merge of two drafts on one base.
   *
   * @throws IllegalArgumentException when they are on different bases
   */
  public static DraftMerge of(DraftOverlay mine, DraftOverlay other) {
    if (!mine.version().commit().equals(other.version().commit())) {
      throw new IllegalArgumentException("on " + mine.version() + " and on " + other.version());
    }
    List<EntityMerge> merges = new ArrayList<>();
    for (DraftChange change : other.changes()) {
      EntityKey key = change.key();
      merges.add(
          ThreeWayMerge.merge(
              new EntitySides(
                  key,
                  other.baseDocument(key),
                  mine.effectiveDocument(key),
                  other.effectiveDocument(key))));
    }
    return new DraftMerge(merges);
  }

  /** What the two drafts do differently, and only the curator can decide. */
  public List<Conflict> conflicts() {
    return merges.stream().flatMap(merge -> merge.conflicts().stream()).toList();
  }

  /**
   * The step that takes the other draft's changes into this one.
   *
   * @param mine this draft, as it was merged
   * @param others the places of conflicts at which the other draft's value is taken; this draft's
   *     stays at the rest
   */
  public RefactoringStep step(DraftOverlay mine, Set<Place> others) {
    List<EntityEdit> edits = new ArrayList<>();
    for (EntityMerge merge : merges) {
      EntityKey key = merge.key();
      @Nullable EntityDocument before = mine.effectiveDocument(key);
      @Nullable EntityDocument after = decided(merge, others).result();
      if (!Objects.equals(before, after)) {
        edits.add(
            new EntityEdit(
                key, before, after, mine.change(key).orElse(null), mine.changeTo(key, after)));
      }
    }
    return new RefactoringStep(edits);
  }

  private static EntityMerge decided(EntityMerge merge, Set<Place> others) {
    List<Resolution> all =
        merge.conflicts().stream()
            .map(Conflict::place)
            .map(place ->
                new Resolution(
                    place,
                    merge.sides().inputs(place.field()),
                    Choice.of(others.contains(place) ? Choice.Kind.UPSTREAM : Choice.Kind.MINE)))
            .toList();
    return Resolutions.apply(
        merge,
        all,
        refused -> {
          throw new IllegalArgumentException("a side does not settle " + refused);
        });
  }
}
