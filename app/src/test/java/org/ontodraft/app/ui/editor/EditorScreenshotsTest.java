package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Pictures of the panel, and what a screen reader would meet in silence. */
@ExtendWith(FxTest.class)
class EditorScreenshotsTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Test
  void aChangedCategory() {
    try (FxFixture at = FxFixture.of(files())) {
      at.workspace.withDraft();
      EntityKey person = EntityKey.parse("category:Person").orElseThrow();
      at.session()
          .create(
              key("property:Has_level_of_detail"),
              JsonCodec.parse(
                  "{\"id\":\"Has_level_of_detail\",\"label\":\"Level of detail\",\"description\":\"d\","
                      + "\"datatype\":\"Text\",\"cardinality\":\"single\"}"));
      at.session()
          .setField(
              person,
              "description",
              JSON.stringNode("A human person involved in research or teaching"));
      list(at, person, "required_properties", "Has_name", "Has_email");
      list(at, person, "optional_properties", "Has_orcid", "Has_level_of_detail", "Has_nothing");
      list(at, person, "parents", "Agent", "Thing");
      list(at, person, "optional_subobjects", "Address", "Training_record");
      at.workspace.setFindings(
          List.of(
              new Finding(
                  Severity.ERROR,
                  "missing-reference",
                  person,
                  "/optional_properties/2",
                  List.of("property:Has_nothing"))));
      EntityViewModel panel = at.open("category:Person");
      picture(at, panel, "editor-category", 1130, 1000);
    }
  }

  @Test
  void readingAPropertyWithoutADraft() {
    try (FxFixture at = FxFixture.of(files())) {
      picture(at, at.open("property:Has_birthday"), "editor-property-reading", 1130, 860);
    }
  }

  @Test
  void aResource() {
    try (FxFixture at = FxFixture.of(files())) {
      at.workspace.withDraft();
      EntityKey ann = key("resource:Person/Ann");
      at.session().setField(ann, "Has_name", JSON.stringNode("Ann Other"));
      at.session().setField(ann, "description", JSON.stringNode(""));
      at.session().setField(ann, "category", JSON.stringNode("Persons"));
      at.session().setField(ann, "category", JSON.stringNode("Person"));
      picture(at, at.open("resource:Person/Ann"), "editor-resource", 1130, 900);
    }
  }

  @Test
  void aDashboard() {
    try (FxFixture at = FxFixture.of(files())) {
      at.workspace.withDraft();
      picture(at, at.open("dashboard:Overview"), "editor-dashboard", 1130, 620);
    }
  }

  @Test
  void aDeletedModule() {
    try (FxFixture at = FxFixture.of(files())) {
      at.workspace.withDraft();
      at.session().delete(key("module:Core"));
      picture(at, at.open("module:Core"), "editor-deleted", 1130, 720);
    }
  }

  private static void picture(
      FxFixture at, EntityViewModel panel, String name, double width, double height) {
    Screenshots.take(name, width, height, () -> root(at, panel));
    Parent root = onFx(() -> root(at, panel));
    assertThat(onFx(() -> Accessibility.unnamed(root))).isEmpty();
    assertThat(at.faults).isEmpty();
    onFx(panel::close);
  }

  private static Parent root(FxFixture at, EntityViewModel panel) {
    EntityPage page = new EntityPage(panel, at.tools);
    HBox.setHgrow(page.content(), Priority.ALWAYS);
    Region inspector = (Region) page.inspector().orElseThrow();
    inspector.setStyle("-fx-pref-width: 25.2em; -fx-min-width: 25.2em;");
    return new HBox(page.content(), inspector);
  }

  private static void list(FxFixture at, EntityKey key, String field, String... items) {
    ArrayNode array = JSON.arrayNode();
    List.of(items).forEach(array::add);
    at.session().setField(key, field, array);
  }

  private static EntityKey key(String key) {
    return EntityKey.parse(key).orElseThrow();
  }

  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>(EditorFixture.files());
    EditorFixture.put(
        files,
        "categories/Person",
        "'label':'Person','description':'A human person involved in research activities',"
            + "'parents':['Agent'],'required_properties':['Has_name'],"
            + "'optional_properties':['Has_birthday','Has_email','Has_orcid'],"
            + "'optional_subobjects':['Address']");
    EditorFixture.put(
        files, "subobjects/Training_record", "'label':'Training record','description':'t'");
    for (int i = 0; i < 14; i++) {
      EditorFixture.put(
          files, "resources/Person/P" + i, "'category':'Person','label':'P " + i + "'");
    }
    return files;
  }
}
