package org.ontodraft.app.ui.diff;

import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;

/** A row of the review. The panes for each kind of row are made once and filled again. */
final class ReviewRowCell extends ListCell<ReviewRow> {
  private final Texts texts;
  private final HeadPane head;
  private final FieldPane field;
  private final LinePane line;
  private final FoldPane fold;
  private final Region columns;
  private final Region foot = new Region();
  private @Nullable Region content;

  ReviewRowCell(Texts texts, RowActions actions) {
    this.texts = texts;
    head = new HeadPane(texts, actions);
    field = new FieldPane(texts, actions);
    line = new LinePane(texts);
    fold = new FoldPane(texts, actions);
    columns = FieldPane.columns(texts);
    foot.getStyleClass().add("card-foot");
    getStyleClass().add("review-cell");
  }

  @Override
  protected void updateItem(@Nullable ReviewRow row, boolean empty) {
    super.updateItem(row, empty);
    content = empty || row == null ? null : fill(row);
    setGraphic(content);
    if (content == null) {
      setAccessibleText(null);
    }
  }

  private Region fill(ReviewRow row) {
    return switch (row) {
      case ReviewRow.Head shown -> spoken(head, head.show(shown));
      case ReviewRow.Columns shown -> spoken(columns, texts.get("review.columns.accessible"));
      case ReviewRow.Field shown -> spoken(field, field.show(shown));
      case ReviewRow.TextLine shown -> spoken(line, line.show(shown));
      case ReviewRow.FileName shown -> spoken(line, line.show(shown));
      case ReviewRow.FileLine shown -> spoken(line, line.show(shown));
      case ReviewRow.RemovedLines shown -> spoken(line, line.show(shown));
      case ReviewRow.PatchLine shown -> spoken(line, line.show(shown));
      case ReviewRow.SkippedLines shown -> spoken(fold, fold.show(shown));
      case ReviewRow.Unchanged shown -> spoken(fold, fold.show(shown));
      case ReviewRow.Foot shown -> spoken(foot, "");
    };
  }

  private Region spoken(Region pane, String words) {
    setAccessibleText(words);
    return pane;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    Region shown = content;
    return shown == null
        ? super.computePrefHeight(width)
        : snapSizeY(
            shown.prefHeight(width - snappedLeftInset() - snappedRightInset())
                + snappedTopInset()
                + snappedBottomInset());
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Region shown = content;
    if (shown != null) {
      shown.resizeRelocate(
          snappedLeftInset(),
          snappedTopInset(),
          getWidth() - snappedLeftInset() - snappedRightInset(),
          getHeight() - snappedTopInset() - snappedBottomInset());
    }
  }
}
