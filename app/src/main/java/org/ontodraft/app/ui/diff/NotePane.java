package org.ontodraft.app.ui.diff;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.diff.ReviewRow.Note.Said;
import org.ontodraft.model.ontology.SourceProblem;

/** A sentence about an entity that no field says. */
final class NotePane extends HBox {
  private final Texts texts;
  private final Label sentence = new Label();

  NotePane(Texts texts) {
    this.texts = texts;
    getStyleClass().addAll("card-row", "note-row");
    sentence.setWrapText(true);
    HBox.setHgrow(sentence, Priority.ALWAYS);
  }

  /** Shows a note and says it in words. */
  String show(ReviewRow.Note note) {
    sentence.setText(words(note.said()));
    Glyph glyph = note.said() instanceof Said.OnlyWritten ? Glyph.INFO : Glyph.WARNING;
    getChildren().setAll(new Icon(glyph, "strong-icon"), sentence);
    return sentence.getText();
  }

  private String words(Said said) {
    return switch (said) {
      case Said.DoesNotApply none -> texts.get("review.note.broken");
      case Said.OnlyWritten written -> texts.get("review.note.written");
      case Said.Unreadable(SourceProblem problem) ->
          texts.get(
              problem.line() > 0 ? "review.note.unreadable.line" : "review.note.unreadable",
              problem.path(),
              problem.code().shortCode(),
              problem.line());
    };
  }
}
