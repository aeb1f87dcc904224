package org.ontodraft.app.ui.conflict;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Pill;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.ontology.CommitList;

/** Beside a rebase: its decisions, what merges by reason, what upstream did. FX thread. */
final class DecisionPane extends VBox {
  private final ListView<DecisionItem> items = new ListView<>();
  private final TextField filter = new TextField();
  private final Pill left = new Pill("", Pill.Side.CONFLICT);
  private final Texts texts;
  private @Nullable PlanLayout layout;
  private CommitList commits = CommitList.NONE;
  private boolean following;

  /** What the lines lead to. */
  interface Target {
    /** Shows this row. */
    void goTo(PlanRow row);

    /** Lists what merges for this reason; null for all. */
    void list(@Nullable Reason reason);
  }

  DecisionPane(Texts texts, Dates dates, Target target) {
    this.texts = texts;
    getStyleClass().add("decisions");
    Label title = new Label(texts.get("rebase.decisions"));
    title.getStyleClass().add("strong-text");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    left.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(title, space, left);
    head.getStyleClass().add("pane-header");
    filter.setPromptText(texts.get("rebase.filter"));
    filter.setAccessibleText(texts.get("rebase.filter"));
    filter.textProperty().subscribe(text -> fill());
    HBox search = new HBox(filter);
    search.getStyleClass().add("decision-filter");
    HBox.setHgrow(filter, Priority.ALWAYS);
    items.setAccessibleText(texts.get("rebase.decisions"));
    items.setCellFactory(list -> new DecisionCell(texts, dates));
    items.getStyleClass().add("decision-list");
    VBox.setVgrow(items, Priority.ALWAYS);
    items
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> {
          if (!following) {
            open(item, target);
          }
        });
    getChildren().addAll(head, search, items);
  }

  private static void open(@Nullable DecisionItem item, Target target) {
    switch (item) {
      case DecisionItem.OfEntity entity -> target.goTo(entity.row());
      case DecisionItem.OfRow row -> target.goTo(row.row());
      case DecisionItem.Merged merged -> target.list(merged.reason());
      case DecisionItem.AllMerged all -> target.list(null);
      case null, default -> {}
    }
  }

  /** Shows a plan. */
  void show(PlanLayout next, CommitList upstream) {
    layout = next;
    commits = upstream;
    int all = next.left() + next.decided();
    left.setText(texts.get("rebase.items.left", next.left(), all));
    left.show(next.clean() ? Pill.Side.PLAIN : Pill.Side.CONFLICT);
    left.setVisible(all > 0);
    fill();
  }

  /** Shows that there is nothing to decide. */
  void clear() {
    layout = null;
    left.setVisible(false);
    following = true;
    items.getItems().clear();
    following = false;
  }

  private void fill() {
    @Nullable PlanLayout shown = layout;
    if (shown == null) {
      return;
    }
    @Nullable DecisionItem selected = items.getSelectionModel().getSelectedItem();
    List<DecisionItem> next = DecisionItem.of(shown, commits, filter.getText());
    following = true;
    items.getItems().setAll(next);
    select(item -> selected != null && item.isSameAs(selected));
    following = false;
  }

  /** Marks the line of the row that is selected in the plan. */
  void follow(@Nullable PlanRow row) {
    following = true;
    select(item ->
        row != null
            && switch (item) {
              case DecisionItem.OfEntity entity -> entity.row().isSameAs(row);
              case DecisionItem.OfRow of -> of.row().isSameAs(row);
              default -> false;
            });
    following = false;
  }

  private void select(Predicate<DecisionItem> wanted) {
    List<DecisionItem> all = items.getItems();
    IntStream.range(0, all.size())
        .filter(at -> wanted.test(all.get(at)))
        .findFirst()
        .ifPresentOrElse(
            items.getSelectionModel()::clearAndSelect,
            () -> items.getSelectionModel().clearSelection());
  }

  /** Puts the focus into the list. */
  void focusList() {
    items.requestFocus();
  }
}
