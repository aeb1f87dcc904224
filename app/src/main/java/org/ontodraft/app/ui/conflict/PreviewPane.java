package org.ontodraft.app.ui.conflict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.app.ui.control.diff.ValueCell;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.rebase.RebasePlan;

/**
 * Below the plan: the selected entity once merged, as effective properties, form and file; what
 * each choice would cost; and whether the whole is valid. FX thread.
 */
final class PreviewPane extends VBox {
  private final Texts texts;
  private final SegmentedControl<Shown> choice;
  private final Label name = new Label();
  private final HBox validity = new HBox();
  private final StackPane content = new StackPane();
  private final CostTable costs;
  private Optional<RowDetails> details = Optional.empty();

  private enum Shown {
    EFFECTIVE,
    FORM,
    FILE
  }

  PreviewPane(Texts texts) {
    this.texts = texts;
    this.choice =
        new SegmentedControl<>(
            texts.get("rebase.preview"),
            List.of(Shown.values()),
            shown -> texts.get("rebase.preview." + lower(shown)));
    this.costs = new CostTable(texts);
    getStyleClass().add("preview");
    name.getStyleClass().addAll("strong-text");
    validity.getStyleClass().add("validity");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(choice, name, space, validity);
    head.getStyleClass().add("preview-head");
    ScrollPane left = scrolling(content);
    ScrollPane right = scrolling(costs);
    left.setAccessibleText(texts.get("rebase.preview"));
    right.setAccessibleText(texts.get("rebase.costs"));
    HBox body = new HBox(left, right);
    body.getStyleClass().add("preview-body");
    HBox.setHgrow(left, Priority.ALWAYS);
    right.getStyleClass().add("costs-scroll");
    right.visibleProperty().bind(costs.visibleProperty());
    right.managedProperty().bind(costs.visibleProperty());
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, body);
    choice.value().subscribe(shown -> fill());
    show(Optional.empty());
  }

  private static ScrollPane scrolling(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  /** Says whether the merged whole is valid. */
  void show(RebasePlan plan) {
    int errors = plan.semanticConflicts().size();
    int notices = plan.notices().size();
    Label words = new Label(texts.get("rebase.validity", errors, notices));
    words.getStyleClass().add(errors > 0 ? "conflict-text" : "muted-text");
    validity
        .getChildren()
        .setAll(
            errors > 0
                ? new Icon(Glyph.ERROR, "small-icon", "conflict")
                : new Icon(Glyph.DONE, "small-icon", "success"),
            words);
  }

  /** Shows a row's details; empty while none is selected. */
  void show(Optional<RowDetails> next) {
    details = next;
    name.setText(next.map(found -> found.key().key()).orElse(""));
    costs.show(next.map(RowDetails::costs).orElse(List.of()));
    fill();
  }

  private void fill() {
    content
        .getChildren()
        .setAll(
            details.map(this::chosen).orElseGet(() -> sentence(texts.get("rebase.preview.none"))));
  }

  private Node chosen(RowDetails found) {
    return switch (choice.value().get()) {
      case EFFECTIVE -> effective(found);
      case FORM -> form(found);
      case FILE -> files(found);
    };
  }

  private Node effective(RowDetails found) {
    EntityType type = found.key().type();
    if (type != EntityType.CATEGORY && type != EntityType.PROPERTY) {
      return sentence(texts.get("rebase.preview.no_effective"));
    }
    if (found.form().isEmpty()) {
      return sentence(texts.get("rebase.preview.gone"));
    }
    if (found.effective().isEmpty()) {
      return sentence(texts.get("rebase.preview.nothing_effective"));
    }
    GridPane grid = new GridPane();
    grid.getStyleClass().add("preview-grid");
    boolean ofCategory = type == EntityType.CATEGORY;
    head(grid, 0, texts.get(ofCategory ? "rebase.preview.property" : "rebase.preview.category"));
    head(grid, 1, texts.get("rebase.preview.merged"));
    head(grid, 2, texts.get("rebase.preview.source"));
    int row = 1;
    for (RowDetails.Effective line : found.effective()) {
      Label of = new Label(line.label(), new Icon(Glyph.of(line.of().type()), "small-icon"));
      Label need =
          new Label(
              texts.get(line.required() ? "rebase.preview.required" : "rebase.preview.optional"));
      Label from =
          new Label(
              line.depth() == 0
                  ? texts.get("rebase.preview.direct")
                  : texts.get("rebase.preview.inherited", line.source().key(), line.depth()));
      from.getStyleClass().add("muted-text");
      grid.addRow(row++, of, need, from);
    }
    if (found.more() > 0) {
      grid.add(new Label(texts.get("rebase.preview.more", found.more())), 0, row, 3, 1);
    }
    return grid;
  }

  private static void head(GridPane grid, int column, String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("muted-text", "small-text");
    grid.add(label, column, 0);
  }

  private Node form(RowDetails found) {
    if (found.form().isEmpty()) {
      return sentence(texts.get("rebase.preview.gone"));
    }
    GridPane grid = new GridPane();
    grid.getStyleClass().add("preview-grid");
    int row = 0;
    for (FieldChange field : found.form()) {
      Label label = new Label(FieldNames.of(texts, field.field().name()));
      label.getStyleClass().addAll("muted-text");
      label.setMinWidth(USE_PREF_SIZE);
      ValueCell value = new ValueCell(texts, ValueCell.Side.MINE);
      value.getStyleClass().add("plain-value");
      value.showPlain(field);
      GridPane.setHgrow(value, Priority.ALWAYS);
      grid.addRow(row++, label, value);
    }
    return grid;
  }

  private Node files(RowDetails found) {
    if (found.files().isEmpty()) {
      return sentence(texts.get("rebase.preview.gone"));
    }
    VBox all = new VBox();
    all.getStyleClass().add("preview-files");
    for (RowDetails.File file : found.files()) {
      Label path = new Label(file.path());
      path.getStyleClass().addAll("mono-text", "muted-text");
      TextArea text = new TextArea(file.text());
      text.setEditable(false);
      text.getStyleClass().add("mono-text");
      text.setPrefRowCount((int) Math.min(30, file.text().lines().count() + 1));
      text.setAccessibleText(file.path());
      all.getChildren().addAll(path, text);
    }
    return all;
  }

  private static Label sentence(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("muted-text", "preview-sentence");
    label.setWrapText(true);
    return label;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
