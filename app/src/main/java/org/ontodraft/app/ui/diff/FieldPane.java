package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.diff.ColumnsPane;
import org.ontodraft.app.ui.control.diff.FieldCell;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.app.ui.control.diff.ValueCell;
import org.ontodraft.app.ui.diff.ReviewRow.PartCounts;
import org.ontodraft.app.ui.diff.ReviewRow.PartKind;
import org.ontodraft.model.diff.FieldChange;

/**
 * A field's name, its value at the base and in the draft beside or below each other, what the
 * change means, and the button that takes it back.
 */
final class FieldPane extends StackPane {
  private final Texts texts;
  private final RowActions actions;
  private final FieldCell name;
  private final ValueCell base;
  private final ValueCell mine;
  private final ImpactCell impact;
  private final IconButton revert;

  /**
   * An empty row.
   *
   * @param unified whether the sides stand below each other
   */
  FieldPane(Texts texts, RowActions actions, boolean unified) {
    this.texts = texts;
    this.actions = actions;
    name = new FieldCell(texts);
    base = new ValueCell(texts, ValueCell.Side.BASE);
    mine = new ValueCell(texts, ValueCell.Side.MINE);
    impact = new ImpactCell(texts);
    revert = new IconButton(Glyph.UNDO, texts.get("review.revert"));
    revert.setFocusTraversable(false);
    revert.getStyleClass().addAll("tight", "row-revert");
    setAlignment(revert, Pos.TOP_RIGHT);
    getStyleClass().add("card-row");
    VBox both = new VBox();
    List<Region> values = unified ? List.of(both) : List.of(base, mine);
    if (unified) {
      base.getStyleClass().add("above");
      mine.getStyleClass().add("below");
      both.getChildren().addAll(base, mine);
    }
    getChildren().addAll(new ColumnsPane(name, values, impact), revert);
  }

  /** The row that says what the columns are. */
  static Region columns(Texts texts, boolean unified) {
    Label field = new Label(texts.get("review.column.field"));
    List<Label> sides = new ArrayList<>();
    if (unified) {
      sides.add(new Label(texts.get("review.column.both")));
    } else {
      sides.add(new Label(texts.get("review.column.base")));
      sides.add(new Label(texts.get("review.column.mine")));
      sides.getFirst().getStyleClass().add("base-side");
      sides.getLast().getStyleClass().add("mine-side");
    }
    ColumnsPane columns =
        new ColumnsPane(field, sides, new Label(texts.get("review.column.impact")));
    columns.getStyleClass().addAll("card-row", "column-heads");
    return columns;
  }

  /** Shows a row and says it in words. */
  String show(ReviewRow.Field row) {
    FieldChange change = row.field();
    String field = FieldNames.of(texts, change.field().name());
    name.show(change.field().name(), FieldCell.statusOf(change.kind()));
    PartCounts parts = row.parts();
    if (parts == null) {
      base.show(change);
      mine.show(change);
    } else {
      base.say(said(parts, change.base() == null, parts.base(), parts.removed(), 0, "removed"));
      mine.say(
          said(parts, change.mine() == null, parts.mine(), parts.added(), parts.moved(), "added"));
    }
    if (row.unified()) {
      showOnly(base, row.changed());
    }
    String level = impact.show(row.impacts(), () -> actions.explain(row));
    revert.setVisible(row.revertible());
    revert.name(texts.get("review.revert.field", field));
    revert.setOnAction(event -> actions.revert(row));
    String words =
        texts.get(
            row.changed() ? "review.field.accessible" : "review.field.same.accessible",
            field,
            texts.status(FieldCell.statusOf(change.kind())),
            words(base),
            words(mine));
    return level.isEmpty() ? words : words + ". " + texts.get("review.impact.is", level);
  }

  private static void showOnly(Node cell, boolean shown) {
    cell.setVisible(shown);
    cell.setManaged(shown);
  }

  private String said(
      PartCounts parts, boolean absent, int count, int different, int moved, String how) {
    if (absent) {
      return texts.get("review.unset");
    }
    String kind = parts.kind() == PartKind.LINES ? "review.lines." : "review.items.";
    String all =
        different == 0 ? texts.get(kind + "count", count) : texts.get(kind + how, count, different);
    return moved == 0 ? all : texts.get("review.items.moved", all, moved);
  }

  private static String words(ValueCell cell) {
    @Nullable String text = cell.getAccessibleText();
    return text == null ? "" : text;
  }
}
