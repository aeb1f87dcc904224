package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.EditorFixture.key;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.editor.ChoiceFieldViewModel.Choice;
import org.ontodraft.app.ui.editor.NewEntityViewModel.KeyProblem;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Finding;

/** Creating an entity: the key is checked while it is typed, and nothing typed is lost. */
@ExtendWith(FxTest.class)
class NewEntityTest {
  private static final String SCHEMA =
      """
      {"type":"object","required":["id","label","description","note"],
       "properties":{"id":{"type":"string","pattern":"^[A-Z]"}}}
      """;

  private static final String TIED =
      """
      {"type":"object","properties":{"id":{"type":"string"}},
       "if":{"required":["dependencies"]},"then":{"required":["note"]}}
      """;

  private final EditorFixture at =
      EditorFixture.editing(
          Map.of("categories/_schema.json", SCHEMA, "modules/_schema.json", TIED));

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aCategoryIsCreatedBelowTheSelectedOneAndShown() {
    NewEntityViewModel entity = begin(EntityType.CATEGORY, Optional.of(key("category:Person")));
    assertThat(names(entity)).containsExactly("label", "description", "parents");
    assertThat(entity.complete().get()).isFalse();

    entity.key().set("Lab_member");
    assertThat(text(entity, "label").text().get()).isEqualTo("Lab member");
    text(entity, "description").text().set("Somebody of the lab");
    at.pause.end();
    at.fx.until("complete", () -> entity.complete().get());
    entity.create(at.navigator::openEntity, () -> {});
    at.settle();

    assertThat(at.document("category:Lab_member").toString())
        .isEqualTo(
            "{\"id\":\"Lab_member\",\"label\":\"Lab member\","
                + "\"description\":\"Somebody of the lab\",\"parents\":[\"Person\"]}");
    assertThat(at.navigator.calls()).containsExactly("open Entity[key=category:Lab_member]");
  }

  @Test
  void theKeyIsCheckedWhileItIsTyped() {
    NewEntityViewModel entity = begin(EntityType.CATEGORY, Optional.empty());
    entity.key().set("a/b");
    assertThat(entity.keyProblem().get())
        .isEqualTo(new KeyProblem.Unusable(EntityKey.KeyProblem.NESTED));
    entity.key().set("Person");
    assertThat(entity.keyProblem().get()).isEqualTo(new KeyProblem.Taken(key("category:Person")));
    entity.key().set("PERSON");
    at.fx.until("collision", () -> entity.keyProblem().get() != null);
    assertThat(entity.keyProblem().get())
        .isEqualTo(new KeyProblem.Collides(key("category:Person")));
    entity.key().set("robot");
    at.fx.until("schema", () -> entity.keyProblem().get() != null);
    assertThat(entity.keyProblem().get()).isInstanceOf(KeyProblem.AgainstSchema.class);
    entity.key().set("Robot");
    assertThat(entity.keyProblem().get()).isNull();
    at.fx.until("advice", () -> !entity.advice().isEmpty());
    assertThat(entity.advice()).extracting(Finding::pointer).contains("/note");
  }

  @Test
  void theDeletedKeyOfThisDraftIsTakenToo() {
    at.workspace.session().delete(key("category:Thing"));
    NewEntityViewModel entity = begin(EntityType.CATEGORY, Optional.empty());
    entity.key().set("Thing");
    assertThat(entity.keyProblem().get()).isInstanceOf(KeyProblem.Taken.class);
  }

  @Test
  void whereFieldsDependOnEachOtherTheEntityIsTypedAsText() {
    NewEntityViewModel entity = begin(EntityType.MODULE, Optional.empty());
    assertThat(entity.text().conditions().get()).containsExactly("if");
    assertThat(entity.text().text().get()).contains("\"version\"").doesNotContain("\"id\"");
    entity.key().set("Field_work");

    entity.text().text().set("{\"label\": \"Field work\", ");
    assertThat(entity.text().problem().get()).isInstanceOf(FieldProblem.NotJson.class);
    assertThat(entity.complete().get()).isFalse();

    entity
        .text()
        .text()
        .set(
            "{\"id\": \"Other\", \"label\": \"Field work\", \"description\": \"Out\","
                + " \"version\": \"1.0.0\", \"dependencies\": [\"Core\"]}");
    assertThat(entity.text().problem().get()).isNull();
    at.fx.until("advice", () -> !entity.advice().isEmpty());
    assertThat(entity.advice()).extracting(Finding::pointer).contains("/note");
    entity.create(at.navigator::openEntity, () -> {});
    at.settle();
    assertThat(at.document("module:Field_work").json().path("id").asString())
        .isEqualTo("Field_work");
    assertThat(at.document("module:Field_work").json().path("dependencies")).hasSize(1);

    entity.type().set(EntityType.CATEGORY);
    assertThat(entity.text().conditions().get()).isEmpty();
    assertThat(names(entity)).contains("label");
  }

