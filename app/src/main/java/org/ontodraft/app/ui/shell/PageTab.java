package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.control.WithinLine;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/** The tab of a page: icon, name and mark; below, where the page is and the page itself. */
final class PageTab extends Tab {
  private final Place place;
  private final Supplier<Page> pages;
  private final Texts texts;
  private final FlowPane crumbs = new FlowPane();
  private final StackPane holder = new StackPane();
  private final HBox graphic = new HBox();
  private final Icon pin = new Icon(Glyph.PIN, "small-icon");
  private final StatusMark mark;
  private Subscription subscriptions = Subscription.EMPTY;
  private @Nullable Page page;
  private boolean pinned;
  private List<EntityKey> wayShown = List.of();
  private List<String> labelsShown = List.of();

  /**
   * A tab without its page.
   *
   * @param name what the place is called until its page says so itself
   */
  PageTab(Place place, String name, Supplier<Page> pages, Texts texts, ActionRegistry actions) {
    this.place = place;
    this.pages = pages;
    this.texts = texts;
    this.mark = new StatusMark(texts);
    graphic.getChildren().setAll(new Icon(PlaceNames.glyph(place)));
    graphic.getStyleClass().add("tab-graphic");
    setGraphic(graphic);
    setText(name);
    crumbs.getStyleClass().add("crumbs");
    WithinLine.keep(crumbs);
    HBox.setHgrow(crumbs, Priority.ALWAYS);
    Button back = new IconButton(Glyph.CHEVRON_LEFT, actions.name("history.back"));
    Button forward = new IconButton(Glyph.CHEVRON_RIGHT, actions.name("history.forward"));
    actions.bind(back, "history.back");
    actions.bind(forward, "history.forward");
    HBox bar = new HBox(back, forward, crumbs);
    bar.getStyleClass().add("crumb-bar");
    // A long way wraps, and the page below would take the place of its lines.
    bar.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(holder, Priority.ALWAYS);
    VBox whole = new VBox(bar, holder);
    // A long name is cut: it would make the page wider than its tab.
    for (Region each : List.of(crumbs, bar, whole)) {
      each.setMinWidth(0);
    }
    setContent(whole);
  }

  /** Makes the page, unless it is there. */
  void makePage() {
    if (page != null) {
      return;
    }
    Page made = pages.get();
    page = made;
    textProperty().bind(made.title());
    subscriptions =
        made.status()
            .subscribe(status -> showGraphic(made, status))
            .and(selectedProperty().subscribe(made::shown));
    holder.getChildren().setAll(made.content());
    if (!(place instanceof Place.Entity)) {
      showName(made);
    }
  }

  private void showGraphic(Page made, EntityStatus status) {
    mark.show(status);
    graphic.getChildren().setAll(made.icon());
    if (!mark.getText().isEmpty() || mark.getGraphic() != null) {
      graphic.getChildren().add(mark);
    }
    showPin();
  }

  /** Shows whether the tab stays when others are closed; then it has no button of its own. */
  void pin(boolean stays) {
    pinned = stays;
    setClosable(!stays);
    showPin();
  }

  private void showPin() {
    graphic.getChildren().remove(pin);
    if (pinned) {
      graphic.getChildren().addFirst(pin);
    }
  }

  /** The place the tab shows. */
  Place place() {
    return place;
  }

  /** What it shows, once it has been in front. */
  Optional<Page> page() {
    return Optional.ofNullable(page);
  }

  /** For pages that are not an entity the name says where one is. */
  private void showName(Page made) {
    Label name = new Label();
    name.textProperty().bind(made.title());
    name.getStyleClass().add("medium-text");
    crumbs.getChildren().setAll(name);
  }

  /**
   * Shows the way to the entity.
   *
   * @param labelOf what an ancestor is called
   * @param open goes to an ancestor
   */
  void showWay(List<EntityKey> way, Function<EntityKey, String> labelOf, Consumer<EntityKey> open) {
    List<String> labels = way.stream().map(labelOf).toList();
    if (way.equals(wayShown) && labels.equals(labelsShown)) {
      return;
    }
    wayShown = List.copyOf(way);
    labelsShown = labels;
    crumbs.getChildren().clear();
    if (way.isEmpty()) {
      return;
    }
    Label type = new Label(texts.types(way.getLast().type()));
    type.getStyleClass().add("muted-text");
    crumbs.getChildren().add(type);
    for (int step = 0; step < way.size(); step++) {
      crumbs.getChildren().add(new Icon(Glyph.CHEVRON_RIGHT, "crumb-mark"));
      Labeled crumb = crumb(way.get(step), step == way.size() - 1, labels.get(step), open);
      crumbs.getChildren().add(crumb);
    }
  }

  private static Labeled crumb(
      EntityKey key, boolean last, String label, Consumer<EntityKey> open) {
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

  /** Lets go of the page. */
  void dispose() {
    subscriptions.unsubscribe();
    textProperty().unbind();
    if (page != null) {
      page.close();
    }
  }
}
