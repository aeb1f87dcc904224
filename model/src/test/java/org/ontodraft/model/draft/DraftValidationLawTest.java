package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.schema.SchemaRule;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.testing.TangledOntology;
import org.ontodraft.model.validation.CheckedView;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Rule;

/** Following edits says the same as checking everything, on small ontologies full of faults. */
class DraftValidationLawTest {
  private static final int SEEDS = 40;
  private static final int EDITS = 40;
  private static final RepositorySchemas SCHEMAS = RepositorySchemas.compile(Map.of());

  @Test
  void followingEditsSaysTheSameAsCheckingEverything() {
    Set<String> met = new TreeSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      Ontology base = Snapshots.of(tangle.documents());
      DraftOverlay overlay = DraftOverlay.of(base, List.of());
      DraftValidation followed = DraftValidation.of(base, SCHEMAS);
      for (int step = 0; step < EDITS; step++) {
        List<EntityKey> edited = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          EntityKey key = tangle.key();
          edited.add(key);
          overlay = overlay.with(key, overlay.changeTo(key, next(tangle, random, overlay, key)));
        }
        followed = followed.with(overlay);
        List<Finding> whole = whole(base, overlay);
        String at = "seed %d step %d, edited %s".formatted(seed, step, edited);
        assertThat(texts(followed.introduced()))
            .as(at)
            .containsExactlyInAnyOrderElementsOf(texts(whole));
        if (step % 8 == 0) {
          assertThat(texts(DraftValidation.check(overlay, SCHEMAS)))
              .as(at)
              .containsExactlyInAnyOrderElementsOf(texts(whole));
        }
        whole.forEach(finding -> met.add(finding.rule()));
      }
    }
    List<String> codes = Rule.all().stream().flatMap(rule -> rule.codes().stream()).toList();
    assertThat(met).as("every rule has something to say in these").containsAll(reachable(codes));
  }

  /** The shape of these files is right, all of them can be read, and no text shows an image. */
  private static List<String> reachable(List<String> codes) {
    List<String> reachable = new ArrayList<>(codes);
    reachable.removeAll(List.of("unreadable-reference", "missing-media"));
    return reachable;
  }

  private static @Nullable EntityDocument next(
      TangledOntology tangle, Random random, DraftOverlay overlay, EntityKey key) {
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1, 2 -> overlay.baseDocument(key);
      default -> tangle.document(key);
    };
  }

  /** Each rule asked about each entity, in the draft and at the base. */
  private static List<Finding> whole(Ontology base, DraftOverlay overlay) {
    DraftOverlay none = DraftOverlay.of(base, List.of());
    CheckedView baseView = CheckedView.of(base, none::hierarchy, Set.of());
    Set<EntityKey> changed = new HashSet<>();
    Set<EntityKey> deleted = new HashSet<>();
    overlay
        .changes()
        .forEach(change -> {
          changed.add(change.key());
          if (change instanceof DraftChange.Delete) {
            deleted.add(change.key());
          }
        });
    DraftOverlay fresh = DraftOverlay.of(base, overlay.changes());
    CheckedView view = baseView.with(fresh, fresh::hierarchy, changed, deleted);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule :
        Stream.concat(Rule.all().stream(), Stream.of(new SchemaRule(SCHEMAS))).toList()) {
      for (EntityType type : EntityType.values()) {
        for (EntityKey key : view.entities(type)) {
          List<Finding> before = baseView.exists(key) ? rule.check(key, baseView) : List.of();
          findings.addAll(rule.introduced(rule.check(key, view), before, baseView, view));
        }
      }
    }
    return findings;
  }

  /** Files in the way are asked about anew at each edit, and are not part of this law. */
  private static List<String> texts(List<Finding> findings) {
    Map<String, Finding> sorted = new TreeMap<>();
    for (Finding finding : findings) {
      if (!DraftValidation.CHANGE_RULES.contains(finding.rule())) {
        sorted.put(
            finding.rule() + " " + finding.key() + " " + finding.pointer() + finding.arguments(),
            finding);
      }
    }
    return List.copyOf(sorted.keySet());
  }
}