  @Test
  void theFormSaysWhyItIsTextAndHasNoFieldsThen() {
    NewEntityViewModel entity = begin(EntityType.MODULE, Optional.empty());
    EditorTexts texts =
        new EditorTexts(Texts.load(), new ErrorPresenter(Texts.load(), new NoticeBoard()));
    onFx(() -> {
      NewEntityForm form =
          new NewEntityForm(
              entity, true, texts, new ErrorPresenter(Texts.load(), new NoticeBoard()));
      new Scene(form, 500, 500);
      assertThat(Accessibility.unnamed(form)).isEmpty();
      Node area = Objects.requireNonNull(form.lookup("#new-entity-text"));
      assertThat(area.getParent().isVisible()).isTrue();
      assertThat(form.lookupAll(".field-row").stream().filter(row -> row.getParent().isVisible()))
          .hasSize(2);
      entity.type().set(EntityType.CATEGORY);
      assertThat(area.getParent().isVisible()).isFalse();
    });
  }

  @Test
  void aLabelTypedByHandIsNotReplaced() {
    NewEntityViewModel entity = begin(EntityType.CATEGORY, Optional.empty());
    entity.key().set("Robot");
    text(entity, "label").text().set("Automaton");
    entity.key().set("Robots");
    assertThat(text(entity, "label").text().get()).isEqualTo("Automaton");
  }

  @Test
  void anotherTypeKeepsWhatIsShared() {
    NewEntityViewModel entity = begin(EntityType.CATEGORY, Optional.empty());
    entity.key().set("Has_size");
    text(entity, "description").text().set("How large");
    entity.type().set(EntityType.PROPERTY);
    assertThat(names(entity)).containsExactly("label", "description", "datatype", "cardinality");
    assertThat(text(entity, "description").text().get()).isEqualTo("How large");
    assertThat(entity.document().toString()).doesNotContain("parents");
    entity.fields().stream()
        .filter(ChoiceFieldViewModel.class::isInstance)
        .map(ChoiceFieldViewModel.class::cast)
        .forEach(choice -> choice.choose(choice.choices().get(1)));
    assertThat(entity.complete().get()).isTrue();
    ChoiceFieldViewModel datatype =
        (ChoiceFieldViewModel)
            entity.fields().stream()
                .filter(f -> f.name().equals("datatype"))
                .findFirst()
                .orElseThrow();
    datatype.choose(new Choice.NotSet());
    assertThat(entity.complete().get()).isFalse();
  }

  @Test
  void aDashboardBeginsWithItsRootPageAndAModuleWithAVersion() {
    NewEntityViewModel dashboard = begin(EntityType.DASHBOARD, Optional.empty());
    assertThat(dashboard.document().toString())
        .contains("\"pages\":[{\"name\":\"\",\"wikitext\":\"\"}]");
    assertThat(begin(EntityType.MODULE, Optional.empty()).document().toString())
        .contains("\"version\":\"0.1.0\"");
  }

  @Test
  void aRefusalComesBackWithEverythingTyped() {
    NewEntityViewModel entity = begin(EntityType.CATEGORY, Optional.empty());
    entity.key().set("Robot");
    text(entity, "description").text().set("Moves");
    at.pause.end();
    at.workspace.closeDraft();
    List<String> again = new ArrayList<>();
    entity.create(at.navigator::openEntity, () -> again.add("again"));
    assertThat(again).containsExactly("again");
    assertThat(entity.refusal().get())
        .isNotNull()
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("DRAFT-06"));
    assertThat(entity.key().get()).isEqualTo("Robot");
    assertThat(text(entity, "description").text().get()).isEqualTo("Moves");
    assertThat(at.navigator.calls()).isEmpty();
  }

  private NewEntityViewModel begin(EntityType type, Optional<EntityKey> parent) {
    return new NewEntityViewModel(type, parent, at.services());
  }

  private static TextFieldViewModel text(NewEntityViewModel entity, String name) {
    return (TextFieldViewModel)
        entity.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(NewEntityViewModel entity) {
    return entity.fields().stream().map(FieldViewModel::name).toList();
  }
}
