package org.ontodraft.model.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.rebase.RebaseCases.rebase;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.validation.Finding;

/** What a choice would bring is said before it is taken, and only what hangs on it. */
class ChoiceCostTest {
  private static final EntityKey PHONE = key("property:Has_phone");
  private static final List<Choice> BOTH_WAYS =
      List.of(Choice.of(Choice.Kind.MINE), Choice.of(Choice.Kind.UPSTREAM));

  private static Ontology ontology(String phoneLabel, String optional) {
    return Snapshots.ofFiles(
        Map.of(
            "categories/Person.json",
            """
            {"id": "Person", "label": "Person", "description": "p", "optional_properties": [%s]}
            """
                .formatted(optional),
            "properties/Has_phone.json",
            """
            {"id": "Has_phone", "label": "%s", "description": "x", "datatype": "Text",
             "cardinality": "single"}
            """
                .formatted(phoneLabel)));
  }

  private static Rebase deletedHereUsedThere() {
    Ontology base = ontology("Phone", "");
    DraftOverlay draft =
        DraftOverlay.of(base, List.of(new DraftChange.Delete(PHONE, base.file(PHONE))));
    return rebase(draft, ontology("Telephone", "\"Has_phone\""), List.of());
  }

  @Test
  void deletingWhatUpstreamUsesNowCostsADanglingReference() {
    List<ChoiceCost> costs = deletedHereUsedThere().costs(List.of(), Place.of(PHONE), BOTH_WAYS);

    assertThat(costs)
        .extracting(ChoiceCost::impact)
        .containsExactly(SemverLevel.MAJOR, SemverLevel.NONE);
    assertThat(costs.getFirst().otherFindings())
        .extracting(Finding::key)
        .containsExactly(key("category:Person"));
    assertThat(costs.getFirst().failingResources()).isEmpty();
    assertThat(costs.getLast().findings()).isEmpty();
  }

  @Test
  void aDecisionAboutTheSamePlaceIsLeftAside() {
    Rebase rebase = deletedHereUsedThere();
    Place place = Place.of(PHONE);
    var kept = rebase.resolution(place, Choice.of(Choice.Kind.UPSTREAM));

    assertThat(rebase.costs(List.of(kept), place, BOTH_WAYS))
        .isEqualTo(rebase.costs(List.of(), place, BOTH_WAYS));
  }

  @Test
  void aChoiceThatDoesNotFitIsLeftOut() {
    assertThat(
            deletedHereUsedThere()
                .costs(List.of(), Place.of(PHONE), List.of(Choice.of(Choice.Kind.UNION))))
        .isEmpty();
  }

  @Test
  void whatAPlanMakesOfTheDraftCanBeLookedAt() {
    Rebase rebase = deletedHereUsedThere();
    Place place = Place.of(PHONE);
    RebasePlan kept =
        rebase.resolve(List.of(rebase.resolution(place, Choice.of(Choice.Kind.UPSTREAM))));

    assertThat(rebase.merged(rebase.plan()).exists(PHONE)).isFalse();
    assertThat(rebase.merged(kept).document(PHONE).label()).contains("Telephone");
  }
}
