package org.ontodraft.model.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.testing.TangledOntology;

/** What must hold of every impact, on ontologies from seeds. */
class ImpactLawsTest {
  private static final int SEEDS = 500;

  private static SemverImpact impact(OntologyDiff diff) {
    return SemverImpact.of(diff, SemverPolicy.DEFAULT);
  }

  @Test
  void nothingHasNoImpact() {
    for (long seed = 0; seed < 50; seed++) {
      Ontology base = Snapshots.of(new TangledOntology(new Random(seed)).documents());
      SemverImpact impact = impact(OntologyDiff.between(base, base));
      assertThat(impact.level()).isEqualTo(SemverLevel.NONE);
      assertThat(impact.entities()).isEmpty();
      assertThat(impact.modules()).isEmpty();
      assertThat(impact.bundles()).isEmpty();
    }
  }

  @Test
  void everyChangedEntityHasALevelAndTheWholeHasTheGreatest() {
    for (long seed = 0; seed < SEEDS; seed++) {
      OntologyDiff diff = diff(seed);
      SemverImpact impact = impact(diff);
      for (EntityChange change : diff.changes()) {
        assertThat(impact.entity(change.key()))
            .as("seed %d %s", seed, change)
            .hasValueSatisfying(
                entity -> assertThat(entity.level()).isGreaterThan(SemverLevel.NONE));
      }
      SemverLevel greatest =
          impact.changes().stream()
              .map(ChangeImpact::level)
              .reduce(SemverLevel.NONE, SemverLevel::or);
      assertThat(impact.level()).as("seed %d", seed).isEqualTo(greatest);
      assertThat(Stream.concat(impact.modules().stream(), impact.bundles().stream()))
          .as("seed %d", seed)
          .allMatch(owner -> owner.level().compareTo(greatest) <= 0)
          .allMatch(owner ->
              owner.because().getLast().equals(owner.owner())
                  || diff.change(owner.owner()).isPresent());
    }
  }

