package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Provenance;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The words of the panel: every key is there, and they say what is the case. */
class EditorTextsTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern LITERAL =
      Pattern.compile("\\bget\\(\\s*\"((editor|draft)\\.[^\"]+[^\".-])\"");

  private final Texts plain = Texts.load();
  private final EditorTexts texts =
      new EditorTexts(plain, new ErrorPresenter(plain, new NoticeBoard()));

  @Test
  void everyKeyInTheSourcesIsInTheBundle() throws Exception {
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files =
        Files.walk(Path.of("src", "main", "java", "org", "ontodraft", "app", "ui"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        LITERAL
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .filter(key -> plain.find(key).isEmpty())
            .forEach(missing::add);
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(EntityType.class)
  void everyFieldOfATypeHasAName(EntityType type) {
    for (FieldSpec field : EntityFields.of(type)) {
      assertThat(plain.find("field." + field.name())).as(field.name()).isPresent();
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(ItemTable.Change.class)
  void everyChangeOfARowHasWordsButNone(ItemTable.Change change) {
    EffectiveItem direct = item(0, true);
    EffectiveItem inherited = item(2, false);
    NamedItem name =
        new NamedItem("Has_x", Optional.of(key("property:Has_x")), "x", Presence.PRESENT);
    List<ItemTable.Row> rows =
        List.of(
            new ItemTable.Row(name, List.of(), inherited, direct, change),
            new ItemTable.Row(name, List.of(), direct, inherited, change));
    for (ItemTable.Row row : rows) {
      String words = texts.change(EntityType.PROPERTY, row);
      if (change == ItemTable.Change.NONE) {
        assertThat(words).isEmpty();
      } else {
        assertThat(words).isNotBlank();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(EntityKey.KeyProblem.class)
  void everyKeyProblemHasASentence(EntityKey.KeyProblem problem) {
    assertThat(texts.keyProblem(problem)).endsWith(".");
  }

  @Test
  void everyRuleHasASentence() {
    List<String> rules = new ArrayList<>(RepositorySchemas.RULES);
    rules.addAll(DraftValidation.CHANGE_RULES);
    Rule.all().forEach(rule -> rules.addAll(rule.codes()));
    assertThat(rules).allSatisfy(rule -> assertThat(plain.find("finding." + rule)).isPresent());
  }

  @Test
  void aChangeSaysWhatWas() {
    assertThat(change(JSON.stringNode("a b"), JSON.stringNode("c")))
        .isEqualTo("changed: was \u201ca b\u201d");
    assertThat(change(null, JSON.stringNode("c"))).isEqualTo("added: was not set");
    assertThat(change(JSON.stringNode(""), null)).isEqualTo("removed: was \u201c\u201d");
    assertThat(change(JSON.numberNode(1), JSON.numberNode(2))).isEqualTo("changed: was 1");
    assertThat(change(JSON.stringNode("x\ny".repeat(200)), JSON.stringNode("c")))
        .endsWith("\u2026\u201d")
        .hasSizeLessThan(120);
  }

  @Test
  void provenanceListsEverySource() {
    EffectiveItem item =
        new EffectiveItem(
            key("property:Has_x"),
            true,
            List.of(
                new Provenance(key("category:A"), 0, false),
                new Provenance(key("category:B"), 1, true),
                new Provenance(key("category:C"), 3, false)));
    assertThat(texts.provenance(item))
        .isEqualTo("Listed here, optional\nB, 1 step up, required\nC, 3 steps up, optional");
  }

  private String change(
      @org.jspecify.annotations.Nullable JsonNode base,
      @org.jspecify.annotations.Nullable JsonNode mine) {
    FieldChange.Kind kind =
        base == null
            ? FieldChange.Kind.ADDED
            : mine == null ? FieldChange.Kind.REMOVED : FieldChange.Kind.MODIFIED;
    return texts.changeOf(
        new FieldContent(
            EntityFields.unknown("x"),
            FieldContent.Group.OTHER,
            base,
            mine,
            kind,
            null,
            java.util.Map.of()));
  }

  private static EffectiveItem item(int depth, boolean required) {
    Provenance from = new Provenance(key("category:A"), depth, required);
    return new EffectiveItem(key("property:Has_x"), required, List.of(from));
  }

  private static EntityKey key(String key) {
    return EntityKey.parse(key).orElseThrow();
  }
}
