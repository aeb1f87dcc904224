package org.ontodraft.app.ui.history;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.history.HistoryEntry;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.control.diff.ColumnsPane;
import org.ontodraft.app.ui.control.diff.FieldCell;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.app.ui.control.diff.MeasuredCell;
import org.ontodraft.app.ui.control.diff.ValueCell;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;

/** A commit, or something it changed. */
final class HistoryCell extends MeasuredCell<HistoryRow> {
  private final Texts texts;
  private final Dates dates;
  private final HistoryView.Buttons buttons;
  private final FieldCell field;
  private final ValueCell before;
  private final ValueCell after;
  private final ColumnsPane columns;
  private final Region foot = new Region();

  HistoryCell(Texts texts, Dates dates, HistoryView.Buttons buttons) {
    this.texts = texts;
    this.dates = dates;
    this.buttons = buttons;
    field = new FieldCell(texts);
    before = new ValueCell(texts, ValueCell.Side.BASE);
    after = new ValueCell(texts, ValueCell.Side.MINE);
    columns = new ColumnsPane(field, List.of(before, after));
    columns.getStyleClass().add("card-row");
    foot.getStyleClass().add("card-foot");
    getStyleClass().add("review-cell");
  }

  @Override
  protected void updateItem(@Nullable HistoryRow row, boolean empty) {
    super.updateItem(row, empty);
    fill(empty || row == null ? null : content(row));
  }

  private Region content(HistoryRow row) {
    return switch (row) {
      case HistoryRow.Commit shown -> commit(shown);
      case HistoryRow.Field shown -> field(shown);
      case HistoryRow.OnlyWritten written -> note(texts.get("review.note.written"), Glyph.INFO);
      case HistoryRow.Unreadable(HistoryEntry entry, SourceProblem problem) ->
          note(
              texts.get(
                  "history.unreadable", problem.path(), problem.code().shortCode(), problem.line()),
              Glyph.WARNING);
      case HistoryRow.Foot end -> {
        setAccessibleText("");
        yield foot;
      }
      case HistoryRow.Older older -> {
        Button more = new Button(texts.get("history.older"));
        more.setFocusTraversable(false);
        more.setOnAction(event -> buttons.open(older));
        setAccessibleText(more.getText());
        HBox line = new HBox(more);
        line.getStyleClass().add("note-row");
        yield line;
      }
    };
  }

  private Region commit(HistoryRow.Commit row) {
    HistoryEntry entry = row.entry();
    OntologyVersion version = entry.commit().version();
    Label summary = new Label(HiddenCharacters.shown(version.summary()));
    summary.getStyleClass().add("medium-text");
    summary.setMinWidth(0);
    Hint.say(summary, summary.getText());
    Label who =
        new Label(
            texts.get(
                "history.who",
                HiddenCharacters.shown(entry.commit().author()),
                dates.moment(entry.commit().authoredAt())));
    who.getStyleClass().addAll("small-text", "muted-text");
    who.setMinWidth(USE_PREF_SIZE);
    Label id = new Label(version.shortCommit());
    id.getStyleClass().addAll("mono-text", "muted-text");
    id.setMinWidth(USE_PREF_SIZE);
    EntityKey from = entry.from();
    Label renamed = new Label(from == null ? "" : texts.get("history.renamed", from.key()));
    renamed.getStyleClass().add("small-text");
    renamed.setManaged(from != null);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head =
        new HBox(
            StatusMark.of(texts, entry.status()),
            id,
            summary,
            renamed,
            space,
            who,
            button("history.commit", () -> buttons.open(row)),
            button("history.then", () -> buttons.compareWithThen(row)));
    head.getStyleClass().addAll("card-head", "history-head");
    setAccessibleText(
        texts.get(
            "history.commit.accessible",
            who.getText(),
            summary.getText(),
            texts.status(entry.status()),
            renamed.getText(),
            id.getText()));
    return head;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(texts.get(key));
    button.getStyleClass().add("compact");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Region field(HistoryRow.Field row) {
    String name = row.change().field().name();
    field.show(name, FieldCell.statusOf(row.change().kind()));
    before.show(row.change());
    after.show(row.change());
    setAccessibleText(
        texts.get(
            "history.field.accessible",
            FieldNames.of(texts, name),
            texts.status(FieldCell.statusOf(row.change().kind())),
            words(before),
            words(after)));
    return columns;
  }

  private static String words(ValueCell cell) {
    String said = cell.getAccessibleText();
    return said == null ? "" : said;
  }

  private Region note(String words, Glyph glyph) {
    Label sentence = new Label(words);
    sentence.setWrapText(true);
    HBox note = new HBox(new Icon(glyph, "strong-icon"), sentence);
    note.getStyleClass().addAll("card-row", "note-row");
    setAccessibleText(words);
    return note;
  }
}
