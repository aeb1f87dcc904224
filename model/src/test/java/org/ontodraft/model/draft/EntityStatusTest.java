package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.Snapshots;

/** What a draft does to entities and fields, in each of the eight states. */
class EntityStatusTest {
  private static final String PERSON =
      "{'label':'Person','description':'A human.','parents':['Agent'],"
          + "'required_properties':['Has_name'],'optional_properties':['Has_age','Has_site']}";
  private static final Ontology BASE =
      Snapshots.of(
          "category:Agent {'label':'Agent','optional_properties':['Has_site']}",
          "category:Person " + PERSON,
          "category:Student {'label':'Student','parents':['Person']}",
          "category:Twin " + PERSON,
          "property:Has_age {'label':'Age'}",
          "property:Has_name {'label':'Name'}",
          "property:Has_site {'label':'Site'}");

  private static DraftOverlay draft(String... changes) {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    for (String change : changes) {
      int space = change.indexOf(' ');
      EntityKey key = key(change.substring(0, space));
      String json = change.substring(space + 1);
      overlay =
          overlay.with(
              key, overlay.changeTo(key, json.equals("none") ? null : document(key, json)));
    }
    return overlay;
  }

  @Test
  void aCreatedEntityLikeADeletedOneIsRenamed() {
    DraftOverlay draft =
        draft(
            "category:Person none",
            "category:Human " + PERSON,
            "category:Rock {'label':'Rock'}",
            "property:Has_person " + PERSON);

    assertThat(draft.status(key("category:Human"))).isEqualTo(EntityStatus.RENAMED);
    assertThat(draft.status(key("category:Person"))).isEqualTo(EntityStatus.DELETED);
    assertThat(draft.renamedFrom(key("category:Human"))).contains(key("category:Person"));
    assertThat(draft.renamedTo(key("category:Person"))).contains(key("category:Human"));
    assertThat(draft.status(key("category:Rock"))).isEqualTo(EntityStatus.ADDED);
    assertThat(draft.status(key("property:Has_person"))).isEqualTo(EntityStatus.ADDED);
    assertThat(draft.with(key("category:Person"), null).status(key("category:Human")))
        .isEqualTo(EntityStatus.ADDED);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "F.1 unchanged   | category:Twin    | category:Agent {'label':'A','optional_properties':['Has_site']} | {}",
        "F.2 added       | category:New     | category:New {'label':'New','parents':['Agent']}"
            + " | {id=ADDED, label=ADDED, optional_properties=AFFECTED, parents=ADDED}",
        "F.3 modified    | category:Student | category:Student {'label':'Pupil','description':'New.'}"
            + " | {description=ADDED, label=MODIFIED, optional_properties=AFFECTED, parents=DELETED,"
            + " required_properties=AFFECTED}",
        "F.4 deleted     | category:Agent   | category:Agent none"
            + " | {id=DELETED, label=DELETED, optional_properties=DELETED}",
        "F.5 affected    | category:Student | category:Person {'required_properties':['Has_age']}"
            + " | {optional_properties=AFFECTED, required_properties=AFFECTED}",
        "F.6 order only  | category:Person  | category:Person {'label':'Person',"
            + "'description':'A human.','parents':['Agent'],'required_properties':['Has_name'],"
            + "'optional_properties':['Has_site','Has_age']} | {}",
        "F.7 not there   | category:Nobody  | category:Agent none | {}"
      })
  void fieldsHaveAStatusToo(String row, String entity, String change, String expected) {
    assertThat(new java.util.TreeMap<>(draft(change).fieldStatuses(key(entity))).toString())
        .isEqualTo(expected);
  }

  @Test
  void aRenamedEntityIsComparedWithWhatItWas() {
    DraftOverlay draft =
        draft("category:Person none", "category:Human " + PERSON.replace("'Person'", "'Human'"));

    assertThat(draft.fieldStatuses(key("category:Human")))
        .containsEntry("label", EntityStatus.MODIFIED)
        .containsEntry("id", EntityStatus.MODIFIED)
        .doesNotContainKeys("description", "parents");
  }

  @Test
  void aBrokenChangeMarksTheFieldsItIsAbout() {
    EntityKey person = key("category:Person");
    JsonPatch patch =
        JsonPatch.parse(
            "[{\"op\":\"replace\",\"path\":\"/label\",\"value\":\"Human\"},"
                + "{\"op\":\"remove\",\"path\":\"/allowed_pattern\"}]");
    DraftOverlay draft =
        DraftOverlay.of(BASE, List.of(new DraftChange.Update(person, BASE.file(person), patch)));

    assertThat(draft.status(person)).isEqualTo(EntityStatus.BROKEN);
    assertThat(draft.fieldStatuses(person))
        .isEqualTo(Map.of("label", EntityStatus.BROKEN, "allowed_pattern", EntityStatus.BROKEN));
    assertThat(draft.document(person).label()).contains("Human");
    assertThat(draft.withConflicts(Map.of(person, Set.of("label"))).status(person))
        .isEqualTo(EntityStatus.BROKEN);
  }

  @Test
  void aRebasePlanSaysWhatIsInConflict() {
    DraftOverlay draft =
        draft(
            "category:Person {'label':'Human','description':'Mine.'}",
            "category:Agent none",
            "category:Twin {'label':'Mine'}");
    Ontology upstream =
        Snapshots.of(
            "category:Agent {'label':'Actor'}",
            "category:Person {'label':'Individual','description':'Mine.'}",
            "category:Student {'label':'Student','parents':['Person']}",
            "category:Twin " + PERSON,
            "property:Has_age {'label':'Age'}",
            "property:Has_name {'label':'Name'}",
            "property:Has_site {'label':'Site'}");
    RebasePlan plan = Rebase.analyze(draft, upstream, RepositorySchemas.compile(Map.of()));

    DraftOverlay shown = draft.withConflicts(plan.conflictedFields());

    assertThat(shown.status(key("category:Person"))).isEqualTo(EntityStatus.CONFLICTED);
    assertThat(shown.fieldStatuses(key("category:Person")))
        .containsEntry("label", EntityStatus.CONFLICTED)
        .containsEntry("description", EntityStatus.MODIFIED);
    assertThat(shown.document(key("category:Person")).label()).contains("Human");
    assertThat(shown.status(key("category:Agent"))).isEqualTo(EntityStatus.CONFLICTED);
    assertThat(shown.exists(key("category:Agent"))).isFalse();
    assertThat(shown.status(key("category:Twin"))).isEqualTo(EntityStatus.MODIFIED);
    assertThat(shown.sameAs(draft)).isTrue();
    assertThat(shown.withConflicts(plan.conflictedFields())).isSameAs(shown);

    DraftOverlay edited = shown.with(key("category:Student"), null);
    assertThat(edited.status(key("category:Person"))).isEqualTo(EntityStatus.CONFLICTED);
    assertThat(edited.sameAs(shown)).isFalse();
    assertThat(edited.with(key("category:Person"), null).status(key("category:Person")))
        .isEqualTo(EntityStatus.UNCHANGED);
  }
}
