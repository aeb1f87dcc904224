package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.editor.AllowedValuesViewModel.Source;

/** The choice of where a property takes its values from, and what the last choice took out. */
final class AllowedValuesPane extends VBox {
  AllowedValuesPane(AllowedValuesViewModel values, EditorTexts texts) {
    getStyleClass().add("allowed-values");
    setId("allowed-values");
    Label name = new Label(texts.get("editor.allowed"));
    name.getStyleClass().add("medium-text");
    SegmentedControl<Source> choice =
        new SegmentedControl<>(
            texts.get("editor.allowed"),
            List.of(Source.values()),
            source -> texts.get("editor.allowed." + source.name().toLowerCase(Locale.ROOT)));
    choice.value().set(values.source().get());
    name.setLabelFor(choice);
    Label lost = new Label();
    lost.getStyleClass().addAll("small-text", "muted-text");
    lost.setWrapText(true);
    getChildren().addAll(name, choice, lost);
    values.source().subscribe(choice.value()::set);
    values.editable().subscribe(can -> choice.setDisable(!can));
    choice.value().subscribe(values::choose);
    values
        .lost()
        .subscribe(gone -> {
          lost.setText(
              gone.isEmpty()
                  ? ""
                  : texts.get("editor.allowed.lost", gone.size(), texts.firstOf(gone)));
          lost.setVisible(!gone.isEmpty());
          lost.setManaged(!gone.isEmpty());
        });
  }
}
