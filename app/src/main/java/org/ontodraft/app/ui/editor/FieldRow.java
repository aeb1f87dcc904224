package org.ontodraft.app.ui.editor;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.ui.common.EncounterTexts;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.control.ChangeBar;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityStatus;

/**
 * A field of the form: bar, name, control, and below it what changed and what is wrong. Where there
 * is no room for name and control beside each other, the name stands above.
 */
final class FieldRow extends Pane {
  /** The least width, in widths of the name, for the control beside it. */
  private static final double BESIDE = 3.2;

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final FieldViewModel field;
  private final EditorTexts texts;
  private final ChangeBar bar = new ChangeBar();
  private final Label name = new Label();
  private final FieldControl control;
  private final VBox body = new VBox();
  private @Nullable StatusMark mark;
  private @Nullable FieldNote change;
  private @Nullable Label problem;
  private @Nullable Label others;
  private double measuredWidth = -1;
  private double measuredHeight;

  FieldRow(FieldViewModel field, EditorTexts texts, EditingKeys keys) {
    this.field = field;
    this.texts = texts;
    this.control = FieldControl.of(field, texts, keys);
    getStyleClass().add("field-row");
    getStyleClass().add(control.tall() ? "tall" : "flat");
    setId("field-" + field.name());

    name.setText(texts.nameOf(field.content().get()) + (required() ? " *" : ""));
    name.getStyleClass().addAll("field-name", "medium-text");
    name.setWrapText(true);
    name.setLabelFor(control.focusTarget());
    describe();

    body.getChildren().add(control.node());
    body.getStyleClass().add("field-body");
    body.setFillWidth(true);
    getChildren().addAll(bar, name, body);

    field.content().subscribe(now -> showChange());
    field.editable().subscribe(now -> showChange());
    field.problem().subscribe(this::showProblem);
    field.met().subscribe(this::showOthers);
  }

  FieldViewModel field() {
    return field;
  }

  void focusControl() {
    control.focusTarget().requestFocus();
  }

  void close() {
    control.close();
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
    Hint.say(name, described);
    control.focusTarget().setAccessibleText(texts.accessibleName(content));
    control.focusTarget().setAccessibleHelp(described);
  }

  private void showChange() {
    FieldContent content = field.content().get();
    EntityStatus status = statusOf(content.change());
    bar.show(status);
    FieldNote note = change;
    if (note == null) {
      if (!content.changed()) {
        return;
      }
      StatusMark sign = new StatusMark(texts.plain());
      note = new FieldNote(field::revert);
      note.lead(sign);
      mark = sign;
      change = note;
    }
    if (mark != null) {
      mark.show(status);
    }
    note.say(
        texts.changeOf(content),
        field.editable().get() ? texts.get("editor.revert") : "",
        texts.get("editor.revert.field", texts.nameOf(content)));
    FieldNote.show(body, note, content.changed());
  }

  private void showProblem(@Nullable FieldProblem found) {
    Label line = problem;
    if (line == null) {
      if (found == null) {
        return;
      }
      line = new Label();
      line.getStyleClass().addAll("small-text", "field-problem");
      line.setWrapText(true);
      problem = line;
    }
    line.setText(found == null ? "" : texts.problem(found));
    FieldNote.show(body, line, found != null);
    control.focusTarget().pseudoClassStateChanged(INVALID, found != null);
  }

  private void showOthers(List<Encounter> met) {
    Label line = others;
    if (line == null) {
      if (met.isEmpty()) {
        return;
      }
      line = new Label();
      line.setGraphic(new Icon(Glyph.BRANCH, "small-icon"));
      line.getStyleClass().addAll("small-text", "field-met");
      line.setWrapText(true);
      others = line;
    }
    line.setText(met.isEmpty() ? "" : new EncounterTexts(texts.plain()).ofField(met));
    FieldNote.show(body, line, !met.isEmpty());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double gap() {
    return name.getFont().getSize() * 0.7;
  }

  private double start() {
    return bar.prefWidth(-1) + gap();
  }

  private boolean stacked(double width) {
    return width < name.prefWidth(-1) * BESIDE;
  }

  private double bodyStart(double width) {
    return stacked(width) ? start() : start() + name.prefWidth(-1) + gap();
  }

  private double nameWidth(double width) {
    return stacked(width) ? width - start() : name.prefWidth(-1);
  }

  @Override
  protected double computeMinWidth(double height) {
    return name.prefWidth(-1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return start() + name.prefWidth(-1) + gap() + body.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  /** Boxes in boxes ask again and again for the same width. */
  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? Math.max(getWidth(), 0) : width;
    if (room != measuredWidth) {
      measuredHeight = heightFor(room);
      measuredWidth = room;
    }
    return measuredHeight;
  }

  @Override
  public void requestLayout() {
    measuredWidth = -1;
    super.requestLayout();
  }

  private double heightFor(double room) {
    double nameHeight = name.prefHeight(nameWidth(room));
    double bodyHeight = body.prefHeight(Math.max(0, room - bodyStart(room)));
    return snapSizeY(stacked(room) ? nameHeight + bodyHeight : Math.max(nameHeight, bodyHeight));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    bar.resizeRelocate(0, 0, bar.prefWidth(-1), height);
    double nameHeight = name.prefHeight(nameWidth(width));
    double bodyStart = snapPositionX(bodyStart(width));
    double bodyTop = stacked(width) ? nameHeight : 0;
    name.resizeRelocate(
        snapPositionX(start()),
        0,
        snapSizeX(nameWidth(width)),
        snapSizeY(stacked(width) ? nameHeight : height));
    body.resizeRelocate(
        bodyStart, bodyTop, Math.max(0, width - bodyStart), Math.max(0, height - bodyTop));
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
