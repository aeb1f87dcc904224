package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityKey;

/** The tab of a page: icon, name and mark; below, where the page is and the page itself. */
final class PageTab extends Tab {
  private final Place place;
  private final Page page;
  private final Texts texts;
  private final HBox crumbs = new HBox();
  private final Subscription subscriptions;

  PageTab(Place place, Page page, Texts texts, ActionRegistry actions) {
    this.place = place;
    this.page = page;
    this.texts = texts;
    StatusMark mark = new StatusMark(texts);
    HBox graphic = new HBox(page.icon());
    graphic.getStyleClass().add("tab-graphic");
    setGraphic(graphic);
    textProperty().bind(page.title());
    subscriptions =
        page.status()
            .subscribe(status -> {
              mark.show(status);
              graphic.getChildren().setAll(page.icon());
              if (!mark.getText().isEmpty() || mark.getGraphic() != null) {
                graphic.getChildren().add(mark);
              }
            });
    crumbs.getStyleClass().add("crumbs");
    HBox.setHgrow(crumbs, Priority.ALWAYS);
    Button back = new IconButton(Glyph.CHEVRON_LEFT, actions.name("history.back"));
    Button forward = new IconButton(Glyph.CHEVRON_RIGHT, actions.name("history.forward"));
    actions.bind(back, "history.back");
    actions.bind(forward, "history.forward");
    HBox bar = new HBox(back, forward, crumbs);
    bar.getStyleClass().add("crumb-bar");
    StackPane holder = new StackPane(page.content());
    VBox.setVgrow(holder, Priority.ALWAYS);
    setContent(new VBox(bar, holder));
    showName();
  }

  /** The place the tab shows. */
  Place place() {
    return place;
  }

  /** What it shows. */
  Page page() {
    return page;
  }

  /** For pages that are not an entity the name says where one is. */
  private void showName() {
    if (!(place instanceof Place.Entity)) {
      Label name = new Label();
      name.textProperty().bind(page.title());
      name.getStyleClass().add("medium-text");
      crumbs.getChildren().setAll(name);
    }
  }

  /**
   * Shows the way to the entity.
   *
   * @param labelOf what an ancestor is called
   * @param open goes to an ancestor
   */
  void showWay(List<EntityKey> way, Function<EntityKey, String> labelOf, Consumer<EntityKey> open) {
    crumbs.getChildren().clear();
    if (way.isEmpty()) {
      return;
    }
    Label type = new Label(texts.types(way.getLast().type()));
    type.getStyleClass().add("muted-text");
    crumbs.getChildren().add(type);
    for (EntityKey key : way) {
      crumbs.getChildren().add(new Icon(Glyph.CHEVRON_RIGHT, "crumb-mark"));
      crumbs.getChildren().add(crumb(key, key.equals(way.getLast()), labelOf.apply(key), open));
    }
  }

  private static Node crumb(EntityKey key, boolean last, String label, Consumer<EntityKey> open) {
    if (last) {
      Label name = new Label(label);
      name.getStyleClass().add("medium-text");
      return name;
    }
    Hyperlink link = new Hyperlink(label);
    link.getStyleClass().add("crumb");
    link.setOnAction(event -> open.accept(key));
    return link;
  }

  /** What stands beside the page. */
  Optional<Node> inspector() {
    return page.inspector();
  }

  /** Lets go of the page. */
  void dispose() {
    subscriptions.unsubscribe();
    textProperty().unbind();
    page.close();
  }
}
