package org.ontodraft.app.ui.diff;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.ChangeBar;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.control.diff.ColumnsPane;
import org.ontodraft.app.ui.control.diff.MarkedText;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.diff.Place;
import org.ontodraft.model.entity.EntityStatus;

/** An item of an ordered list, with its place on both sides and where it moved. */
final class ListItemPane extends StackPane {
  private final Texts texts;
  private final ChangeBar bar = new ChangeBar();
  private final StatusMark mark;
  private final Side base;
  private final Side mine;
  private final HBox together = new HBox();
  private final boolean unified;

  /** One side: the place, the item, and what happened to it. */
  private static final class Side extends HBox {
    private final Label number = new Label();
    private final MarkedText text = new MarkedText();
    private final Label moved = new Label();

    Side(String style) {
      getStyleClass().addAll("list-side", style);
      number.getStyleClass().add("list-number");
      number.setMinWidth(USE_PREF_SIZE);
      text.getStyleClass()
          .addAll("mono-text", style.equals("base-column") ? "base-side" : "mine-side");
      HBox.setHgrow(text, Priority.ALWAYS);
      moved.getStyleClass().addAll("small-text", "muted-text");
      moved.setMinWidth(USE_PREF_SIZE);
    }

    void show(String place, @Nullable String item, boolean changed, String how, Texts texts) {
      number.setText(item == null ? "" : place);
      text.show(
          item == null ? List.of() : List.of(new Span(item, changed)),
          false,
          rest -> " " + texts.get("review.rest", rest));
      moved.setText(how);
      getChildren().setAll(number, text);
      if (!how.isEmpty()) {
        getChildren().add(moved);
      }
    }
  }

  /**
   * An empty row.
   *
   * @param unified whether the sides stand below each other
   */
  ListItemPane(Texts texts, boolean unified) {
    this.texts = texts;
    this.unified = unified;
    mark = new StatusMark(texts);
    base = new Side("base-column");
    mine = new Side("mine-column");
    getStyleClass().addAll("card-row", "line-row", "list-row");
    if (unified) {
      together.getStyleClass().add("file-line");
      HBox.setHgrow(base, Priority.ALWAYS);
      HBox.setHgrow(mine, Priority.ALWAYS);
      getChildren().add(together);
    } else {
      ColumnsPane columns = new ColumnsPane(new HBox(bar, mark), List.of(base, mine));
      columns.getStyleClass().add("text-line");
      getChildren().add(columns);
    }
  }

  /** Shows an item and says it in words. */
  String show(ReviewRow.ListItem row) {
    EntityStatus status = row.status();
    bar.show(status);
    mark.show(status);
    String how =
        row.at() instanceof Place.Moved(int from, int to)
            ? texts.get("review.items.from", from + 1, to + 1)
            : "";
    String before = name(row.base());
    String after = name(row.mine());
    boolean alone = status == EntityStatus.ADDED || status == EntityStatus.DELETED;
    base.show(baseNumber(row.at()), before, alone, "", texts);
    mine.show(mineNumber(row.at()), after, alone, how, texts);
    if (unified) {
      together.getChildren().setAll(bar, mark, after == null ? base : mine);
    }
    return texts.get(
        "review.items.accessible",
        texts.status(status == EntityStatus.RENAMED ? EntityStatus.MODIFIED : status),
        after == null ? String.valueOf(before) : after,
        how);
  }

  private @Nullable String name(@Nullable String item) {
    return item != null && item.isEmpty() ? texts.get("review.items.main") : item;
  }

  private static String baseNumber(Place place) {
    return switch (place) {
      case Place.Kept(int was, int is) -> number(was);
      case Place.Moved(int was, int is) -> number(was);
      case Place.Removed(int was) -> number(was);
      case Place.Added added -> "";
    };
  }

  private static String mineNumber(Place place) {
    return switch (place) {
      case Place.Kept(int was, int is) -> number(is);
      case Place.Moved(int was, int is) -> number(is);
      case Place.Added(int is) -> number(is);
      case Place.Removed removed -> "";
    };
  }

  private static String number(int index) {
    return (index + 1) + ".";
  }
}
