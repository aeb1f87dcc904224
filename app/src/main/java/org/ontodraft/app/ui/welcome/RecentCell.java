package org.ontodraft.app.ui.welcome;

import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** A recent repository: name and place, its draft or what is wrong, and when. */
final class RecentCell extends ListCell<RecentItem> {
  private final Texts texts;
  private final Label name = new Label();
  private final Label place = new Label();
  private final Icon warning = new Icon(Glyph.WARNING, "small-icon", "strong-icon");
  private final Label detail = new Label();
  private final Label when = new Label();
  private final Hyperlink locate;
  private final Hyperlink remove;
  private final HBox row;

  RecentCell(Texts texts, Consumer<RecentItem> onLocate, Consumer<RecentItem> onRemove) {
    this.texts = texts;
    locate = link(texts.get("welcome.recent.locate"), onLocate);
    remove = link(texts.get("welcome.recent.remove"), onRemove);
    name.getStyleClass().add("medium-text");
    place.getStyleClass().addAll("mono-text", "muted-text");
    detail.getStyleClass().addAll("small-text", "muted-text");
    when.getStyleClass().addAll("small-text", "muted-text");
    when.setMinWidth(USE_PREF_SIZE);
    name.setMinWidth(USE_PREF_SIZE);
    place.setMinWidth(0);
    detail.setMinWidth(0);
    HBox top = new HBox(name, place);
    top.getStyleClass().add("recent-line");
    HBox bottom = new HBox(warning, detail, locate, remove);
    bottom.getStyleClass().add("recent-line");
    VBox middle = new VBox(top, bottom);
    middle.getStyleClass().add("recent-lines");
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    row = new HBox(new Icon(Glyph.FOLDER), middle, when);
    row.getStyleClass().add("recent-row");
    row.setMinWidth(0);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("recent-cell");
    setPrefWidth(0);
  }

  private Hyperlink link(String text, Consumer<RecentItem> run) {
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add("small-text");
    link.setMinWidth(Region.USE_PREF_SIZE);
    link.setOnAction(event -> {
      RecentItem item = getItem();
      if (item != null) {
        run.accept(item);
      }
    });
    return link;
  }

  @Override
  protected void updateItem(@Nullable RecentItem item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String said = item.missing() ? texts.get("welcome.recent.missing") : item.detail();
    name.setText(item.name());
    place.setText(item.place());
    detail.setText(said);
    when.setText(item.when());
    show(warning, item.missing());
    show(locate, item.missing());
    show(remove, item.missing());
    setGraphic(row);
    setAccessibleText(String.join(", ", item.name(), item.place(), said, item.when()));
  }

  private static void show(Region node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
