package org.ontodraft.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.DerivedMember;
import org.ontodraft.model.hierarchy.ModuleClosure;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.testing.TangledOntology;

class CoverageTest {
  @Test
  void coversWhateverAClosureHolds() {
    for (long seed = 0; seed < 300; seed++) {
      Ontology ontology = Snapshots.of(new TangledOntology(new Random(seed)).documents());
      DraftOverlay overlay = DraftOverlay.of(ontology, List.of());
      CheckedView view = CheckedView.of(ontology, overlay::hierarchy, Set.of());
      Set<EntityKey> members = new TreeSet<>();
      for (EntityType type : List.of(EntityType.MODULE, EntityType.BUNDLE)) {
        for (EntityKey owner : view.entities(type)) {
          ModuleClosure.of(ontology, owner).members().stream()
              .map(DerivedMember::key)
              .forEach(members::add);
        }
      }
      Set<EntityKey> covered = new TreeSet<>();
      for (EntityType type : EntityType.values()) {
        view.entities(type).stream()
            .filter(key -> view.coverage().covers(key))
            .forEach(covered::add);
      }
      // A module that only another one's dependencies name is in a closure and in no list.
      members.removeIf(key -> key.type() == EntityType.MODULE);
      covered.removeIf(key -> key.type() == EntityType.MODULE);
      assertThat(covered).as("seed %d", seed).isEqualTo(members);
    }
  }

  @Test
  void followsEdits() {
    for (long seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      Ontology ontology = Snapshots.of(tangle.documents());
      DraftOverlay overlay = DraftOverlay.of(ontology, List.of());
      CheckedView base = CheckedView.of(ontology, overlay::hierarchy, Set.of());
      CheckedView view = base;
      Coverage coverage = base.coverage();
      for (int step = 0; step < 30; step++) {
        Set<EntityKey> edited = new TreeSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          EntityKey key = tangle.key();
          edited.add(key);
          overlay =
              overlay.with(
                  key, overlay.changeTo(key, random.nextInt(3) == 0 ? null : tangle.document(key)));
        }
        CheckedView next = view(base, overlay);
        coverage = coverage.with(view, next, edited);
        view = next;
        Coverage whole = Coverage.of(view);
        for (EntityType type : EntityType.values()) {
          for (EntityKey each : view.entities(type)) {
            assertThat(coverage.covers(each))
                .as("seed %d step %d, edited %s: %s", seed, step, edited, each)
                .isEqualTo(whole.covers(each));
          }
        }
      }
    }
  }

  private static CheckedView view(CheckedView base, DraftOverlay overlay) {
    Set<EntityKey> changed = new TreeSet<>();
    Set<EntityKey> deleted = new TreeSet<>();
    for (DraftChange change : overlay.changes()) {
      changed.add(change.key());
      if (change instanceof DraftChange.Delete) {
        deleted.add(change.key());
      }
    }
    return base.with(overlay, overlay::hierarchy, changed, deleted);
  }
}
