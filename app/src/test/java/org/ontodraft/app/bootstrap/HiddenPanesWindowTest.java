package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.node.StringNode;

/** What was hidden while the size and the colours of everything changed has the new ones. */
@ExtendWith(FxTest.class)
class HiddenPanesWindowTest {
  private static final EntityKey SPECIMEN = Snapshots.key("category:Specimen");

  @TempDir Path folder;

  @Test
  void texts_of_hidden_tabs_and_panes_are_as_if_dressed_now() throws Exception {
    try (RealWindow shown = new RealWindow(folder)) {
      onFx(() -> {
        shown.stage().setWidth(1000);
        shown.stage().setHeight(900);
      });
      shown.appear(ThemeChoice.LIGHT, 100);
      RealServices.done(shown.open(new OpenRequest.Sample()).startDraft("Words of the herbarium"))
          .setField(SPECIMEN, "label", StringNode.valueOf("Preserved specimen"));
      go(shown, to -> to.openEntity(SPECIMEN));
      go(shown, to -> to.openEntity(Snapshots.key("property:Has_elevation")));
      go(shown, to -> to.openGraph(SPECIMEN));
      go(shown, Navigator::openReview);
      shown.command("view.problems");
      shown.command("view.problems");

      shown.appear(ThemeChoice.DARK, 150);
      go(shown, to -> to.openEntity(SPECIMEN));
      assertDressed(shown, "an entity, the explorer and the inspector");
      go(shown, to -> to.openGraph(SPECIMEN));
      assertDressed(shown, "a graph");
      go(shown, Navigator::openReview);
      assertDressed(shown, "the review");
      shown.command("view.problems");
      assertDressed(shown, "the problems");
      shown.command("view.problems");
      shown.command("view.explorer");

      shown.appear(ThemeChoice.LIGHT, 100);
      shown.command("view.explorer");
      go(shown, to -> to.open(new Place.Entity(Snapshots.key("property:Has_elevation"))));
      assertDressed(shown, "smaller again");
    }
  }

  private static void go(RealWindow shown, Consumer<Navigator> where) throws InterruptedException {
    onFx(() -> where.accept(shown.navigator().orElseThrow()));
    FxTest.settle();
    Waiting.until("a page", () -> texts(shown).size() > 30);
    FxTest.settle();
  }

  /** Sheets that are taken off and put on again change nothing. */
  private static void assertDressed(RealWindow shown, String what) {
    FxTest.settle();
    Map<Node, String> before = texts(shown);
    onFx(() -> {
      Scene scene = shown.stage().getScene();
      List<String> sheets = List.copyOf(scene.getStylesheets());
      scene.getStylesheets().clear();
      scene.getRoot().applyCss();
      scene.getStylesheets().setAll(sheets);
      scene.getRoot().applyCss();
    });
    FxTest.settle();
    Map<Node, String> after = texts(shown);
    before.keySet().retainAll(after.keySet());
    after.keySet().retainAll(before.keySet());
    assertThat(before).as(what).hasSizeGreaterThan(30).isEqualTo(after);
  }

  private static Map<Node, String> texts(RealWindow shown) {
    Map<Node, String> found = new LinkedHashMap<>();
    onFx(() -> collect(shown.stage().getScene().getRoot(), found));
    return found;
  }

  private static void collect(Node node, Map<Node, String> into) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled label && label.getText() != null && !label.getText().isEmpty()) {
      into.put(node, label.getFont() + " " + label.getTextFill());
    } else if (node instanceof Text text && !text.getText().isEmpty()) {
      into.put(node, text.getFont() + " " + text.getFill());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }
}
