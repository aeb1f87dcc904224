package org.ontodraft.app.ui.diff;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.diff.ColumnsPane;
import org.ontodraft.app.ui.control.diff.FieldCell;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.app.ui.control.diff.ValueCell;
import org.ontodraft.app.ui.diff.ReviewRow.LineCounts;
import org.ontodraft.model.diff.FieldChange;

/** A field's name, its value at the base and in the draft, and the button that takes it back. */
final class FieldPane extends StackPane {
  private final Texts texts;
  private final RowActions actions;
  private final FieldCell name;
  private final ValueCell base;
  private final ValueCell mine;
  private final IconButton revert;

  FieldPane(Texts texts, RowActions actions) {
    this.texts = texts;
    this.actions = actions;
    name = new FieldCell(texts);
    base = new ValueCell(texts, ValueCell.Side.BASE);
    mine = new ValueCell(texts, ValueCell.Side.MINE);
    mine.getStyleClass().add("beside-action");
    revert = new IconButton(Glyph.UNDO, texts.get("review.revert"));
    revert.setFocusTraversable(false);
    revert.getStyleClass().addAll("tight", "row-revert");
    setAlignment(revert, Pos.TOP_RIGHT);
    getStyleClass().add("card-row");
    getChildren().addAll(new ColumnsPane(name, List.of(base, mine)), revert);
  }

  /** The row that says what the columns are. */
  static Region columns(Texts texts) {
    Label field = new Label(texts.get("review.column.field"));
    Label base = new Label(texts.get("review.column.base"));
    Label mine = new Label(texts.get("review.column.mine"));
    base.getStyleClass().add("base-side");
    mine.getStyleClass().add("mine-side");
    ColumnsPane columns = new ColumnsPane(field, List.of(base, mine));
    columns.getStyleClass().addAll("card-row", "column-heads");
    return columns;
  }

  /** Shows a row and says it in words. */
  String show(ReviewRow.Field row) {
    FieldChange change = row.field();
    String field = FieldNames.of(texts, change.field().name());
    name.show(change.field().name(), FieldCell.statusOf(change.kind()));
    LineCounts lines = row.lines();
    if (lines == null) {
      base.show(change);
      mine.show(change);
    } else {
      say(base, change.base() == null, lines.base(), lines.removed(), "review.lines.removed");
      say(mine, change.mine() == null, lines.mine(), lines.added(), "review.lines.added");
    }
    revert.setVisible(row.revertible());
    revert.name(texts.get("review.revert.field", field));
    revert.setOnAction(event -> actions.revert(row));
    return texts.get(
        row.changed() ? "review.field.accessible" : "review.field.same.accessible",
        field,
        texts.status(FieldCell.statusOf(change.kind())),
        words(base),
        words(mine));
  }

  private void say(ValueCell cell, boolean absent, int lines, int different, String key) {
    cell.say(
        absent
            ? texts.get("review.unset")
            : different == 0
                ? texts.get("review.lines.count", lines)
                : texts.get(key, lines, different));
  }

  private static String words(ValueCell cell) {
    @Nullable String text = cell.getAccessibleText();
    return text == null ? "" : text;
  }
}
