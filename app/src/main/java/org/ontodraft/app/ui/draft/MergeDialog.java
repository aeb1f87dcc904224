package org.ontodraft.app.ui.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.rebase.DraftMerge;

/**
 * Asks how to take another draft into the open one, saying what that comes to: for each place that
 * both changed, whose value stays. FX thread.
 */
final class MergeDialog {
  /** So many need no list of full height. */
  private static final int FEW = 2;

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
   * @param chosen hears where both changed the same and the other's value is taken
   */
  void ask(Draft other, String mine, DraftMerge merge, Consumer<Set<Place>> chosen) {
    List<Conflict> conflicts = merge.conflicts();
    Label about =
        wrapped(texts.get("drafts.merge.about", merge.merges().size(), other.title(), mine));
    VBox form = new VBox(about);
    form.getStyleClass().add("dialog-body");
    Set<Place> others = new HashSet<>();
    Node focus = about;
    if (!conflicts.isEmpty()) {
      Label both = wrapped(texts.get("drafts.merge.conflicts", conflicts.size()));
      both.getStyleClass().add("medium-text");
      ListView<Conflict> list = list(conflicts, others, mine, other.title());
      form.getChildren().addAll(both, list, bulk(conflicts, others, list, mine, other.title()));
      focus = list;
    }
    dialogs.form(
        texts.get("drafts.merge.heading", other.title()),
        form,
        texts.get("drafts.merge.do"),
        new SimpleBooleanProperty(!merge.merges().isEmpty()),
        focus,
        () -> chosen.accept(Set.copyOf(others)));
  }

  private ListView<Conflict> list(
      List<Conflict> conflicts, Set<Place> others, String mine, String other) {
    ListView<Conflict> list = new ListView<>();
    list.setId("merge-conflicts");
    if (conflicts.size() <= FEW) {
      list.getStyleClass().add("few");
    }
    list.getItems().setAll(conflicts);
    list.setAccessibleText(texts.get("drafts.merge.conflicts", conflicts.size()));
    list.setCellFactory(
        view -> new MergeConflictCell(new MergeConflictCell.Names(mine, other), others, texts));
    list.setOnKeyPressed(event -> {
      Conflict selected = list.getSelectionModel().getSelectedItem();
      if (selected != null && MergeConflictCell.choose(event, selected.place(), others)) {
        list.refresh();
        list.getSelectionModel().selectNext();
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
      }
    });
    list.getSelectionModel().selectFirst();
    return list;
  }

  private HBox bulk(
      List<Conflict> conflicts,
      Set<Place> others,
      ListView<Conflict> list,
      String mine,
      String other) {
    Button keep = new Button(texts.get("drafts.merge.mine", mine));
    keep.setOnAction(event -> {
      others.clear();
      list.refresh();
    });
    Button take = new Button(texts.get("drafts.merge.other", other));
    take.setOnAction(event -> {
      conflicts.forEach(conflict -> others.add(conflict.place()));
      list.refresh();
    });
    HBox bulk = new HBox(keep, take);
    bulk.getStyleClass().add("button-row");
    return bulk;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
