package org.ontodraft.app.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ontodraft.app.ui.common.Texts;

/** The way down to the selected row, and the other places of its entity. */
final class PlaceBar {
  private final ExplorerViewModel viewModel;
  private final Texts texts;
  private final Consumer<ExplorerNode.Place> goTo;
  private final Label way = new Label();
  private final MenuButton others = new MenuButton();

  /**
   * A bar.
   *
   * @param goTo selects a row
   */
  PlaceBar(ExplorerViewModel viewModel, Texts texts, Consumer<ExplorerNode.Place> goTo) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.goTo = goTo;
    way.getStyleClass().addAll("small-text", "muted-text");
    way.setMinWidth(0);
    way.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(way, Priority.ALWAYS);
    others.setId("explorer-places");
    others.getStyleClass().add("compact");
    others.setMinWidth(MenuButton.USE_PREF_SIZE);
  }

  void fill(HBox bar) {
    List<Node> parts = List.of(way, others);
    bar.getChildren().setAll(parts);
    viewModel.selected().subscribe(now -> show());
    viewModel.occurrences().subscribe(now -> show());
  }

  private void show() {
    boolean entity = viewModel.selected().get() instanceof ExplorerNode.Entity;
    ExplorerNode selected = viewModel.selected().get();
    way.setText(entity && selected != null ? wayTo(selected.place()) : "");
    Occurrences found = viewModel.occurrences().get();
    boolean several = entity && found.total() > 1;
    others.setVisible(several);
    others.setManaged(several);
    if (several && selected != null) {
      int at = found.shown().indexOf(selected.place()) + 1;
      others.setText(texts.get("explorer.places", at, found.total()));
      others.setAccessibleText(texts.get("explorer.places.spoken", at, found.total()));
      others.getItems().setAll(items(found));
    }
  }

  private List<MenuItem> items(Occurrences found) {
    List<MenuItem> items = new ArrayList<>();
    for (ExplorerNode.Place place : found.shown()) {
      MenuItem item = new MenuItem(wayTo(place));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> goTo.accept(place));
      items.add(item);
    }
    long more = found.total() - found.shown().size();
    if (more > 0) {
      MenuItem rest = new MenuItem(texts.get("explorer.places.more", more));
      rest.setDisable(true);
      items.add(rest);
    }
    return items;
  }

  private String wayTo(ExplorerNode.Place place) {
    ExplorerTree tree = viewModel.tree().get();
    return tree == null
        ? ""
        : place.path().stream().map(tree::label).collect(Collectors.joining(" \u203a "));
  }
}
