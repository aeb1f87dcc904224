package org.ontodraft.app.ui.diff;

import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Texts;

/** Takes a review out of the window: to the clipboard or into a file. */
final class ReviewExport {
  private final ReviewViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  ReviewExport(ReviewViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  void copyMarkdown() {
    model.writeMarkdown(ReviewExport::copy);
  }

  void saveHtml(String title) {
    dialogs
        .files()
        .newFile(
            texts.get("review.export.html"),
            texts.get("review.export.name"),
            texts.get("review.export.kind"),
            List.of("*.html"))
        .ifPresent(file -> model.saveHtml(title, file));
  }

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
