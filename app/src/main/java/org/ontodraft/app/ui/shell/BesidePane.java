package org.ontodraft.app.ui.shell;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.IconButton;

/** A page beside the tabs, under its name. FX thread. */
final class BesidePane extends VBox {
  private final Function<Place, Page> pages;
  private final ActionRegistry actions;
  private @Nullable Page page;

  BesidePane(Function<Place, Page> pages, ActionRegistry actions) {
    this.pages = pages;
    this.actions = actions;
    getStyleClass().add("beside");
  }

  /** Shows a place in place of the one before; nothing for null. */
  void show(@Nullable Place place) {
    close();
    if (place == null) {
      return;
    }
    Page made = pages.apply(place);
    page = made;
    Label name = new Label();
    name.getStyleClass().add("medium-text");
    name.setMinWidth(0);
    name.textProperty().bind(made.title());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar =
        new HBox(
            made.icon(),
            name,
            space,
            button(Glyph.SWAP, "beside.back"),
            button(Glyph.CLOSE, "beside.close"));
    bar.getStyleClass().add("beside-bar");
    StackPane holder = new StackPane(made.content());
    VBox.setVgrow(holder, Priority.ALWAYS);
    getChildren().setAll(bar, holder);
  }

  private Button button(Glyph glyph, String action) {
    Button button = new IconButton(glyph, actions.name(action));
    actions.bind(button, action);
    return button;
  }

  /** Puts the focus into the page. */
  void focusPage() {
    Optional.ofNullable(page).ifPresent(Page::focus);
  }

  /** Lets the page keep what was typed and go. */
  void close() {
    if (page != null) {
      page.close();
      page = null;
    }
    getChildren().clear();
  }
}
