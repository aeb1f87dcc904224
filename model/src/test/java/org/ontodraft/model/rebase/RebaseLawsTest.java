package org.ontodraft.model.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.rebase.RebaseCases.SCHEMAS;
import static org.ontodraft.model.rebase.RebaseCases.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.JsonNode;

/** What holds of any draft over any change upstream. */
class RebaseLawsTest {
  @Test
  void r20IsTheSameInOneStepAsInTwo() {
    int compared = 0;
    for (long seed = 0; seed < 120; seed++) {
      RandomVersions versions = new RandomVersions(seed);
      Ontology base = Snapshots.of(versions.first);
      Ontology one = Snapshots.of(versions.next(versions.first));
      Ontology two = Snapshots.of(versions.next(documents(one)));
      DraftOverlay draft = versions.draft(base);
      RebasePlan toOne = Rebase.analyze(draft, one, SCHEMAS);
      RebasePlan onToTwo = Rebase.analyze(DraftOverlay.of(one, toOne.changes()), two, SCHEMAS);
      RebasePlan straight = Rebase.analyze(draft, two, SCHEMAS);
      Map<EntityKey, EntityDocument> twice = documents(DraftOverlay.of(two, onToTwo.changes()));
      Map<EntityKey, EntityDocument> once = documents(DraftOverlay.of(two, straight.changes()));
      Set<String> excused = excused(List.of(toOne, onToTwo, straight));
      for (EntityKey key : versions.keys) {
        Map<String, Object> left = fields(key, twice.get(key));
        Map<String, Object> right = fields(key, once.get(key));
        left.keySet().removeIf(field -> isExcused(excused, key, field));
        right.keySet().removeIf(field -> isExcused(excused, key, field));
        assertThat(left).as("seed %d %s", seed, key).isEqualTo(right);
        compared += left.size();
      }
    }
    assertThat(compared).as("fields compared").isGreaterThan(1_500);
  }

  /** Any draft over any change upstream: nothing is asked twice, and no side's change is lost. */
  @Test
  void r21SettlesInOneStep() {
    for (long seed = 0; seed < 80; seed++) {
      RandomVersions versions = new RandomVersions(seed);
      Ontology base = Snapshots.of(versions.first);
      Ontology canonical = Snapshots.of(versions.next(versions.first));
      DraftOverlay draft = versions.draft(base);
      assertThat(Rebase.analyze(draft, base, SCHEMAS).changes())
          .as("seed %d R1", seed)
          .isEqualTo(draft.changes());
      RebasePlan plan = Rebase.analyze(draft, canonical, SCHEMAS);
      RebasePlan again =
          Rebase.analyze(DraftOverlay.of(canonical, plan.changes()), canonical, SCHEMAS);
      assertThat(again.changes()).as("seed %d", seed).isEqualTo(plan.changes());
      assertThat(again.clean()).as("seed %d", seed).isTrue();
    }
  }

  /** The document's fields, sets without order. */
  private static Map<String, Object> fields(EntityKey key, @Nullable EntityDocument document) {
    Map<String, Object> fields = new TreeMap<>();
    if (document != null) {
      for (String name : document.json().propertyNames()) {
        JsonNode value = document.json().get(name);
        boolean set = EntityFields.find(key.type(), name).filter(FieldSpec::isSet).isPresent();
        fields.put(name, set ? new HashSet<>(value.values()) : value);
      }
    }
    return fields;
  }

  /**
   * Where a step reports a conflict or a convergence the law does not hold, nor where both sides
   * made the same change to a part of a set or text.
   */
  private static Set<String> excused(List<RebasePlan> plans) {
    Set<String> excused = new HashSet<>();
    for (RebasePlan plan : plans) {
      for (EntityMerge merge : plan.merges()) {
        if (merge.kind() != EntityMerge.Kind.MERGED) {
          excused.add(merge.key().toString());
        }
        for (FieldDecision decision : merge.decisions()) {
          boolean hard =
              switch (decision.reason()) {
                case CONFLICT, CONVERGED, LINE_MERGE -> true;
                case SET_MERGE -> sharesAChange(decision);
                case DRAFT_ONLY, CANONICAL_ONLY -> false;
                case RENAME_FOLLOWED, CHOSEN -> true;
              };
          if (hard) {
            excused.add(merge.key() + " " + family(decision.field().name()));
          }
        }
      }
    }
    return excused;
  }

  private static boolean sharesAChange(FieldDecision decision) {
    Set<JsonNode> base = items(decision.base());
    Set<JsonNode> draft = items(decision.draft());
    Set<JsonNode> canonical = items(decision.canonical());
    return draft.stream().anyMatch(item -> !base.contains(item) && canonical.contains(item))
        || base.stream().anyMatch(item -> !draft.contains(item) && !canonical.contains(item));
  }

  private static Set<JsonNode> items(@Nullable JsonNode list) {
    return list == null ? Set.of() : new HashSet<>(list.values());
  }

  private static boolean isExcused(Set<String> excused, EntityKey key, String field) {
    return excused.contains(key.toString()) || excused.contains(key + " " + family(field));
  }

  private static String family(String field) {
    return field.replaceFirst("^(required|optional)_", "");
  }
}
