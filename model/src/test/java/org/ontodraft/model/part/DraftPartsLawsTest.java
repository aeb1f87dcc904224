package org.ontodraft.model.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.testing.TangledOntology;

/** What holds of any part of any draft, on small ontologies full of faults. */
class DraftPartsLawsTest {
  /** A name that leads nowhere. */
  private record Dangling(EntityKey source, String pointer, EntityKey target) {}

  private static Set<Dangling> dangling(OntologyView view) {
    Set<Dangling> found = new HashSet<>();
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : view.entities(type)) {
        if (view.exists(entity.key())) {
          for (EntityReference reference : view.referencesFrom(entity.key())) {
            if (!view.exists(reference.target())) {
              found.add(new Dangling(reference.source(), reference.pointer(), reference.target()));
            }
          }
        }
      }
    }
    return found;
  }

  private static DraftOverlay draft(Random random, TangledOntology tangle, Ontology base) {
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    for (int i = 0; i < 3 + random.nextInt(12); i++) {
      EntityKey key = tangle.key();
      @Nullable EntityDocument next = random.nextInt(4) == 0 ? null : tangle.document(key);
      draft = draft.with(key, draft.changeTo(key, next));
    }
    return draft;
  }

  private static LeftOut some(Random random, DraftParts parts) {
    TreeSet<DraftPart> out = new TreeSet<>();
    for (DraftPart part : parts.all()) {
      if (random.nextInt(3) == 0) {
        out.add(random.nextInt(6) == 0 ? DraftPart.whole(part.key()) : part);
      }
    }
    return LeftOut.of(out);
  }

  @Test
  void a_part_of_a_draft_names_nothing_missing_that_neither_base_nor_draft_miss() {
    int heldBack = 0;
    for (long seed = 0; seed < 600; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      Ontology base = Snapshots.of(tangle.documents());
      DraftOverlay draft = draft(random, tangle, base);
      DraftParts parts = DraftParts.of(draft);
      Set<Dangling> known = dangling(base);
      known.addAll(dangling(draft));
      for (int i = 0; i < 4; i++) {
        LeftOut leftOut = some(random, parts);
        Selection selection = parts.without(leftOut);
        heldBack += selection.heldBack().size();
        assertThat(known).as("seed %d, %s", seed, leftOut).containsAll(dangling(selection.draft()));
        assertThat(parts.withNeeds(selection.sent()))
            .as("closed, seed %d", seed)
            .isEqualTo(selection.sent());
      }
    }
    assertThat(heldBack).isGreaterThan(400);
  }

  @Test
  void what_is_sent_has_the_draft_s_values_and_what_is_not_has_the_base_s() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      Ontology base = Snapshots.of(tangle.documents());
      DraftOverlay draft = draft(random, tangle, base);
      DraftParts parts = DraftParts.of(draft);
      Selection selection = parts.without(some(random, parts));
      for (DraftPart part : parts.all()) {
        DraftOverlay side =
            selection.sent().contains(part) ? draft : DraftOverlay.of(base, List.<DraftChange>of());
        assertThat(value(selection.draft(), part))
            .as("seed %d %s", seed, part)
            .isEqualTo(value(side, part));
      }
    }
  }

  private static @Nullable Object value(DraftOverlay draft, DraftPart part) {
    EntityDocument document = draft.effectiveDocument(part.key());
    return document == null || part.isWhole() ? document : document.get(part.field());
  }

  @Test
  void whatever_is_taken_is_sent() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      DraftOverlay draft = draft(random, tangle, Snapshots.of(tangle.documents()));
      DraftParts parts = DraftParts.of(draft);
      LeftOut leftOut = some(random, parts);
      for (DraftPart part : parts.all()) {
        assertThat(parts.without(parts.taking(leftOut, List.of(part))).sent())
            .as("seed %d %s", seed, part)
            .contains(part);
      }
      assertThat(parts.without(parts.taking(leftOut, parts.all())).draft()).isSameAs(draft);
    }
  }
}
