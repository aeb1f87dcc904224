package org.ontodraft.app.ui.draft;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.rebase.DraftMerge;

/** Asks how to take another draft into the open one, saying what that comes to. FX thread. */
final class MergeDialog {
  /** More of them are counted. */
  private static final int NAMED = 8;

  private final Dialogs dialogs;
  private final Texts texts;

  MergeDialog(Dialogs dialogs, Texts texts) {
    this.dialogs = dialogs;
    this.texts = texts;
  }

  /**
   * Asks.
   *
   * @param mine the title of the open draft
   * @param chosen hears whose value counts where both changed the same
   */
  void ask(Draft other, String mine, DraftMerge merge, Consumer<Choice.Kind> chosen) {
    List<Conflict> conflicts = merge.conflicts();
    Label about =
        new Label(texts.get("drafts.merge.about", merge.merges().size(), other.title(), mine));
    about.setWrapText(true);
    VBox form = new VBox(about);
    form.getStyleClass().add("dialog-body");
    RadioButton keep = new RadioButton(texts.get("drafts.merge.mine", mine));
    RadioButton take = new RadioButton(texts.get("drafts.merge.other", other.title()));
    ToggleGroup group = new ToggleGroup();
    keep.setToggleGroup(group);
    take.setToggleGroup(group);
    keep.setSelected(true);
    if (!conflicts.isEmpty()) {
      Label both = new Label(texts.get("drafts.merge.conflicts", conflicts.size()));
      both.setWrapText(true);
      both.getStyleClass().add("medium-text");
      form.getChildren().addAll(both, named(conflicts), keep, take);
    }
    Node focus = conflicts.isEmpty() ? about : keep;
    dialogs.form(
        texts.get("drafts.merge.heading", other.title()),
        form,
        texts.get("drafts.merge.do"),
        new SimpleBooleanProperty(true),
        focus,
        () -> chosen.accept(take.isSelected() ? Choice.Kind.UPSTREAM : Choice.Kind.MINE));
  }

  private Label named(List<Conflict> conflicts) {
    StringBuilder lines = new StringBuilder();
    conflicts.stream()
        .limit(NAMED)
        .forEach(conflict -> lines.append(conflict.place()).append('\n'));
    if (conflicts.size() > NAMED) {
      lines.append(texts.get("rebase.commits.more", conflicts.size() - NAMED));
    }
    Label label = new Label(lines.toString().strip());
    label.getStyleClass().addAll("mono-text", "muted-text");
    return label;
  }
}