  @Test
  void theOtherWayRoundEachRowIsItsMirror() {
    for (ImpactRule rule : ImpactRule.values()) {
      assertThat(rule.mirror().mirror()).isEqualTo(rule);
      assertThat(rule.mirror().direction())
          .isEqualTo(
              switch (rule.direction()) {
                case TIGHTENING -> Direction.LOOSENING;
                case LOOSENING -> Direction.TIGHTENING;
                case NEUTRAL -> Direction.NEUTRAL;
              });
    }
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      Map<EntityKey, EntityDocument> documents = tangle.documents();
      Ontology one = Snapshots.of(documents);
      Ontology other = Snapshots.of(changed(documents, tangle, random));
      OntologyDiff there = OntologyDiff.between(one, other);
      OntologyDiff back = OntologyDiff.between(other, one);
      Renamed renamed = new Renamed(there);
      assertThat(rows(impact(back), new Renamed(back), false))
          .as("seed %d", seed)
          .isEqualTo(rows(impact(there), renamed, true));
    }
  }

  private static List<String> rows(SemverImpact impact, Renamed renamed, boolean mirrored) {
    return impact.changes().stream()
        .map(change -> {
          ImpactRule rule = mirrored ? change.rule().mirror() : change.rule();
          EntityKey entity = mirrored ? change.entity() : renamed.before(change.entity());
          String item =
              rule.direction() == Direction.NEUTRAL
                  ? ""
                  : EntityKey.parse(change.item())
                      .map(key -> mirrored ? key : renamed.before(key))
                      .map(EntityKey::toString)
                      .orElse(change.item());
          return rule.row() + " " + entity + " " + item;
        })
        .sorted()
        .toList();
  }

  /** Two drafts whose changes do not meet weigh together what the heavier one weighs. */
  @Test
  void changesThatDoNotMeetAddUp() {
    int met = 0;
    for (long seed = 0; seed < SEEDS * 2; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      Ontology base = Snapshots.of(tangle.documents());
      DraftOverlay none = DraftOverlay.of(base, List.of());
      EntityKey first = tangle.key();
      EntityKey second = tangle.key();
      DraftOverlay one = edited(none, first, tangle, random);
      DraftOverlay two = edited(none, second, tangle, random);
      SemverImpact ofOne = impact(OntologyDiff.between(base, one));
      SemverImpact ofTwo = impact(OntologyDiff.between(base, two));
      DraftOverlay both = one;
      if (two.change(second).isPresent()) {
        both = one.with(second, two.change(second).orElseThrow());
      }
      Set<EntityKey> reached = new HashSet<>(ofOne.entities().keySet());
      reached.addAll(mentioned(ofOne));
      Set<EntityKey> other = new HashSet<>(ofTwo.entities().keySet());
      other.addAll(mentioned(ofTwo));
      boolean owner = isOwner(first) || isOwner(second); // what these have depends on everything
      if (owner || first.type() == second.type() || overlap(reached, other)) {
        met++;
        continue;
      }
      assertThat(impact(OntologyDiff.between(base, both)).level())
          .as("seed %d", seed)
          .isEqualTo(ofOne.level().or(ofTwo.level()));
    }
    assertThat(met).isLessThan(SEEDS * 3 / 2);
  }

  private static boolean isOwner(EntityKey key) {
    return key.type() == EntityType.MODULE || key.type() == EntityType.BUNDLE;
  }

  private static Set<EntityKey> mentioned(SemverImpact impact) {
    Set<EntityKey> keys = new HashSet<>();
    impact.changes().forEach(change -> EntityKey.parse(change.item()).ifPresent(keys::add));
    return keys;
  }

  private static boolean overlap(Set<EntityKey> left, Set<EntityKey> right) {
    return left.stream().anyMatch(right::contains);
  }

  private static DraftOverlay edited(
      DraftOverlay overlay, EntityKey key, TangledOntology tangle, Random random) {
    EntityDocument document = random.nextInt(5) == 0 ? null : tangle.document(key);
    return overlay.with(key, overlay.changeTo(key, document));
  }

  /** Whatever the ontology is like, a major change has a witness, and it is what it says. */
  @Test
  void everyMajorChangeHasAWitness() {
    int proven = 0;
    for (long seed = 0; seed < 150; seed++) {
      OntologyDiff diff = diff(seed);
      WitnessSearch search = new WitnessSearch(diff);
      for (ChangeImpact change : impact(diff).changes()) {
        boolean major = change.level() == SemverLevel.MAJOR;
        assertThat(search.of(change).isPresent()).as("seed %d %s", seed, change).isEqualTo(major);
        if (major && search.of(change).orElseThrow() instanceof Witness.Invalidated witness) {
          assertThat(witness.findings()).isNotEmpty();
          proven++;
        }
      }
    }
    assertThat(proven).isGreaterThan(50);
  }

  private static OntologyDiff diff(long seed) {
    Random random = new Random(seed);
    TangledOntology tangle = new TangledOntology(random);
    Map<EntityKey, EntityDocument> documents = tangle.documents();
    return OntologyDiff.between(
        Snapshots.of(documents), Snapshots.of(changed(documents, tangle, random)));
  }

  private static Map<EntityKey, EntityDocument> changed(
      Map<EntityKey, EntityDocument> documents, TangledOntology tangle, Random random) {
    Map<EntityKey, EntityDocument> changed = new TreeMap<>(documents);
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      EntityKey key = tangle.key();
      if (random.nextInt(4) == 0) {
        changed.remove(key);
      } else {
        changed.put(key, tangle.document(key));
      }
    }
    return changed;
  }

  @Test
  void theRowsAreNamedOnce() {
    assertThat(Arrays.stream(ImpactRule.values()).map(ImpactRule::row)).doesNotHaveDuplicates();
  }
}
