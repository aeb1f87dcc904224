package org.ontodraft.app.ui.conflict;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.KeyCap;
import org.ontodraft.app.ui.control.diff.PlanLayout;
import org.ontodraft.app.ui.control.diff.PlanList;
import org.ontodraft.app.ui.control.diff.PlanRow;

/** Lists what a rebase would do, and offers to do it where nothing has to be decided. */
public final class RebaseView {
  private final RebaseViewModel model;
  private final Texts texts;
  private final Dates dates;
  private final Navigator navigator;
  private final Parent root;

  @FXML private BorderPane plan;
  @FXML private Label heading;
  @FXML private Label about;
  @FXML private Label counts;
  @FXML private Button submit;
  @FXML private Button move;
  @FXML private Label advice;
  @FXML private StackPane columns;
  @FXML private ListView<PlanRow> rows;
  @FXML private HBox hints;
  @FXML private StackPane empty;

  /** Builds the view; the view model is its owner's to close. */
  public RebaseView(
      RebaseViewModel model, Texts texts, Dates dates, Navigator navigator, Fxml fxml) {
    this.model = model;
    this.texts = texts;
    this.dates = dates;
    this.navigator = navigator;
    this.root = fxml.load(this);
  }

  /** The view's root. */
  public Parent root() {
    return root;
  }

  /** Puts the focus on the button that moves the draft, or on the list. */
  public void focus() {
    Node target = move.isVisible() && !move.isDisabled() ? move : rows;
    target.requestFocus();
  }

  @FXML
  void initialize() {
    PlanList.install(rows, texts, navigator::openEntity);
    columns.getChildren().add(PlanList.columns(texts));
    submit.setOnAction(event -> navigator.openSubmit());
    move.setOnAction(event -> model.move());
    move.disableProperty().bind(model.moving());
    Label open = new Label(texts.get("rebase.hint.open"));
    open.getStyleClass().addAll("small-text", "muted-text");
    HBox hint = new HBox(new KeyCap(texts.get("key.enter")), open);
    hint.getStyleClass().add("key-hint");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label done = new Label();
    done.textProperty().bind(model.done());
    hints.getChildren().addAll(hint, space, done);
    model.standing().subscribe(this::show);
  }

  private void show(RebaseStanding standing) {
    plan.setVisible(standing instanceof RebaseStanding.Moved);
    empty.setVisible(!plan.isVisible());
    switch (standing) {
      case RebaseStanding.Moved moved -> show(moved);
      case RebaseStanding.Looking looking ->
          empty.getChildren().setAll(new Label(texts.get("rebase.looking")));
      case RebaseStanding.NoDraft none ->
          empty
              .getChildren()
              .setAll(
                  new EmptyState(
                      Glyph.BRANCH,
                      texts.get("review.nodraft.title"),
                      texts.get("rebase.nodraft.text")));
      case RebaseStanding.UpToDate now ->
          empty
              .getChildren()
              .setAll(
                  new EmptyState(
                      Glyph.DONE,
                      texts.get("rebase.uptodate.title"),
                      texts.get(
                          "rebase.uptodate.text",
                          now.draftTitle(),
                          dates.day(now.base().committedAt()),
                          now.base().shortCommit())));
    }
  }

  private void show(RebaseStanding.Moved moved) {
    String onto = moved.forecast().onto().shortCommit();
    PlanLayout layout = moved.plan();
    heading.setText(texts.get("rebase.heading", moved.draftTitle(), onto));
    about.setText(
        texts.get(
            "rebase.about",
            moved.forecast().upstreamChanges(),
            dates.day(moved.base().committedAt()),
            moved.base().shortCommit()));
    counts.setText(
        texts.get("rebase.counts", layout.automatic(), layout.conflicts() + layout.broken()));
    move.setText(texts.get("rebase.move", onto));
    show(move, layout.clean());
    show(submit, !layout.clean());
    advice.setText(texts.get(layout.clean() ? "rebase.advice.clean" : "rebase.advice.open"));
    rows.getItems().setAll(layout.rows());
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
