package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.testing.Snapshots;

/** A window with as many letters to its width as a usual screen has at twice the size. */
@ExtendWith(FxTest.class)
class LargeTextWindowTest {
  private static final double LETTER = 15.6;

  @TempDir Path folder;
  private RealWindow window;

  @BeforeEach
  void enlarge() throws Exception {
    window = new RealWindow(folder);
    onFx(() -> {
      window.stage().setWidth(1000);
      window.stage().setHeight(600);
    });
    window.appear(ThemeChoice.LIGHT, 120);
  }

  @Test
  void the_first_screen_is_not_wider_than_the_window() {
    try (RealWindow shown = window) {
      assertThat(
              onFx(() ->
                  shown.robot().lookup(".welcome .scroll-bar").queryAllAs(ScrollBar.class).stream()
                      .filter(bar -> bar.isVisible() && bar.getParent().isVisible())
                      .map(ScrollBar::getOrientation)
                      .toList()))
          .doesNotContain(Orientation.HORIZONTAL);
      assertThat(top("#recents")).isGreaterThan(bottom(".clone-card"));
    }
  }

  @Test
  void the_draft_has_a_name_and_the_page_more_room_than_what_stands_beside_it() throws Exception {
    try (RealWindow shown = window) {
      RealServices.done(shown.open(new OpenRequest.Sample()).startDraft("Words of the herbarium"));
      onFx(() -> shown.navigator().orElseThrow().openEntity(Snapshots.key("category:Specimen")));
      Waiting.until("the page", () -> found("#field-label"));
      FxTest.settle();

      assertThat(width(".switcher .strong-text")).isGreaterThanOrEqualTo(9 * LETTER - 1);
      assertThat(width(".tab-area")).isGreaterThanOrEqualTo(24 * LETTER - 1);
      assertThat(width(".tab-area")).isGreaterThan(width(".inspector"));
      assertThat(width(".explorer-pane")).isGreaterThanOrEqualTo(18 * LETTER - 1);

      double letters = width(".explorer-pane") / LETTER;
      shown.appear(ThemeChoice.LIGHT, 100);
      Waiting.until(
          "as many letters", () -> Math.abs(width(".explorer-pane") / 13 - letters) < 0.5);
    }
  }

  @Test
  void names_in_the_explorer_keep_twelve_letters_at_the_narrowest() throws Exception {
    try (RealWindow shown = window) {
      RealServices.done(shown.open(new OpenRequest.Sample()).startDraft("Words of the herbarium"));
      onFx(() ->
          shown.navigator().orElseThrow().openEntity(Snapshots.key("category:Herbarium_sheet")));
      shown.command("entity.reveal");
      Waiting.until("the row", () -> label("Herbarium sheet").isPresent());
      onFx(() -> ((SplitPane) shown.node(".columns")).setDividerPositions(0));
      FxTest.settle();
      assertThat(width(".explorer-pane")).isLessThan(22 * LETTER);
      assertThat(onFx(() -> label("Herbarium sheet").orElseThrow().getWidth()))
          .isGreaterThan(12 * LETTER * 0.5);
    }
  }

  @Test
  void a_side_pane_has_its_letters_again_after_text_was_large() throws Exception {
    try (RealWindow shown = window) {
      shown.appear(ThemeChoice.LIGHT, 80);
      shown.open(new OpenRequest.Sample());
      Waiting.until("the tree", () -> found(".explorer-cell"));
      FxTest.settle();
      shown.appear(ThemeChoice.LIGHT, 160);
      double letters = width(".explorer-pane") / 20.8;
      shown.appear(ThemeChoice.LIGHT, 80);
      Waiting.until(
          "as many letters", () -> Math.abs(width(".explorer-pane") / 10.4 - letters) < 0.5);
    }
  }

  @Test
  void where_there_is_no_room_the_inspector_goes_until_there_is_or_it_is_asked_for()
      throws Exception {
    try (RealWindow shown = window) {
      shown.open(new OpenRequest.Sample());
      onFx(() -> shown.navigator().orElseThrow().openEntity(Snapshots.key("category:Specimen")));
      Waiting.until("the inspector", () -> found(".inspector"));
      shown.appear(ThemeChoice.LIGHT, 160);
      Waiting.until("its room for others", () -> !found(".inspector"));
      FxTest.settle();
      assertThat(onFx(() -> bounds(shown.node(".rail")).getMinX())).isNotNegative();
      assertThat(width(".tab-area")).isGreaterThanOrEqualTo(24 * 20.8 - 1);
      shown.appear(ThemeChoice.LIGHT, 120);
      Waiting.until("the inspector again", () -> found(".inspector"));
      shown.appear(ThemeChoice.LIGHT, 160);
      Waiting.until("its room for others", () -> !found(".inspector"));
      shown.command("view.explorer");
      shown.command("view.explorer");
      shown.rest();
      assertThat(found(".inspector")).as("it had no room before and has none now").isFalse();
      shown.command("view.inspector");
      Waiting.until("the inspector that was asked for", () -> found(".inspector"));
      FxTest.settle();
      assertThat(onFx(() -> bounds(shown.node(".rail")).getMinX())).isNotNegative();
    }
  }

  @Test
  void the_way_out_of_the_settings_stays_on_the_screen_in_each_section() throws Exception {
    try (RealWindow shown = window) {
      shown.open(new OpenRequest.Sample());
      shown.appear(ThemeChoice.LIGHT, 200);
      shown.command("window.settings");
      Waiting.until("the settings", () -> found(".settings"));
      for (String section : new String[] {"Accounts", "Connection", "Database", "Appearance"}) {
        onFx(() -> ((ToggleButton) shown.button(section)).fire());
        FxTest.settle();
        Node close = shown.node(".dialog-pane .button-bar .button");
        assertThat(onFx(() -> bounds(close).getMaxY()))
            .as(section)
            .isLessThanOrEqualTo(onFx(() -> close.getScene().getHeight()));
      }
    }
  }

  @Test
  void the_list_of_problems_says_whole_that_there_are_none() throws Exception {
    try (RealWindow shown = window) {
      shown.appear(ThemeChoice.LIGHT, 100);
      shown.open(new OpenRequest.Sample());
      shown.command("view.problems");
      Waiting.until("the list", () -> found(".problems .empty-text"));
      FxTest.settle();
      assertThat(top(".problems .empty-icon")).isGreaterThan(top(".problems .table-view"));
      assertThat(bottom(".problems .empty-text")).isLessThan(bottom(".problems .table-view"));
    }
  }

  private double width(String selector) {
    return onFx(() -> ((Region) window.node(selector)).getWidth());
  }

  private double top(String selector) {
    return onFx(() -> bounds(window.node(selector)).getMinY());
  }

  private double bottom(String selector) {
    return onFx(() -> bounds(window.node(selector)).getMaxY());
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private Optional<Label> label(String text) {
    return onFx(() ->
        window.robot().lookup(".row-label").queryAllAs(Label.class).stream()
            .filter(label -> label.getText().equals(text))
            .findFirst());
  }

  private boolean found(String selector) {
    return onFx(() -> window.robot().lookup(selector).tryQuery().isPresent());
  }
}
