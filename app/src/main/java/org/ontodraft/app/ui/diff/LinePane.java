package org.ontodraft.app.ui.diff;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.ChangeBar;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.control.diff.ColumnsPane;
import org.ontodraft.app.ui.control.diff.MarkedText;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.entity.EntityStatus;

/** A line of a file, a patch or a long value, with bar and sign where it differs. */
final class LinePane extends StackPane {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

  private final Texts texts;
  private final ChangeBar bar = new ChangeBar();
  private final StatusMark mark;
  private final Label number = new Label();
  private final MarkedText text = new MarkedText();
  private final MarkedText baseText = new MarkedText();
  private final HBox fileLine = new HBox();
  private final HBox sign = new HBox();
  private final MarkedText base = new MarkedText();
  private final MarkedText mine = new MarkedText();
  private final ColumnsPane textLine;

  LinePane(Texts texts) {
    this.texts = texts;
    mark = new StatusMark(texts);
    getStyleClass().addAll("card-row", "line-row");
    number.getStyleClass().add("line-number");
    text.getStyleClass().addAll("mono-text", "mine-side");
    HBox.setHgrow(text, Priority.ALWAYS);
    baseText.getStyleClass().addAll("mono-text", "base-side");
    HBox.setHgrow(baseText, Priority.ALWAYS);
    fileLine.getStyleClass().add("file-line");
    base.getStyleClass().addAll("mono-text", "base-side");
    mine.getStyleClass().addAll("mono-text", "mine-side");
    textLine = new ColumnsPane(sign, List.of(side(base, "base-column"), side(mine, "mine-column")));
    textLine.getStyleClass().add("text-line");
  }

  private static Region side(MarkedText text, String style) {
    StackPane pane = new StackPane(text);
    pane.getStyleClass().addAll("value-cell", style);
    return pane;
  }

  /** Shows a line of a long value on both sides. */
  String show(ReviewRow.TextLine line) {
    EntityStatus status = statusOf(line);
    bar.show(status);
    mark.show(status);
    sign.getChildren().setAll(bar, mark);
    fill(base, line.base(), line.baseWords());
    fill(mine, line.mine(), line.mineWords());
    mark(line.changed(), false);
    getChildren().setAll(textLine);
    return texts.get(
        "review.text.accessible", texts.status(status), said(line.base()), said(line.mine()));
  }

  /** Shows a line of a long value where the sides stand below each other. */
  String show(ReviewRow.UnifiedLine line) {
    EntityStatus status =
        switch (line.side()) {
          case BOTH -> EntityStatus.UNCHANGED;
          case BASE_ONLY -> EntityStatus.DELETED;
          case MINE_ONLY -> EntityStatus.ADDED;
        };
    boolean gone = line.side() == Side.BASE_ONLY;
    bar.show(status);
    mark.show(status);
    number.setText("");
    MarkedText shown = gone ? baseText : text;
    fill(shown, line.text(), line.words());
    fileLine.getChildren().setAll(List.<Node>of(bar, number, mark, shown));
    getChildren().setAll(fileLine);
    mark(line.side() == Side.MINE_ONLY, gone);
    return texts.get("review.unified.accessible", texts.status(status), said(line.text()));
  }

  /** As much of a line as is shown. */
  private static String said(@Nullable String line) {
    return line == null ? "" : line.substring(0, Math.min(line.length(), MarkedText.SHOWN));
  }

  private static EntityStatus statusOf(ReviewRow.TextLine line) {
    if (!line.changed()) {
      return EntityStatus.UNCHANGED;
    }
    if (line.base() == null) {
      return EntityStatus.ADDED;
    }
    return line.mine() == null ? EntityStatus.DELETED : EntityStatus.MODIFIED;
  }

  private void fill(MarkedText side, @Nullable String line, List<Span> words) {
    boolean whole = words.isEmpty();
    side.show(line == null || !whole ? words : List.of(new Span(line, false)), !whole, this::rest);
  }

  private void mark(boolean changed, boolean gone) {
    pseudoClassStateChanged(CHANGED, changed);
    pseudoClassStateChanged(GONE, gone);
  }

  private String rest(int characters) {
    return " " + texts.get("review.rest", characters);
  }

  /** Shows where the lines of one file of several begin. */
  String show(ReviewRow.FileName file) {
    showFile(file.status(), "", "");
    mark(false, false);
    Label path = new Label(file.path());
    path.getStyleClass().add("unset-text");
    fileLine.getChildren().setAll(bar, number, mark, path);
    return texts.get("review.file.accessible", file.path(), texts.status(file.status()));
  }

  /** Shows a line of the file. */
  String show(ReviewRow.FileLine line) {
    showFile(line.status(), String.valueOf(line.number()), line.text());
    mark(line.status() != EntityStatus.UNCHANGED, false);
    return texts.get(
        "review.line.accessible", line.number(), texts.status(line.status()), said(line.text()));
  }

  /** Shows where lines of the file go. */
  String show(ReviewRow.RemovedLines lines) {
    String words =
        texts.get(lines.wholeFile() ? "review.file.gone" : "review.lines.gone", lines.count());
    showFile(EntityStatus.DELETED, "", "");
    mark(false, true);
    Label gone = new Label(words);
    gone.getStyleClass().add("unset-text");
    fileLine.getChildren().setAll(bar, number, mark, gone);
    return words;
  }

  /** Shows a line of the patch. */
  String show(ReviewRow.PatchLine line) {
    showFile(EntityStatus.UNCHANGED, "", line.text());
    mark(false, false);
    return said(line.text());
  }

  private void showFile(EntityStatus status, String lineNumber, String line) {
    bar.show(status);
    mark.show(status);
    number.setText(lineNumber);
    text.show(List.of(new Span(line, false)), false, this::rest);
    fileLine.getChildren().setAll(List.<Node>of(bar, number, mark, text));
    getChildren().setAll(fileLine);
  }
}
