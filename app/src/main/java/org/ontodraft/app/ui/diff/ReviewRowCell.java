package org.ontodraft.app.ui.diff;

import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.diff.MeasuredCell;

/**
 * A row of the review. The pane for each kind of row is made when first needed, stays in the cell
 * unseen while another is shown, and is filled again.
 */
final class ReviewRowCell extends MeasuredCell<ReviewRow> {
  private final Texts texts;
  private final Once<HeadPane> head;
  private final Once<FieldPane> field;
  private final Once<FieldPane> unifiedField;
  private final Once<LinePane> line;
  private final Once<ListItemPane> item;
  private final Once<ListItemPane> unifiedItem;
  private final Once<FoldPane> fold;
  private final Once<AffectedPane> affected;
  private final Once<ReasonPane> reason;
  private final Once<NotePane> note;
  private final Once<CommentPane> comment;
  private final Once<PicturesPane> pictures;
  private final Once<Region> columns;
  private final Once<Region> unifiedColumns;
  private final Once<Label> more;
  private final Region foot = new Region();
  private final ShownPane panes = new ShownPane();

  /** Something that is made when it is first needed. */
  private static final class Once<T> {
    private final Supplier<T> make;
    private @Nullable T made;

    Once(Supplier<T> make) {
      this.make = make;
    }

    T get() {
      T known = made;
      if (known == null) {
        known = make.get();
        made = known;
      }
      return known;
    }
  }

  ReviewRowCell(Texts texts, Dates dates, RowActions actions) {
    this.texts = texts;
    head = new Once<>(() -> new HeadPane(texts, actions));
    field = new Once<>(() -> new FieldPane(texts, actions, false));
    unifiedField = new Once<>(() -> new FieldPane(texts, actions, true));
    line = new Once<>(() -> new LinePane(texts));
    item = new Once<>(() -> new ListItemPane(texts, false));
    unifiedItem = new Once<>(() -> new ListItemPane(texts, true));
    fold = new Once<>(() -> new FoldPane(texts, actions));
    affected = new Once<>(() -> new AffectedPane(texts, actions));
    reason = new Once<>(() -> new ReasonPane(texts, actions));
    note = new Once<>(() -> new NotePane(texts));
    comment = new Once<>(() -> new CommentPane(texts, dates, actions));
    pictures = new Once<>(() -> new PicturesPane(texts, actions));
    columns = new Once<>(() -> FieldPane.columns(texts, false));
    unifiedColumns = new Once<>(() -> FieldPane.columns(texts, true));
    more = new Once<>(Label::new);
    foot.getStyleClass().add("card-foot");
    getStyleClass().add("review-cell");
  }

  @Override
  protected void updateItem(@Nullable ReviewRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      fill(null);
    } else {
      panes.show(content(row));
      fill(panes);
    }
  }

  private Region content(ReviewRow row) {
    return switch (row) {
      case ReviewRow.Head shown -> spoken(head.get(), head.get().show(shown));
      case ReviewRow.Columns shown ->
          spoken(
              shown.unified() ? unifiedColumns.get() : columns.get(),
              texts.get("review.columns.accessible"));
      case ReviewRow.Field shown -> {
        FieldPane pane = shown.unified() ? unifiedField.get() : field.get();
        yield spoken(pane, pane.show(shown));
      }
      case ReviewRow.ListItem shown -> {
        ListItemPane pane = shown.unified() ? unifiedItem.get() : item.get();
        yield spoken(pane, pane.show(shown));
      }
      case ReviewRow.TextLine shown -> spoken(line.get(), line.get().show(shown));
      case ReviewRow.UnifiedLine shown -> spoken(line.get(), line.get().show(shown));
      case ReviewRow.FileName shown -> spoken(line.get(), line.get().show(shown));
      case ReviewRow.FileLine shown -> spoken(line.get(), line.get().show(shown));
      case ReviewRow.RemovedLines shown -> spoken(line.get(), line.get().show(shown));
      case ReviewRow.PatchLine shown -> spoken(line.get(), line.get().show(shown));
      case ReviewRow.SkippedLines shown -> spoken(fold.get(), fold.get().show(shown));
      case ReviewRow.SkippedItems shown -> spoken(fold.get(), fold.get().show(shown));
      case ReviewRow.Unchanged shown -> spoken(fold.get(), fold.get().show(shown));
      case ReviewRow.Reason shown -> spoken(reason.get(), reason.get().show(shown));
      case ReviewRow.Note shown -> spoken(note.get(), note.get().show(shown));
      case ReviewRow.Comment shown -> spoken(comment.get(), comment.get().show(shown));
      case ReviewRow.AffectedHead shown -> spoken(affected.get(), affected.get().show(shown));
      case ReviewRow.Effect shown -> spoken(affected.get(), affected.get().show(shown));
      case ReviewRow.MoreAffected shown -> {
        more.get().setText(texts.get("review.affected.more", shown.count()));
        yield spoken(more.get(), more.get().getText());
      }
      case ReviewRow.Pictures shown -> spoken(pictures.get(), pictures.get().show(shown));
      case ReviewRow.Foot shown -> spoken(foot, "");
    };
  }

  private Region spoken(Region pane, String words) {
    setAccessibleText(words);
    return pane;
  }
}
