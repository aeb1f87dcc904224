package org.ontodraft.app.ui.refactoring;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.model.refactor.Leftover;
import tools.jackson.databind.JsonNode;

/** The fields that both entities of a merge have a value of, and which of the two is kept. */
final class DisputedFields extends VBox {
  private static final int SHOWN = 120;

  private final RefactoringViewModel viewModel;
  private final Texts texts;

  DisputedFields(RefactoringViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("disputed");
    viewModel.disputed().addListener((ListChangeListener<Leftover.Value>) change -> show());
    show();
  }

  /** Rows stay while a choice is made, so that the focus does. */
  private void show() {
    List<String> fields =
        viewModel.disputed().stream().map(Leftover.Value::field).distinct().toList();
    boolean same = fields.equals(getChildren().stream().map(row -> row.getUserData()).toList());
    setVisible(!fields.isEmpty());
    setManaged(!fields.isEmpty());
    if (!same) {
      getChildren().setAll(fields.stream().map(this::row).toList());
    }
  }

  private VBox row(String field) {
    Leftover.Value value =
        viewModel.disputed().stream()
            .filter(each -> each.field().equals(field))
            .findFirst()
            .orElseThrow();
    boolean takes = viewModel.taken().contains(field);
    String name = FieldNames.of(texts, field);
    Label heading = new Label(name);
    heading.getStyleClass().add("medium-text");
    ToggleGroup group = new ToggleGroup();
    RadioButton stays =
        choice(group, name, "refactor.merge.stays", takes ? value.dropped() : value.kept());
    RadioButton goes =
        choice(group, name, "refactor.merge.goes", takes ? value.kept() : value.dropped());
    stays.setId("stays-" + field);
    goes.setId("goes-" + field);
    group.selectToggle(takes ? goes : stays);
    goes.selectedProperty()
        .subscribe((before, now) -> {
          if (now) {
            viewModel.taken().add(field);
          } else {
            viewModel.taken().remove(field);
          }
        });
    VBox row = new VBox(heading, stays, goes);
    row.setUserData(field);
    row.getStyleClass().add("disputed-field");
    return row;
  }

  private RadioButton choice(ToggleGroup group, String name, String key, JsonNode value) {
    String written =
        value.isNull()
            ? texts.get("review.unset")
            : value.isString() ? value.stringValue() : value.toString();
    String cut = written.length() > SHOWN ? written.substring(0, SHOWN) + "\u2026" : written;
    RadioButton button = new RadioButton(texts.get(key, HiddenCharacters.shown(cut)));
    button.setMnemonicParsing(false);
    button.setToggleGroup(group);
    button.setWrapText(true);
    button.setAccessibleText(name + ": " + button.getText());
    return button;
  }
}
