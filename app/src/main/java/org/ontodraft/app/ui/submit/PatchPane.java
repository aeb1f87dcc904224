package org.ontodraft.app.ui.submit;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Texts;

/** The ways to hand a draft on where no pull request can be opened from here. */
final class PatchPane extends VBox {
  PatchPane(PatchModel model, Texts texts, Dialogs dialogs) {
    getStyleClass().add("submit-pane");
    Label heading = new Label(texts.get("submit.patch"));
    heading.getStyleClass().add("section-text");
    Label words = new Label(texts.get("submit.patch.text"));
    words.setWrapText(true);
    Button save = new Button(texts.get("submit.patch.save"));
    save.setId("savePatch");
    save.setOnAction(event ->
        dialogs
            .files()
            .newFile(
                texts.get("submit.patch.save"),
                texts.get("submit.patch.name"),
                texts.get("submit.patch.kind"),
                List.of("*.patch"))
            .ifPresent(model::save));
    Button copy = new Button(texts.get("submit.patch.copy"));
    copy.setId("copyPatch");
    copy.setOnAction(event -> model.copy(PatchPane::copy));
    FlowPane buttons = new FlowPane(save, copy);
    buttons.getStyleClass().add("parts-line");
    Label done = new Label();
    done.setId("patchDone");
    done.setWrapText(true);
    done.textProperty().bind(model.done());
    done.visibleProperty().bind(model.done().isNotEmpty());
    done.managedProperty().bind(model.done().isNotEmpty());
    VBox card = new VBox(words, buttons, done);
    card.getStyleClass().addAll("card", "submit-card");
    getChildren().addAll(heading, card);
  }

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
