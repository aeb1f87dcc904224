package org.ontodraft.app.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;

/** A notice, beside what it is about. */
public final class NoticePane extends HBox {
  /**
   * Shows a notice.
   *
   * @param dismiss what its cross does
   */
  public NoticePane(Texts texts, Notice notice, Runnable dismiss) {
    getStyleClass().add("notice");
    VBox body = new VBox();
    body.getStyleClass().add("notice-body");
    HBox.setHgrow(body, Priority.ALWAYS);
    body.getChildren().add(line(notice.title(), "strong-text"));
    addLine(body, notice.text(), "muted-text");
    addLine(body, notice.safe(), "medium-text");
    addLine(body, notice.next(), "notice-next");
    // In two lines where there is little room: a button that is cut does not say what it does.
    FlowPane actions = new FlowPane();
    actions.getStyleClass().add("notice-actions");
    for (Notice.Choice choice : notice.choices()) {
      Button button = new Button(choice.label());
      button.getStyleClass().add("compact");
      button.setMinWidth(USE_PREF_SIZE);
      if (actions.getChildren().isEmpty()) {
        button.getStyleClass().add("accent");
      }
      button.setOnAction(event -> choice.run().run());
      actions.getChildren().add(button);
    }
    if (!notice.code().isEmpty()) {
      Label code = line(texts.get("notice.code", notice.code()), "small-text");
      code.getStyleClass().add("muted-text");
      actions.getChildren().add(code);
    }
    if (!actions.getChildren().isEmpty()) {
      body.getChildren().add(actions);
    }
    IconButton copy = new IconButton(Glyph.COPY, texts.get("notice.copy"));
    copy.setOnAction(event -> copy(notice));
    IconButton close = new IconButton(Glyph.CLOSE, texts.get("notice.dismiss"));
    close.setOnAction(event -> dismiss.run());
    getChildren().addAll(iconOf(notice.kind()), body, copy, close);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(plain(notice));
  }

  private static void addLine(VBox body, String text, String style) {
    if (!text.isEmpty()) {
      body.getChildren().add(line(text, style));
    }
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE); // a notice that is cut does not say what to do
    label.getStyleClass().add(style);
    return label;
  }

  private static Icon iconOf(Notice.Kind kind) {
    return switch (kind) {
      case DONE -> new Icon(Glyph.DONE, "done");
      case INFO -> new Icon(Glyph.INFO);
      case WARNING -> new Icon(Glyph.WARNING, "strong-icon");
      case ERROR -> new Icon(Glyph.ERROR, "strong-icon");
    };
  }

  private static void copy(Notice notice) {
    ClipboardContent content = new ClipboardContent();
    content.putString(plain(notice));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static String plain(Notice notice) {
    return String.join(
            "\n", notice.title(), notice.text(), notice.safe(), notice.next(), notice.code())
        .replaceAll("\n{2,}", "\n")
        .strip();
  }
}
