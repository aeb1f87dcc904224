package org.ontodraft.app.ui.conflict;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Badge;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.Pill;
import org.ontodraft.app.ui.control.diff.ColumnsPane;
import org.ontodraft.app.ui.control.diff.FieldCell;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.app.ui.control.diff.FindingLine;
import org.ontodraft.app.ui.control.diff.MeasuredCell;
import org.ontodraft.app.ui.control.diff.ValueCell;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;

/** A row of what a rebase would do; the selected one offers its choices. */
final class PlanRowCell extends MeasuredCell<PlanRow> {
  private final Texts texts;
  private final PlanActions actions;
  private final ObservableBooleanValue withBase;

  /** An empty cell. */
  PlanRowCell(Texts texts, PlanActions actions, ObservableBooleanValue withBase) {
    this.texts = texts;
    this.actions = actions;
    this.withBase = withBase;
    getStyleClass().add("plan-cell");
    selectedProperty().subscribe(selected -> show(getItem()));
    withBase.subscribe(shown -> show(getItem()));
  }

  @Override
  protected void updateItem(@Nullable PlanRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    show(empty ? null : row);
  }

  private void show(@Nullable PlanRow row) {
    Region shown =
        switch (row) {
          case null -> null;
          case PlanRow.Section section -> section(section);
          case PlanRow.Entity entity -> entity(entity);
          case PlanRow.Field field -> field(field);
          case PlanRow.Broken broken -> broken(broken);
        };
    fill(
        shown != null && row != null && isSelected() && hasChoices(row)
            ? new VBox(shown, new WaysBar(texts, row, actions))
            : shown);
  }

  private static boolean hasChoices(PlanRow row) {
    return row instanceof PlanRow.Broken || !row.offered().isEmpty();
  }

  private Region section(PlanRow.Section section) {
    String title = texts.get("rebase.part." + lower(section.part()));
    Label label = new Label(title);
    label.getStyleClass().add("strong-text");
    HBox row = new HBox(label, Badge.of(section.count()));
    row.getStyleClass().add("plan-section");
    if (section.open() > 0) {
      row.getChildren().add(new Pill(texts.get("rebase.left", section.open()), Pill.Side.CONFLICT));
    }
    setAccessibleText(texts.get("rebase.part.accessible", title, section.count(), section.open()));
    return row;
  }

  private Region entity(PlanRow.Entity entity) {
    String name = entity.key().key();
    Label label = new Label(name);
    label.getStyleClass().add("strong-text");
    Label type = new Label(texts.type(entity.key().type()));
    type.getStyleClass().addAll("muted-text", "small-text");
    HBox row = new HBox(new Icon(Glyph.of(entity.key().type())), label, type);
    row.getStyleClass().add("plan-entity");
    String what = kindText(entity.kind());
    if (!what.isEmpty()) {
      boolean conflict = entity.isOpen();
      if (conflict) {
        row.getChildren().addFirst(new Icon(Glyph.CONFLICT, "conflict"));
      }
      Label kind = new Label(what);
      kind.setWrapText(true);
      kind.getStyleClass().add(conflict ? "conflict-text" : "muted-text");
      row.getChildren().add(kind);
    }
    if (entity.chosen() != null) {
      ResultSource source = ResultSource.of(entity.chosen());
      row.getChildren()
          .addAll(
              new Icon(Glyph.DONE, "small-icon", "success"),
              new Pill(source.letter(), source.side()));
      what = what + ". " + texts.get("rebase.reason.chosen");
    }
    setAccessibleText(name + ", " + type.getText() + (what.isEmpty() ? "" : ", " + what));
    return row;
  }

  private String kindText(EntityMerge.Kind kind) {
    return kind == EntityMerge.Kind.MERGED ? "" : texts.get("rebase.kind." + lower(kind));
  }

  private Region field(PlanRow.Field row) {
    FieldDecision decision = row.decision();
    boolean conflict = decision.isConflict();
    FieldCell name = new FieldCell(texts);
    name.show(
        decision.field().name(), row.isOpen() ? EntityStatus.CONFLICTED : EntityStatus.UNCHANGED);
    ValueCell base = ValueCell.brief(texts, ValueCell.Side.BASE);
    ValueCell mine = ValueCell.brief(texts, ValueCell.Side.MINE);
    ValueCell upstream = ValueCell.brief(texts, ValueCell.Side.UPSTREAM);
    show(base, row.mine(), false);
    show(mine, row.mine(), true);
    show(upstream, row.upstream(), true);
    HBox result = result(row);
    ColumnsPane columns =
        new ColumnsPane(
            name,
            withBase.get()
                ? List.of(base, mine, upstream, result)
                : List.of(mine, upstream, result));
    String reason = texts.get("rebase.reason." + lower(decision.reason()));
    Label why = new Label(reason);
    why.setWrapText(true);
    why.getStyleClass().addAll("plan-reason", conflict ? "conflict-text" : "muted-text");
    VBox box = new VBox(columns, why);
    box.getStyleClass().add(conflict ? "plan-conflict" : "plan-field");
    setAccessibleText(
        texts.get(
            "rebase.field.accessible",
            FieldNames.of(texts, decision.field().name()),
            spoken(base),
            spoken(mine),
            spoken(upstream),
            reason));
    return box;
  }

  private HBox result(PlanRow.Field row) {
    ValueCell value = ValueCell.brief(texts, ValueCell.Side.MINE);
    if (row.decision().isConflict()) {
      value.say(texts.get("rebase.result.open"));
    } else {
      show(value, row.result(), false);
    }
    HBox.setHgrow(value, Priority.ALWAYS);
    Pill source = new Pill(row.source().letter(), row.source().side());
    source.getStyleClass().add("source-letter");
    source.setMinWidth(USE_PREF_SIZE);
    source.setAccessibleText(texts.get("rebase.source." + lower(row.source())));
    HBox cell = new HBox(value, source);
    cell.getStyleClass().add("result-cell");
    return cell;
  }

  private void show(ValueCell cell, @Nullable FieldChange change, boolean marked) {
    if (change == null) {
      cell.say(texts.get("review.unset"));
    } else if (marked) {
      cell.show(change);
    } else {
      cell.showPlain(change);
    }
  }

  private static String spoken(Node node) {
    String text = node.getAccessibleText();
    return text == null ? "" : text;
  }

  private Region broken(PlanRow.Broken broken) {
    FindingLine line = new FindingLine(texts, broken.finding());
    setAccessibleText(line.getAccessibleText());
    return line;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
