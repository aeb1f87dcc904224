package org.ontodraft.app.ui.submit;

import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.submit.DescriptionTemplate;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.TabLeaves;

/** The template of the repository's descriptions, to be read and written. */
final class TemplateDialog {
  private final Texts texts;
  private final Dialogs dialogs;

  TemplateDialog(Texts texts, Dialogs dialogs) {
    this.texts = texts;
    this.dialogs = dialogs;
  }

  /**
   * Shows it.
   *
   * @param keep takes another text; an empty one gives one's own up
   */
  void show(DescriptionTemplate template, Consumer<String> keep) {
    Label from = new Label(name(texts, template));
    from.setWrapText(true);
    TextArea text = new TextArea(template.text());
    text.setId("template-text");
    TabLeaves.install(text);
    text.getStyleClass().add("mono-text");
    text.setPrefRowCount(18);
    text.setPrefColumnCount(70);
    text.setAccessibleText(texts.get("submit.template"));
    Label places = new Label(texts.get("submit.template.places"));
    places.setWrapText(true);
    places.getStyleClass().addAll("small-text", "muted-text");
    Button reset = new Button(texts.get("submit.template.reset"));
    reset.setId("template-reset");
    reset.setDisable(template.origin() != DescriptionTemplate.Origin.OWN);
    reset.setOnAction(event -> {
      text.clear();
      reset.setDisable(true);
    });
    Label empty = new Label(texts.get("submit.template.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().addAll("small-text", "muted-text");
    VBox content = new VBox(from, text, places, reset, empty);
    content.getStyleClass().add("form");
    dialogs.form(
        texts.get("submit.template"),
        content,
        texts.get("submit.template.keep"),
        new SimpleBooleanProperty(true),
        text,
        () -> keep.accept(text.getText()));
  }

  /** Which template it is, in a sentence. */
  static String name(Texts texts, DescriptionTemplate template) {
    return switch (template.origin()) {
      case OWN -> texts.get("submit.template.own");
      case REPOSITORY -> texts.get("submit.template.repository", template.path());
      case BUILT_IN -> texts.get("submit.template.built-in");
    };
  }
}
