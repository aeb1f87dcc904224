package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** From a problem to its place, by keys: the field, the row of a table, the line of a text. */
@ExtendWith(FxTest.class)
class ProblemJumpWindowTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");
  private static final EntityKey LONG = EntityKey.of(EntityType.CATEGORY, "Long");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @BeforeEach
  void start() throws InterruptedException {
    window = new RealWindow(folder);
    upstream = GitHistory.bare(folder.resolve("people.git"));
    category("Agent", "");
    category("Person", "");
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 310; i++) {
      members.append(",\n  \"more_%03d\": %d".formatted(i, i));
    }
    category("Long", members.toString());
    for (int i = 0; i < 40; i++) {
      upstream.file(
          "properties/Has_%02d.json".formatted(i),
          "{\n  \"id\": \"Has_%02d\",\n  \"label\": \"Has %02d\",\n  \"description\": \"d\",\n  \"datatype\": \"Text\",\n  \"cardinality\": \"single\"\n}\n"
              .formatted(i, i));
    }
    upstream.commit("base");
    window.robot().targetWindow(window.stage());
    Workspace workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    DraftSession draft = RealServices.done(workspace.startDraft("Problems"));
    window.rest();
    ArrayNode properties = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 40; i++) {
      properties.add("Has_%02d".formatted(i));
    }
    properties.add("Has_nothing");
    RealServices.done(draft.setField(PERSON, "optional_properties", properties));
    RealServices.done(draft.setField(PERSON, "parents", list("Agent", "Nobody")));
    RealServices.done(draft.setField(LONG, "parents", list("Nobody")));
    // Little room, so that a jump has to scroll.
    onFx(() -> {
      window.stage().setWidth(990);
      window.stage().setHeight(620);
    });
    until("the findings", () -> workspace.findings().get().size() >= 3);
    // F8 shows the problems and goes there.
    window.press(KeyCode.F8);
    until("the rows", () -> problems().getItems().size() >= 3);
    until("the focus", () -> problems().isFocused());
  }

  private static ArrayNode list(String... keys) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String key : keys) {
      list.add(key);
    }
    return list;
  }

  private void category(String id, String more) {
    upstream.file(
        "categories/" + id + ".json",
        "{\n  \"id\": \"%s\",\n  \"label\": \"%s\",\n  \"description\": \"d\"%s\n}\n"
            .formatted(id, id, more));
  }

  @AfterEach
  void stop() {
    window.close();
    upstream.close();
  }

  @Test
  void enterGoesToTheFieldTheRowOrTheLine() throws InterruptedException {
    jump("category:Person", "/parents/1");
    until("the field", () -> within("#field-parents"));
    until("in sight", () -> inSight(focused()));

    window.press(KeyCode.F8);
    until("the problems again", () -> problems().isFocused());
    jump("category:Person", "/optional_properties/40");
    until("the table", () -> within("#table-property"));
    until("its row", () -> row().contains("text=Has_nothing"));
    until("in sight", () -> inSight(selectedRow()));

    window.press(KeyCode.F8);
    until("the problems", () -> problems().isFocused());
    jump("category:Long", "/parents/0");
    until("the text", () -> focused() instanceof StyleClassedTextArea);
    until("its line", () -> line().contains("Nobody"));

    // A tab that is open and not in front goes to the place as well.
    window.press(KeyCode.F8);
    until("the problems once more", () -> problems().isFocused());
    jump("category:Person", "/parents/1");
    until("the field again", () -> within("#field-parents") && inSight(focused()));
    assertThat(window.notices()).isEmpty();
  }

  /** Walks to a problem and presses Enter. */
  private void jump(String entity, String place) throws InterruptedException {
    window.press(KeyCode.HOME);
    for (int i = 0; i < problems().getItems().size() && !chosen(entity, place); i++) {
      window.press(KeyCode.DOWN);
    }
    assertThat(chosen(entity, place)).as(entity + place).isTrue();
    window.press(KeyCode.ENTER);
  }

  private boolean chosen(String entity, String place) {
    String row = onFx(() -> String.valueOf(problems().getSelectionModel().getSelectedItem()));
    return row.contains("place=" + place + ",") && row.contains("entity=" + entity);
  }

  private TableView<?> problems() {
    return window.robot().lookup("#table").queryAs(TableView.class);
  }

  private @Nullable Node focused() {
    return window.stage().getScene().getFocusOwner();
  }

  private boolean within(String selector) {
    for (Node at = focused(); at != null; at = at.getParent()) {
      if (selector.equals("#" + at.getId())) {
        return true;
      }
    }
    return false;
  }

  private String row() {
    return focused() instanceof ListView<?> list
        ? String.valueOf(list.getSelectionModel().getSelectedItem())
        : "";
  }

  private @Nullable Node selectedRow() {
    Node list = focused();
    return list == null ? null : list.lookup(".item-cell:selected");
  }

  private String line() {
    return focused() instanceof StyleClassedTextArea area
        ? area.getText(area.getCurrentParagraph())
            + area.getText(
                Math.min(area.getCurrentParagraph() + 1, area.getParagraphs().size() - 1))
        : "";
  }

  /** Whether all of it is in the part of the page that is seen. */
  private static boolean inSight(@Nullable Node node) {
    Node at = node;
    while (at != null && !(at instanceof ScrollPane)) {
      at = at.getParent();
    }
    if (node == null || at == null) {
      return false;
    }
    Bounds seen = at.localToScene(at.getLayoutBounds());
    Bounds here = node.localToScene(node.getLayoutBounds());
    return here.getHeight() > 0
        && here.getMinY() >= seen.getMinY() - 1
        && here.getMaxY() <= seen.getMaxY() + 1;
  }

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    Waiting.until(what, () -> onFx(holds::getAsBoolean));
    FxTest.settle();
  }
}
