package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.EditorFixture.key;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.ui.editor.FieldContent.Group;
import org.ontodraft.app.ui.editor.ItemTable.Row;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.format.JsonCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a panel shows of an entity. */
class EntityReaderTest {
  private final EditorFixture at = EditorFixture.editing();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aCategoryHasItsFieldsInOrderAndItsListsInTables() {
    EntityContent person = read("category:Person");
    assertThat(person.fields())
        .filteredOn(field -> field.group() == Group.OWN)
        .extracting(FieldContent::name)
        .containsExactly("id", "label", "description", "parents");
    assertThat(person.modules()).containsExactly(key("module:Core"));
    assertThat(person.path()).isEqualTo("categories/Person.json");
    assertThat(rows(person, 0))
        .containsExactly(
            "REQUIRED Has_name Text/single Person NONE",
            "OPTIONAL Has_birthday Date/single Person NONE",
            "OPTIONAL Has_orcid External identifier/single Person NONE",
            "INHERITED Has_email Email/multiple Agent NONE",
            "INHERITED Has_website URL/multiple Agent NONE");
    assertThat(person.tables().getFirst().effective()).isEqualTo(5);
    assertThat(person.tables().getFirst().direct()).isEqualTo(3);
    assertThat(rows(person, 1)).containsExactly("OPTIONAL Address  Person NONE");
  }

  @Test
  void theTableSaysWhatTheDraftDoes() {
    set("category:Person", "required_properties", "Has_name", "Has_email", "Has_level");
    set("category:Person", "optional_properties", "Has_orcid");
    set("category:Agent", "optional_properties", "Has_email", "Is_active");
    at.workspace.session().delete(key("property:Has_orcid"));

    EntityContent person = read("category:Person");
    assertThat(rows(person, 0))
        .containsExactly(
            "REQUIRED Has_email Email/multiple Person NEED",
            "REQUIRED Has_level Text/single Person ADDED",
            "REQUIRED Has_name Text/single Person NONE",
            "OPTIONAL Has_birthday Date/single Person REMOVED",
            "OPTIONAL Has_orcid External identifier/single Person ITEM_DELETED",
            "INHERITED Has_website URL/multiple Agent REMOVED",
            "INHERITED Is_active Boolean/single Agent ADDED");
    assertThat(person.tables().getFirst().effective()).isEqualTo(5);
  }

  @Test
  void aKeyThatCannotBeOneIsARowThatCanBeTakenOut() {
    set("category:Person", "optional_properties", "a/b");
    Row row =
        read("category:Person").tables().getFirst().rows().stream()
            .filter(r -> r.item().text().equals("a/b"))
            .findFirst()
            .orElseThrow();
    assertThat(row.item().key()).isEmpty();
    assertThat(row.item().presence()).isEqualTo(Presence.MISSING);
  }

  @Test
  void tableEditsMoveRemoveAndRestoreInOneStep() {
    EntityViewModel person = at.open("category:Person");
    ItemTableViewModel table = person.tables().getFirst();
    table.add("Has_orcid", true);
    table.add("Has_level", true);
    at.settle(person);
    assertThat(at.log()).hasSize(2);
    assertThat(at.value("category:Person", "required_properties"))
        .isEqualTo("[\"Has_name\",\"Has_orcid\",\"Has_level\"]");
    assertThat(at.value("category:Person", "optional_properties")).isEqualTo("[\"Has_birthday\"]");

    table.restore(row(table, "Has_orcid"));
    table.remove(row(table, "Has_level"));
    at.settle(person);
    assertThat(at.workspace.effective().get().changes()).isEmpty();

    table.remove(row(table, "Has_birthday"));
    at.settle(person);
    assertThat(row(table, "Has_birthday").removed()).isTrue();
    table.restore(row(table, "Has_birthday"));
    at.settle(person);
    assertThat(at.workspace.effective().get().changes()).isEmpty();

    table.setRequired(row(table, "Has_website"), true);
    at.settle(person);
    assertThat(row(table, "Has_website").section()).isEqualTo(ItemTable.Section.REQUIRED);
    assertThat(row(table, "Has_website").shown().provenance()).hasSize(2);
  }

