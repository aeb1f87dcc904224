package org.ontodraft.model.refactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.refactor.RefactoringOutcome.Previewed;
import org.ontodraft.model.refactor.RefactoringOutcome.Refused;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.Snapshots;

class RefusalsTest {
  private static final RepositorySchemas SCHEMAS =
      RepositorySchemas.compile(
          Map.of(
              EntityType.CATEGORY,
              new SourceFile(
                  "categories/_schema.json",
                  "s",
                  "{\"properties\":{\"id\":{\"pattern\":\"^[A-Z][A-Za-z_]*$\"}}}")));
  private static final Ontology BASE =
      Snapshots.of(
          "category:Agent {}",
          "category:Person {'parents':['Agent'],'optional_properties':['Has_name']}",
          "category:Pupil {'parents':['Student']}",
          "category:Student {'parents':['Person']}",
          "module:Core {'categories':['Agent']}",
          "module:More {}",
          "property:Has_name {'description':'Deprecated.'}",
          "property:Has_other {}",
          "resource:Person/x {'category':'Person'}");

  private static List<String> refusals(Refactoring refactoring, DraftOverlay overlay) {
    return switch (refactoring.preview(overlay, SCHEMAS)) {
      case Previewed previewed -> List.of();
      case Refused(List<Refusal> reasons) ->
          reasons.stream()
              .map(reason -> reason.reason() + " " + reason.where() + " " + reason.arguments())
              .toList();
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          F1 rename nobody       | rename category:Nobody Other              | UNKNOWN_ENTITY category:Nobody []
          F2 rename to itself    | rename category:Agent Agent               | NOTHING_TO_DO category:Agent []
          F3 no key              | rename category:Agent a/b                 | KEY_INVALID category:Agent [a/b, NESTED]
          F4 reserved            | rename category:Agent con                 | KEY_INVALID category:Agent [con, RESERVED_NAME]
          F5 taken               | rename category:Agent Person              | KEY_TAKEN category:Person []
          F6 looks alike         | rename category:Agent PERSON              | KEY_LOOKS_ALIKE category:Person []
          F7 against the schema  | rename category:Agent agent_2             | KEY_AGAINST_SCHEMA category:agent_2 [agent_2, schema-pattern]
          F8 only the case       | rename category:Agent AGENT               |
          F9 not above           | up category:Person property:Has_name category:Student | NOT_RELATED category:Person [category:Student]
          F10 not listed         | up category:Person property:Has_other category:Agent  | NOT_LISTED category:Person [property:Has_other]
          F11 no item            | up category:Person module:Core category:Agent         | WRONG_TYPE module:Core [property, subobject]
          F12 to no category     | up category:Person property:Has_name module:Core      | WRONG_TYPE module:Core [category]
          F13 not below          | down category:Person property:Has_name category:Agent | NOT_RELATED category:Person [category:Agent]
          F14 no child           | down category:Pupil property:Has_name                 | NOT_LISTED category:Pupil [property:Has_name]
          F15 split off nothing  | split category:Person New parent                      | NOTHING_TO_DO category:Person []
          F16 split to a taken   | split category:Person Agent parent property:Has_name  | KEY_TAKEN category:Agent []
          F17 split a property   | split property:Has_name New parent                    | WRONG_TYPE property:Has_name [category]
          F18 merge other types  | merge category:Agent property:Has_name                | WRONG_TYPE category:Agent [property]
          F19 merge with itself  | merge category:Agent category:Agent                   | NOTHING_TO_DO category:Agent []
          F20 merge to a ring    | merge category:Person category:Pupil                  | CYCLE category:Pupil []; CYCLE category:Student []
          F21 move what is not   | move category:Person module:Core module:More          | NOT_LISTED module:Core [category:Person]
          F22 move a module      | move module:Core module:Core module:More              | WRONG_TYPE module:Core [category, property, subobject, template, dashboard, resource]
          F23 move to no module  | move category:Agent module:Core category:Person       | WRONG_TYPE category:Person [module]
          F24 deprecated already | deprecate property:Has_name                           | NOTHING_TO_DO property:Has_name []
          F25 replaced by itself | deprecate property:Has_name property:Has_name         | CYCLE property:Has_name []
          F26 replaced by none   | deprecate property:Has_name property:Has_gone         | UNKNOWN_ENTITY property:Has_gone []
          F27 replaced by other  | deprecate property:Has_name category:Agent            | WRONG_TYPE category:Agent [property]
          F29 below itself       | parent category:Person category:Agent category:Person | CYCLE category:Person []
          F30 below its child    | parent category:Person - category:Pupil               | CYCLE category:Person []
          F31 not a parent of it | parent category:Pupil category:Agent category:Person  | NOT_RELATED category:Pupil [category:Agent]
          F32 has it already     | parent category:Pupil - category:Student              | NOTHING_TO_DO category:Pupil []
          F33 below a module     | parent category:Pupil - module:Core                   | WRONG_TYPE module:Core [category]
          F28 delete nobody      | delete category:Nobody                                | UNKNOWN_ENTITY category:Nobody []
          """)
  void areTyped(String row, String words, @Nullable String expected) {
    List<String> refusals =
        refusals(
            RefactoringsDocTest.refactoring(words.split(" ")), DraftOverlay.of(BASE, List.of()));
    assertThat(String.join("; ", refusals)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aRenameSaysWhatARebaseHasToKnow() {
    EntityKey agent = key("category:Agent");

    assertThat(new Rename(agent, "Actor").intent())
        .contains(new DraftIntent.Rename(agent, key("category:Actor")));
    assertThat(new Rename(agent, "a/b").intent()).isEmpty();
  }

  @Test
  void aBrokenChangeIsMendedFirst() {
    EntityKey person = key("category:Person");
    JsonPatch patch = JsonPatch.parse("[{\"op\":\"remove\",\"path\":\"/gone\"}]");
    DraftOverlay draft =
        DraftOverlay.of(BASE, List.of(new DraftChange.Update(person, BASE.file(person), patch)));

    assertThat(refusals(new Rename(key("category:Agent"), "Actor"), draft))
        .containsExactly("BROKEN_CHANGE category:Person []");
  }

  @Test
  void whatTheFormatCannotHoldIsRefused() {
    Ontology base =
        InMemoryRepository.of(Map.of("templates/T.wikitext", "x\n", "templates/U.wikitext", "y\n"))
            .ontology();

    assertThat(refusals(new Deprecate(key("template:T"), null), DraftOverlay.of(base, List.of())))
        .containsExactly("NOT_WRITABLE template:T [wikitext-no-place, /description]");
  }

  @Test
  void aRingOfCategoriesAndOddValuesDoNotStopARename() {
    Ontology base =
        Snapshots.of(
            "category:A {'parents':['B']}",
            "category:B {'parents':['A']}",
            "category:C {'parents':'A','required_properties':{'A':1}}",
            "category:D {'parents':[1,null,{'x':'A'},'A',['A']]}",
            "property:P {'allowed_values':{'from_category':['A']}}");

    RefactoringOutcome outcome =
        new Rename(key("category:A"), "Z")
            .preview(DraftOverlay.of(base, List.of()), RepositorySchemas.compile(Map.of()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Previewed.class,
            done -> {
              assertThat(done.preview().after().document(key("category:D")))
                  .isEqualTo(document("category:D", "{'parents':[1,null,{'x':'A'},'Z',['A']]}"));
              assertThat(done.preview().after().hierarchy().parents(key("category:B")))
                  .containsExactly(key("category:Z"));
            });
  }

  @Test
  void anEntityThatManyNameIsRenamedEverywhere() {
    int many = 5_000;
    Map<EntityKey, EntityDocument> documents =
        IntStream.range(0, many)
            .mapToObj(i -> key("category:Child_" + i))
            .collect(
                Collectors.toMap(
                    child -> child, child -> document(child, "{'parents':['Root','Root']}")));
    documents.put(key("category:Root"), document("category:Root", "{}"));
    DraftOverlay overlay = DraftOverlay.of(Snapshots.of(documents), List.of());

    RefactoringOutcome outcome =
        new Rename(key("category:Root"), "Top")
            .preview(overlay, RepositorySchemas.compile(Map.of()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Previewed.class,
            done -> {
              assertThat(done.preview().step().edits()).hasSize(many + 2);
              assertThat(done.preview().after().referencesTo(key("category:Root"))).isEmpty();
            });
  }
}
