package org.ontodraft.app.ui.editor;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.ChangeBar;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityStatus;

/** A field of the form: bar, name, control, and below it what changed and what is wrong. */
final class FieldRow extends HBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final FieldViewModel field;
  private final EditorTexts texts;
  private final ChangeBar bar = new ChangeBar();
  private final StatusMark mark;
  private final Label change = new Label();
  private final Hyperlink revert = new Hyperlink();
  private final HBox changeLine;
  private final Label problem = new Label();
  private final Label name = new Label();
  private final FieldControl control;

  FieldRow(FieldViewModel field, EditorTexts texts, EditingKeys keys) {
    this.field = field;
    this.texts = texts;
    this.control = FieldControl.of(field, texts, keys);
    this.mark = new StatusMark(texts.plain());
    getStyleClass().add("field-row");
    getStyleClass().add(control.tall() ? "tall" : "flat");
    setId("field-" + field.name());

    name.setText(texts.nameOf(field.content().get()) + (required() ? " *" : ""));
    name.getStyleClass().addAll("field-name", "medium-text");
    name.setWrapText(true);
    name.setLabelFor(control.focusTarget());
    describe();

    change.getStyleClass().addAll("small-text", "muted-text");
    change.setWrapText(true);
    revert.setText(texts.get("editor.revert"));
    revert.getStyleClass().add("small-text");
    revert.setOnAction(event -> field.revert());
    changeLine = new HBox(mark, change, revert);
    changeLine.getStyleClass().add("field-change");
    problem.getStyleClass().addAll("small-text", "field-problem");
    problem.setWrapText(true);

    VBox body = new VBox(control.node(), changeLine, problem);
    body.getStyleClass().add("field-body");
    body.setFillWidth(true);
    HBox.setHgrow(body, Priority.ALWAYS);
    getChildren().addAll(bar, name, body);

    field.content().subscribe(now -> showChange());
    field.editable().subscribe(now -> showChange());
    field.problem().subscribe(this::showProblem);
  }

  FieldViewModel field() {
    return field;
  }

  void focusControl() {
    control.focusTarget().requestFocus();
  }

  private boolean required() {
    FieldContent content = field.content().get();
    return content.spec().required() && !content.name().equals("id");
  }

  /** Below the name in a tooltip: how the document writes it, and what a property holds. */
  private void describe() {
    FieldContent content = field.content().get();
    FieldContent.MemberType member = content.member();
    String described =
        member == null || member.datatype().isEmpty()
            ? content.name()
            : texts.get(
                member.multiple() ? "editor.member.multiple" : "editor.member.single",
                content.name(),
                member.datatype());
    name.setTooltip(new Tooltip(described));
    control.focusTarget().setAccessibleText(texts.accessibleName(content));
    control.focusTarget().setAccessibleHelp(described);
  }

  private void showChange() {
    FieldContent content = field.content().get();
    EntityStatus status = statusOf(content.change());
    bar.show(status);
    mark.show(status);
    change.setText(texts.changeOf(content));
    show(changeLine, content.changed());
    show(revert, field.editable().get());
    revert.setAccessibleText(texts.get("editor.revert.field", texts.nameOf(content)));
  }

  private void showProblem(@Nullable FieldProblem found) {
    problem.setText(found == null ? "" : texts.problem(found));
    show(problem, found != null);
    control.focusTarget().pseudoClassStateChanged(INVALID, found != null);
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private static EntityStatus statusOf(FieldChange.Kind kind) {
    return switch (kind) {
      case UNCHANGED -> EntityStatus.UNCHANGED;
      case ADDED -> EntityStatus.ADDED;
      case MODIFIED -> EntityStatus.MODIFIED;
      case REMOVED -> EntityStatus.DELETED;
    };
  }
}
