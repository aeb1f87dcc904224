package org.ontodraft.app.ui.draft;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.model.draft.DeletedDraft;

/**
 * The drafts that were deleted and are still kept, each with the way back.
 *
 * @param restore brings one back
 */
record DeletedDrafts(Texts texts, Dates dates, Consumer<DeletedDraft> restore) {
  /** A line for each, or the word that there is none. */
  Node node(List<DeletedDraft> all) {
    if (all.isEmpty()) {
      return new EmptyState(
          Glyph.TRASH, texts.get("drafts.deleted.none"), texts.get("drafts.deleted.kept"));
    }
    VBox lines = new VBox();
    lines.getStyleClass().add("deleted-drafts");
    for (DeletedDraft one : all) {
      Label title = new Label(one.draft().title());
      title.getStyleClass().add("medium-text");
      Label when =
          new Label(
              texts.get(
                  "drafts.deleted.line", dates.moment(one.deletedAt()), one.draft().changeCount()));
      when.getStyleClass().addAll("small-text", "muted-text");
      VBox words = new VBox(title, when);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Button back = new Button(texts.get("drafts.restore"));
      back.setAccessibleText(texts.get("drafts.restore.named", one.draft().title()));
      back.setOnAction(event -> restore.accept(one));
      HBox line = new HBox(words, space, back);
      line.getStyleClass().add("deleted-draft");
      lines.getChildren().add(line);
    }
    Label kept = new Label(texts.get("drafts.deleted.kept"));
    kept.getStyleClass().addAll("small-text", "muted-text");
    lines.getChildren().add(kept);
    return lines;
  }
}
