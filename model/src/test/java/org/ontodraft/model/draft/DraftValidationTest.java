package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.validation.Finding;

class DraftValidationTest {
  private static final RepositorySchemas SCHEMAS = RepositorySchemas.compile(Map.of());

  private static final Ontology BASE =
      Snapshots.of(
          "category:Agent {'label':'Agent','required_properties':['Has_name']}",
          "category:Person {'label':'Person','parents':['Agent']}",
          "category:Student {'label':'Student','parents':['Person']}",
          "category:Odd {'label':'Odd','parents':['Nowhere'],'optional_properties':['Has_name','Has_name']}",
          "category:Ring {'label':'Ring','parents':['Gnir']}",
          "category:Gnir {'label':'Gnir','parents':['Ring']}",
          "property:Has_name {'label':'Name'}",
          "property:Has_age {'label':'Age','has_display_template':'Template:Property/Age'}",
          "template:Property/Age {'label':'Age','wikitext':''}",
          "resource:Person/Ann {'label':'Ann','category':'Person','Has_name':'Ann'}");

  /**
   * Edits, separated by {@code ;}, then the findings they make. An edit without a document is a
   * deletion.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          N.1 nothing to say              | category:Person {'label':'Human','parents':['Agent']} |
          N.2 unknown parent              | category:Person {'label':'P','parents':['Agent','Nobody']} | ERROR missing-reference category:Person /parents/1 [category:Nobody]
          N.3 unknown property            | category:New {'label':'N','optional_properties':['Has_x']} | ERROR missing-reference category:New /optional_properties/0 [property:Has_x]
          N.4 unknown category, one key   | resource:Person/Bob {'label':'Bob','category':'Robot'} | ERROR missing-reference resource:Person/Bob /category [category:Robot]
          N.5 unknown property of a page  | resource:Person/Bob {'label':'Bob','category':'Person','Has_fun':'1'} | ERROR missing-reference resource:Person/Bob /Has_fun [property:Has_fun]; WARNING missing-value resource:Person/Bob /Has_name [Has_name, Person]
          N.6 created in the same draft   | category:New {'label':'N','parents':['Newer']} ; category:Newer {'label':'M'} |
          N.7 wrong before the draft      | category:Odd {'label':'Odder','parents':['Nowhere'],'optional_properties':['Has_name','Has_name']} |
          N.8 wrong before, moved         | category:Odd {'label':'Odd','parents':['Elsewhere','Nowhere'],'optional_properties':['Has_name','Has_name']} | ERROR missing-reference category:Odd /parents/0 [category:Elsewhere]
          N.9 wrong before, and more      | category:Odd {'label':'Odd','parents':['Nowhere','Noplace'],'optional_properties':['Has_name','Has_name']} | ERROR missing-reference category:Odd /parents/1 [category:Noplace]
          N.10 deleted and still used     | property:Has_name | ERROR deleted-reference category:Agent /required_properties/0 [property:Has_name]; ERROR deleted-reference category:Odd /optional_properties/0 [property:Has_name]; ERROR deleted-reference category:Odd /optional_properties/1 [property:Has_name]; ERROR deleted-reference resource:Person/Ann /Has_name [property:Has_name]
          N.11 deleted with its users     | category:Student ; category:Person ; resource:Person/Ann |
          N.12 deleted, the user changed  | category:Agent ; category:Person {'label':'Person'} | WARNING unknown-property resource:Person/Ann /Has_name [Has_name, Person]
          N.13 a changed entity uses it   | category:Agent ; category:Person {'label':'Human','parents':['Agent']} | ERROR deleted-reference category:Person /parents/0 [category:Agent]; WARNING unknown-property resource:Person/Ann /Has_name [Has_name, Person]
          N.14 required and optional      | category:Person {'label':'P','parents':['Agent'],'required_properties':['Has_age'],'optional_properties':['Has_name','Has_age']} | ERROR required-and-optional category:Person /optional_properties/1 [Has_age]; WARNING loosened-item category:Person /optional_properties/0 [Has_name, Agent]; WARNING missing-value resource:Person/Ann /Has_age [Has_age, Person]
          N.15 the same item twice        | category:Person {'label':'P','parents':['Agent','Agent']} | ERROR duplicate-item category:Person /parents/1 [Agent]
          N.16 the id is not the key      | category:Person {'id':'Human','label':'P','parents':['Agent']} | ERROR id-mismatch category:Person /id [Human, Person]
          N.17 a name no entity can have  | category:Person {'label':'P','parents':['a:b']} | ERROR invalid-key category:Person /parents/0 [a:b]; WARNING unknown-property resource:Person/Ann /Has_name [Has_name, Person]
          N.18 template with namespace    | property:Has_age {'label':'How old','has_display_template':'Template:Property/Age'} |
          N.19 a cycle of two             | category:Agent {'label':'Agent','required_properties':['Has_name'],'parents':['Student']} | ERROR inheritance-cycle category:Agent /parents/0 [Agent → Student → Person → Agent]; WARNING unknown-property resource:Person/Ann /Has_name [Has_name, Person]
          N.20 its own parent             | category:Agent {'label':'Agent','required_properties':['Has_name'],'parents':['Agent']} | ERROR inheritance-cycle category:Agent /parents/0 [Agent → Agent]
          N.21 an old cycle               | category:Ring {'label':'Other','parents':['Gnir']} |
          N.22 a new way into an old one  | category:Ring {'label':'Ring','parents':['Gnir','Agent']} ; category:Agent {'label':'Agent','required_properties':['Has_name'],'parents':['Ring']} | ERROR inheritance-cycle category:Agent /parents/0 [Agent → Ring → Agent]; ERROR inheritance-cycle category:Ring /parents/1 [Ring → Agent → Ring]
          N.23 two changes close one      | category:A {'label':'A','parents':['B']} ; category:B {'label':'B','parents':['A']} | ERROR inheritance-cycle category:A /parents/0 [A → B → A]; ERROR inheritance-cycle category:B /parents/0 [B → A → B]
          N.24 differs in case alone      | category:PERSON {'label':'P'} | ERROR occupied-path category:PERSON  [categories/Person.json]
          N.25 renamed in case            | category:Student ; category:STUDENT {'label':'S'} |
          N.26 two new ones of one name   | category:x {'label':'X'} ; category:X {'label':'X'} | ERROR occupied-path category:X  [categories/x.json]; ERROR occupied-path category:x  [categories/X.json]; WARNING duplicate-label category:X /label [X, category:x]; WARNING duplicate-label category:x /label [X, category:X]
          """)
  void says(String row, String edits, @Nullable String expected) {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    for (String edit : edits.split(" ; ")) {
      int space = edit.strip().indexOf(' ');
      String name = space < 0 ? edit.strip() : edit.strip().substring(0, space);
      EntityKey key = key(name);
      overlay =
          overlay.with(
              key,
              overlay.changeTo(
                  key, space < 0 ? null : document(key, edit.strip().substring(space + 1))));
    }
    assertThat(texts(DraftValidation.check(overlay, SCHEMAS)))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aBrokenChangeIsAnError() {
    EntityKey person = key("category:Person");
    JsonPatch patch =
        JsonPatch.parse(
            "[{\"op\":\"remove\",\"path\":\"/gone\"},{\"op\":\"remove\",\"path\":\"/label\"}]");
    DraftOverlay overlay =
        DraftOverlay.of(BASE, List.of(new DraftChange.Update(person, BASE.file(person), patch)));
    assertThat(texts(DraftValidation.check(overlay, SCHEMAS)))
        .startsWith(
            "ERROR broken-change-missing category:Person /gone [categories/Person.json, remove]");
  }

  @Test
  void aFileThatCannotBeReadIsNeitherMissingNorWrittenOver() {
    SourceProblem unreadable =
        new SourceProblem(
            "categories/Damaged.json", "b1", SourceProblem.Code.MALFORMED, 1, List.of("why"));
    SourceProblem newer =
        new SourceProblem(
            "categories/Agent.json", "b2", SourceProblem.Code.MALFORMED, 1, List.of("why"));
    DraftOverlay overlay =
        DraftOverlay.of(Snapshots.with(BASE, List.of(unreadable, newer)), List.of());
    EntityKey person = key("category:Person");
    overlay =
        overlay.with(
            person,
            overlay.changeTo(
                person, document(person, "{'label':'P','parents':['Agent','Damaged']}")));
    EntityKey damaged = key("category:Damaged");
    DraftOverlay creating =
        overlay.with(damaged, overlay.changeTo(damaged, document(damaged, "{'label':'D'}")));
    EntityKey agent = key("category:Agent");
    DraftOverlay writing =
        overlay.with(
            agent,
            overlay.changeTo(
                agent, document(agent, "{'label':'A','required_properties':['Has_name']}")));
    String warning = "WARNING unreadable-reference category:Person /parents/1 [category:Damaged]";
    assertThat(texts(DraftValidation.check(overlay, SCHEMAS))).isEqualTo(warning);
    assertThat(texts(DraftValidation.check(creating, SCHEMAS)))
        .isEqualTo("ERROR occupied-path category:Damaged  [categories/Damaged.json]");
    assertThat(texts(DraftValidation.check(writing, SCHEMAS)))
        .isEqualTo("ERROR occupied-path category:Agent  [categories/Agent.json]; " + warning);
  }

  @Test
  void theSchemaIsAskedAboutChangedEntitiesOnly() {
    String text =
        """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
         "required": ["description"]}
        """;
    RepositorySchemas schemas =
        RepositorySchemas.compile(
            Map.of(EntityType.CATEGORY, new SourceFile("categories/_schema.json", "schema", text)));
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    EntityKey robot = key("category:Robot");
    overlay = overlay.with(robot, overlay.changeTo(robot, document(robot, "{'label':'R'}")));
    // Person lacks a description too, and did before.
    EntityKey person = key("category:Person");
    overlay =
        overlay.with(
            person,
            overlay.changeTo(person, document(person, "{'label':'H','parents':['Agent']}")));
    assertThat(DraftValidation.check(overlay, schemas))
        .extracting(Finding::key)
        .containsExactly(robot);
  }

  private static String texts(List<Finding> findings) {
    return findings.stream()
        .map(f ->
            f.severity() + " " + f.rule() + " " + f.key() + " " + f.pointer() + " " + f.arguments())
        .collect(Collectors.joining("; "));
  }
}
