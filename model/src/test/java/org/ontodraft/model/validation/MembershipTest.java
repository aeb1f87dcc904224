package org.ontodraft.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.DerivedMember;
import org.ontodraft.model.hierarchy.ModuleClosure;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.testing.TangledOntology;

class MembershipTest {
  /** Asked from below about one entity, and from above about a whole module. */
  @Test
  void isCoveredWhateverAClosureHolds() {
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
            .filter(key -> Membership.isCovered(key, view))
            .forEach(covered::add);
      }
      // A module that only another one's dependencies name is in a closure and in no list.
      members.removeIf(key -> key.type() == EntityType.MODULE);
      covered.removeIf(key -> key.type() == EntityType.MODULE);
      assertThat(covered).as("seed %d", seed).isEqualTo(members);
    }
  }
}
