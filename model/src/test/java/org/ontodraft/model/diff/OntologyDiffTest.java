package org.ontodraft.model.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.Snapshots;

class OntologyDiffTest {
  private static final Ontology BASE =
      Snapshots.of(
          "category:Agent {'label':'Agent','required_properties':['Has_name']}",
          "category:Person {'label':'Person','parents':['Agent'],"
              + "'optional_properties':['Has_age','Has_site']}",
          "category:Student {'label':'Student','parents':['Person']}",
          "property:Has_age {'label':'Age','datatype':'Number'}",
          "property:Has_name {'label':'Name'}",
          "template:Old {'wikitext':'gone'}");

  @Test
  void namesWhatIsNewGoneRenamedAndChanged() {
    Ontology mine =
        Snapshots.of(
            "category:Agent {'label':'Agent','optional_properties':['Has_name']}",
            "category:Human {'label':'Human','parents':['Agent'],"
                + "'optional_properties':['Has_site','Has_age']}",
            "category:Student {'label':'Student','parents':['Human'],"
                + "'optional_properties':['Has_number']}",
            "property:Has_age {'label':'Age','datatype':'Number'}",
            "property:Has_name {'label':'Name'}",
            "property:Has_number {'label':'Number'}");

    OntologyDiff diff = OntologyDiff.between(BASE, mine);

    assertThat(diff.changes())
        .extracting(change -> change.getClass().getSimpleName() + " " + change.key())
        .containsExactly(
            "Modified category:Agent",
            "Renamed category:Human",
            "Modified category:Student",
            "Added property:Has_number",
            "Deleted template:Old");
    assertThat(diff.change(key("category:Human")))
        .hasValueSatisfying(change -> {
          assertThat(((EntityChange.Renamed) change).from()).isEqualTo(key("category:Person"));
          assertThat(change.rows())
              .extracting(row -> row.field().name() + " " + row.kind())
              .containsExactly(
                  "id MODIFIED",
                  "label MODIFIED",
                  "parents UNCHANGED",
                  "optional_properties UNCHANGED");
        });
    assertThat(diff.change(key("category:Person"))).isEmpty();
    assertThat(diff.effects())
        .containsExactly(
            effect("category:Agent", List.of(), List.of("property:Has_name")),
            effect("category:Human", List.of(), List.of("property:Has_name")),
            effect(
                "category:Student", List.of("property:Has_number"), List.of("property:Has_name")));
  }

  private static EffectChange effect(String category, List<String> gains, List<String> optional) {
    return new EffectChange(
        key(category),
        gains.stream().map(Snapshots::key).toList(),
        List.of(),
        List.of(),
        optional.stream().map(Snapshots::key).toList());
  }

  @Test
  void readsOnlyWhatDiffers() {
    Map<String, String> files = new HashMap<>(OntologyGenerator.files(3, 400));
    InMemoryRepository repository = InMemoryRepository.of(files);
    OntologyVersion first = repository.head();
    String changed = new TreeSet<>(files.keySet()).first();
    repository.commit(
        "One label",
        Map.of(
            changed,
            repository.text(first.commit(), changed).replace("\"label\": \"", "\"label\": \"X")));
    List<String> read = new ArrayList<>();

    OntologyDiff diff =
        OntologyDiff.between(
            recording(repository.ontology(first), read), recording(repository.ontology(), read));

    assertThat(diff.changes()).hasSize(1);
    assertThat(read).containsExactly(changed, changed);
  }

  private static Ontology recording(Ontology ontology, List<String> read) {
    return Ontology.of(
        new StoredOntology(ontology.version(), everything(ontology), List.of(), List.of(), false),
        entity -> {
          read.add(entity.sourcePath());
          return ontology.file(entity.key());
        },
        (entity, file) -> ontology.document(entity.key()));
  }

  private static List<EntitySummary> everything(Ontology ontology) {
    return Arrays.stream(EntityType.values())
        .flatMap(type -> ontology.entities(type).stream())
        .toList();
  }

  @Test
  void anotherLayoutOfTheSameDocumentIsNoChange() {
    InMemoryRepository repository =
        InMemoryRepository.of(Map.of("categories/A.json", "{\"id\":\"A\",\"label\":\"L\"}\n"));
    OntologyVersion first = repository.head();
    repository.commit(
        "Layout", Map.of("categories/A.json", "{\n  \"label\": \"L\",\n  \"id\": \"A\"\n}\n"));

    assertThat(OntologyDiff.between(repository.ontology(first), repository.ontology()).changes())
        .isEmpty();
  }

  @Test
  void anotherOrderOfASetIsAChangeWithoutAChangedRow() {
    DraftOverlay draft = DraftOverlay.of(BASE, List.of());
    EntityDocument reordered =
        Snapshots.document(
            "category:Person",
            "{'id':'Person','label':'Person','parents':['Agent'],"
                + "'optional_properties':['Has_site','Has_age']}");
    draft = draft.with(key("category:Person"), draft.changeTo(key("category:Person"), reordered));

    OntologyDiff diff = OntologyDiff.between(BASE, draft);

    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.changes().iterator().next().rows())
        .allMatch(row -> row.kind() == FieldChange.Kind.UNCHANGED);
  }

  @Test
  void twoDraftsAreComparedAsTheyAre() {
    DraftOverlay none = DraftOverlay.of(BASE, List.of());
    DraftOverlay one = none.with(key("category:Agent"), none.changeTo(key("category:Agent"), null));
    DraftOverlay other =
        one.with(key("property:Has_age"), one.changeTo(key("property:Has_age"), null));

    assertThat(OntologyDiff.between(one, other).changes())
        .extracting(change -> change.getClass().getSimpleName() + " " + change.key())
        .containsExactly("Deleted property:Has_age");
    assertThat(OntologyDiff.between(one, BASE).changes())
        .extracting(change -> change.getClass().getSimpleName() + " " + change.key())
        .containsExactly("Added category:Agent");
  }

  @Test
  void whoNamesAParentThatIsGoneLosesWhatItGave() {
    Ontology before =
        Snapshots.of(
            "category:A {'optional_properties':['Has_x']}",
            "category:B {'parents':['A']}",
            "category:C {'parents':['B']}");
    Ontology after = Snapshots.of("category:B {'parents':['A']}", "category:C {'parents':['B']}");
    DraftOverlay draft = DraftOverlay.of(before, List.of());
    draft = draft.with(key("category:A"), draft.changeTo(key("category:A"), null));

    for (OntologyView mine : List.of(after, draft)) {
      assertThat(OntologyDiff.between(before, mine).effects())
          .extracting(effect -> effect.category() + " " + effect.loses())
          .containsExactly("category:B [property:Has_x]", "category:C [property:Has_x]");
    }
  }

  @Test
  void cyclesOfCategoriesHaveEffectsToo() {
    Ontology before = Snapshots.of("category:A {'parents':['B']}", "category:B {}");
    Ontology after =
        Snapshots.of(
            "category:A {'parents':['B']}",
            "category:B {'parents':['A'],'optional_properties':['Has_x']}");

    assertThat(OntologyDiff.between(before, after).effects())
        .extracting(EffectChange::category)
        .containsExactly(key("category:B"));
  }
}
