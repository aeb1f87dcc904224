package org.ontodraft.app.ui.submit;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.control.diff.MeasuredCell;

/** An entity or a field with its box. */
final class PartCell extends MeasuredCell<PartRow> {
  private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");
  private static final PseudoClass FIELD = PseudoClass.getPseudoClass("field");

  private final Texts texts;
  private final CheckBox box = new CheckBox();
  private final StatusMark mark;
  private final Icon shape = new Icon(Glyph.CATEGORY, "small-icon");
  private final Label name = new Label();
  private final Label detail = new Label();
  private final Label note = new Label();
  private final HBox line = new HBox();
  private final VBox lines = new VBox();

  PartCell(Texts texts, PartsModel model) {
    this.texts = texts;
    mark = new StatusMark(texts);
    getStyleClass().add("part-cell");
    box.setFocusTraversable(false);
    box.setAllowIndeterminate(true);
    box.setOnAction(event -> {
      @Nullable PartRow row = getItem();
      if (row != null) {
        show(row);
        getListView().getSelectionModel().select(getIndex());
        model.toggle(row);
      }
    });
    name.setMinWidth(USE_PREF_SIZE);
    detail.getStyleClass().addAll("small-text", "muted-text");
    HBox.setHgrow(detail, Priority.SOMETIMES);
    note.getStyleClass().addAll("small-text", "part-note");
    note.setWrapText(true);
    line.getStyleClass().add("part-line");
    lines.getStyleClass().add("part-lines");
  }

  @Override
  protected void updateItem(@Nullable PartRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      fill(null);
      return;
    }
    show(row);
    pseudoClassStateChanged(FIELD, !row.head());
    pseudoClassStateChanged(
        OUT, row.state() == PartRow.State.LEFT_OUT || row.state() == PartRow.State.HELD_BACK);
    name.setText(HiddenCharacters.shown(row.name()));
    name.getStyleClass().removeAll("mono-text", "strong-text");
    name.getStyleClass().add(row.head() ? "strong-text" : "mono-text");
    detail.setText(
        row.head()
            ? texts.type(row.part().key().type()) + ", " + texts.status(row.status())
            : row.detail());
    if (row.head()) {
      mark.show(row.status());
      shape.show(Glyph.of(row.part().key().type()));
      line.getChildren().setAll(box, mark, shape, name, detail);
    } else {
      line.getChildren().setAll(box, name, detail);
    }
    note.setText(row.note());
    if (row.note().isEmpty()) {
      lines.getChildren().setAll(line);
    } else {
      lines.getChildren().setAll(line, note);
    }
    fill(lines);
    setAccessibleText(
        texts.get(
            "submit.part.accessible",
            name.getText(),
            detail.getText(),
            texts.get("submit.part.state." + row.state().name().toLowerCase(Locale.ROOT)),
            row.note()));
  }

  private void show(PartRow row) {
    box.setIndeterminate(row.state() == PartRow.State.SOME);
    box.setSelected(row.state() == PartRow.State.SENT);
  }
}