  @Test
  void linesAreGroupedByNeedOrBySourceAndFiltered() {
    EntityViewModel person = at.open("category:Person");
    ItemTableViewModel table = person.tables().getFirst();
    assertThat(headings(table)).containsExactly("REQUIRED 1", "OPTIONAL 2", "INHERITED 2");
    table.grouping().set(ItemTableViewModel.Grouping.SOURCE);
    assertThat(headings(table)).containsExactly("Person 0 3", "Agent 1 2");
    table.grouping().set(ItemTableViewModel.Grouping.NEED);
    table.remove(row(table, "Has_orcid"));
    at.settle(person);
    table.changedOnly().set(true);
    assertThat(headings(table)).containsExactly("REQUIRED 0", "OPTIONAL 0");
    assertThat(table.lines()).hasSize(3);
  }

  @Test
  void aResourceHasARowForEachPropertyOfItsCategories() {
    EntityContent ann = read("resource:Person/Ann");
    assertThat(ann.fields())
        .filteredOn(field -> field.group() == Group.MEMBER)
        .extracting(field -> field.name() + " " + field.kind() + " " + field.spec().required())
        .containsExactly(
            "Has_name TEXT true",
            "Has_birthday TEXT false",
            "Has_email STRING_SET false",
            "Has_orcid TEXT false",
            "Has_website STRING_SET false");
    assertThat(ann.fields())
        .filteredOn(field -> field.group() == Group.OTHER)
        .extracting(FieldContent::name)
        .containsExactly("Has_shoe");
  }

  @Test
  void membersFollowDatatypeCardinalityAndAllowedValues() {
    set("category:Person", "required_properties", "Has_height", "Is_active", "Has_level");
    EntityContent ann = read("resource:Person/Ann");
    assertThat(ann.fields())
        .filteredOn(field -> field.spec().required() && field.group() == Group.MEMBER)
        .extracting(field -> field.name() + " " + field.kind() + " " + field.form())
        .containsExactly(
            "Has_height TEXT DECIMAL", "Has_level CHOICE PLAIN", "Is_active BOOLEAN PLAIN");
  }

  @Test
  void aMemberOfAnotherShapeIsEditedAsJson() {
    at.workspace
        .session()
        .setField(key("resource:Person/Ann"), "Has_name", JsonNodeFactory.instance.numberNode(7));
    FieldContent name =
        read("resource:Person/Ann").fields().stream()
            .filter(field -> field.name().equals("Has_name"))
            .findFirst()
            .orElseThrow();
    assertThat(name.kind()).isEqualTo(FieldKind.JSON);
  }

  @Test
  void whereUsedGroupsByTypeAndField() {
    EntityContent person = read("category:Person");
    assertThat(person.usages())
        .extracting(group -> group.type() + " " + group.field() + " " + group.sources().size())
        .containsExactly("CATEGORY parents 1", "MODULE categories 1", "RESOURCE category 1");
    assertThat(read("property:Has_name").usages())
        .extracting(group -> group.type() + " " + group.field() + " " + group.sources().size())
        .containsExactly("CATEGORY required_properties 1", "RESOURCE  1");
  }

  @Test
  void effectsReachTheCategoriesBelow() {
    set("category:Agent", "required_properties", "Has_level");
    assertThat(read("category:Agent").effects())
        .extracting(effect -> effect.category().key() + " " + effect.gains())
        .containsExactly("Person [property:Has_level]", "Researcher [property:Has_level]");
    EntityContent person = read("category:Person");
    assertThat(person.status()).isEqualTo(EntityStatus.AFFECTED);
    assertThat(person.effects())
        .extracting(effect -> effect.category().key())
        .containsExactly("Person", "Researcher");
  }

  @Test
  void createdDeletedAndUnknownEntities() {
    EntityKey robot = key("category:Robot");
    at.workspace.session().create(robot, JsonCodec.parse("{\"id\":\"Robot\",\"label\":\"Robot\"}"));
    EntityContent created = read("category:Robot");
    assertThat(created.status()).isEqualTo(EntityStatus.ADDED);
    assertThat(created.changedFields()).isZero();

    at.workspace.session().delete(key("category:Person"));
    EntityContent deleted = read("category:Person");
    assertThat(deleted.status()).isEqualTo(EntityStatus.DELETED);
    assertThat(deleted.mine()).isNull();
    assertThat(deleted.fields())
        .anySatisfy(field -> assertThat(String.valueOf(field.mine())).isEqualTo("\"Person\""));

    assertThat(read("category:Nothing").known()).isFalse();
  }

  @Test
  void pathsLeadFromEachRoot() {
    set("category:Researcher", "parents", "Person", "Thing");
    CategoryPaths paths = read("category:Researcher").paths();
    assertThat(paths.total()).isEqualTo(2);
    assertThat(paths.paths())
        .extracting(path -> path.stream().map(EntityKey::key).toList())
        .containsExactly(List.of("Agent", "Person", "Researcher"), List.of("Thing", "Researcher"));
  }

  @Test
  void pathsOfStackedDiamondsAreCountedNotWalked() {
    Map<String, String> diamonds = new java.util.LinkedHashMap<>();
    EditorFixture.put(diamonds, "categories/D0", "'label':'x','description':'x'");
    for (int i = 1; i <= 40; i++) {
      for (String side : List.of("L", "R")) {
        EditorFixture.put(
            diamonds,
            "categories/" + side + i,
            "'label':'x','description':'x','parents':['D" + (i - 1) + "']");
      }
      EditorFixture.put(
          diamonds,
          "categories/D" + i,
          "'label':'x','description':'x','parents':['L" + i + "','R" + i + "']");
    }
    try (EditorFixture deep = EditorFixture.editing(diamonds)) {
      CategoryPaths paths =
          deep.reader.read(deep.workspace.effective().get(), key("category:D40")).paths();
      assertThat(paths.total()).isEqualTo(1L << 40);
      assertThat(paths.paths()).hasSize(CategoryPaths.SHOWN);
    }
  }

  @Test
  void aCycleOfParentsHasAPathAndAnEnd() {
    set("category:Agent", "parents", "Researcher");
    CategoryPaths paths = read("category:Person").paths();
    assertThat(paths.paths())
        .containsExactly(
            List.of(key("category:Researcher"), key("category:Agent"), key("category:Person")));
    assertThat(paths.total()).isEqualTo(1);
  }

  private EntityContent read(String key) {
    return at.reader.read(at.workspace.effective().get(), key(key));
  }

  private void set(String key, String field, String... items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    List.of(items).forEach(array::add);
    JsonNode value = array;
    at.workspace.session().setField(key(key), field, value);
    EntityDocument changed = at.document(key);
    assertThat(changed.get(field)).isEqualTo(array);
  }

  private static Row row(ItemTableViewModel table, String item) {
    return table.table().get().rows().stream()
        .filter(row -> row.item().text().equals(item))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> rows(EntityContent content, int table) {
    return content.tables().get(table).rows().stream()
        .map(row ->
            row.section()
                + " "
                + row.item().text()
                + " "
                + String.join("/", row.details())
                + " "
                + row.source().source().key()
                + " "
                + row.change())
        .toList();
  }

  private static List<String> headings(ItemTableViewModel table) {
    return table.lines().stream()
        .flatMap(line ->
            switch (line) {
              case ItemTableViewModel.Line.Need need ->
                  java.util.stream.Stream.of(need.section() + " " + need.count());
              case ItemTableViewModel.Line.Source source ->
                  java.util.stream.Stream.of(
                      source.source().key() + " " + source.depth() + " " + source.count());
              case ItemTableViewModel.Line.Item item -> java.util.stream.Stream.<String>of();
            })
        .toList();
  }
}
