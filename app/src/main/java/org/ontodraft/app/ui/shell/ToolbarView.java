package org.ontodraft.app.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.ProgressReport;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WorkspaceFeatures;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.ProgressStrip;

/** The toolbar: which draft, undo and redo, how the draft stands, validate, submit. */
public final class ToolbarView {
  /** Where the draft's name and what is said of upstream leave no room for a number. */
  private static final double ROOM = 90;

  private static final double LEAST_TITLE = 9;

  private final WorkbenchViewModel viewModel;
  private final WorkspaceFeatures features;
  private final Texts texts;
  private final ActionRegistry actions;
  private final Popup drafts = new Popup();
  private @Nullable ProgressStrip strip;

  @FXML private HBox bar;
  @FXML private Button switcher;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private Button fetch;
  @FXML private StackPane stateIcon;
  @FXML private Label about;
  @FXML private Label news;
  @FXML private Label need;
  @FXML private Hyperlink link;
  @FXML private Button validate;
  @FXML private StackPane submitArea;
  @FXML private Button submit;
  @FXML private StackPane progressArea;

  ToolbarView(
      WorkbenchViewModel viewModel,
      WorkspaceFeatures features,
      Texts texts,
      ActionRegistry actions) {
    this.viewModel = viewModel;
    this.features = features;
    this.texts = texts;
    this.actions = actions;
  }

  @FXML
  private void initialize() {
    initializeSwitcher();
    undo.setGraphic(new Icon(Glyph.UNDO));
    redo.setGraphic(new Icon(Glyph.REDO));
    fetch.setGraphic(new Icon(Glyph.REFRESH));
    validate.setGraphic(new Icon(Glyph.VALIDATE));
    submit.setGraphic(new Icon(Glyph.PULL_REQUEST));
    actions.bind(undo, "edit.undo");
    actions.bind(redo, "edit.redo");
    actions.bind(fetch, "repository.fetch");
    actions.bind(validate, "draft.validate");
    actions.bind(submit, "draft.submit");
    // A disabled button shows no tooltip of its own.
    Hint.of(submitArea).text().bind(viewModel.submitHint());
    link.setOnAction(event -> actions.run("draft.rebase"));
    Hint.of(link).text().bind(link.textProperty());
    viewModel.sentence().subscribe(this::showSentence);
    viewModel.fetching().progress().subscribe(this::showProgress);
  }

  private void initializeSwitcher() {
    Label title = new Label();
    title.getStyleClass().add("strong-text");
    title.textProperty().bind(viewModel.draftTitle());
    title
        .minWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(title.prefWidth(-1), LEAST_TITLE * title.getFont().getSize()),
                title.textProperty(),
                title.fontProperty()));
    ReadOnlyBooleanProperty narrow = Narrow.of(bar, title, ROOM);
    Label count = new Label();
    count.getStyleClass().add("badge");
    count.setMinWidth(Region.USE_PREF_SIZE); // a long title is cut, not how much has changed
    count
        .textProperty()
        .bind(viewModel.changes().map(number -> texts.get("workbench.changes", number.intValue())));
    count
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> viewModel.hasDraft().getValue() && !narrow.get(),
                viewModel.hasDraft(),
                narrow));
    count.managedProperty().bind(count.visibleProperty());
    HBox content =
        new HBox(new Icon(Glyph.BRANCH), title, count, new Icon(Glyph.CHEVRON_DOWN, "small-icon"));
    content.getStyleClass().add("switcher-content");
    switcher.setGraphic(content);
    Hint.of(switcher)
        .text()
        .bind(
            Bindings.createStringBinding(
                () ->
                    viewModel.hasDraft().get()
                        ? texts.get(
                            "workbench.switcher.whole",
                            viewModel.draftTitle().get(),
                            viewModel.changes().get())
                        : texts.get("workbench.nodraft"),
                viewModel.draftTitle(),
                viewModel.changes(),
                viewModel.hasDraft()));
    ObservableValue<String> spoken =
        viewModel.draftTitle().map(name -> texts.get("workbench.switcher.spoken", name));
    switcher.accessibleTextProperty().bind(spoken);
    switcher.setOnAction(event -> toggleDrafts());
    drafts.setAutoHide(true);
    drafts.setHideOnEscape(true);
  }

  /** Drops the list of drafts down, or takes it up again. */
  void toggleDrafts() {
    if (drafts.isShowing()) {
      drafts.hide();
      return;
    }
    Node list = features.drafts(drafts::hide);
    StackPane popover = new StackPane(list);
    popover.getStyleClass().add("popover");
    drafts.getContent().setAll(popover);
    Bounds at = switcher.localToScreen(switcher.getBoundsInLocal());
    if (at != null) {
      drafts.show(switcher, at.getMinX(), at.getMaxY() + 4);
    }
  }

  private void showSentence(StateSentence sentence) {
    stateIcon
        .getChildren()
        .setAll(
            viewModel.hasDraft().get() && sentence.upToDate()
                ? new Icon(Glyph.DONE, "done")
                : new Icon(Glyph.COMMIT));
    set(about, sentence.about());
    set(news, sentence.news());
    set(need, sentence.need());
    String whole = (sentence.about() + " " + sentence.news()).strip();
    Hint.say(about, whole);
    Hint.say(news, whole);
    need.getStyleClass().remove("conflict-text");
    need.setGraphic(null);
    if (viewModel.needsYou().get() > 0) {
      need.getStyleClass().add("conflict-text");
      need.setGraphic(new Icon(Glyph.CONFLICT, "small-icon", "conflict"));
    }
    link.setText(sentence.link());
    link.setVisible(!sentence.link().isEmpty());
    link.setManaged(link.isVisible());
  }

  private static void set(Label label, String text) {
    label.setText(text);
    label.setManaged(!text.isEmpty());
  }

  private void showProgress(@Nullable ProgressReport report) {
    if (report == null) {
      progressArea.getChildren().clear();
      strip = null;
      return;
    }
    if (strip == null) {
      strip = new ProgressStrip(texts, viewModel.fetching()::cancel);
      progressArea.getChildren().setAll(strip);
    }
    strip.show(report);
  }

  /** Puts the focus on the draft switcher. */
  void focus() {
    switcher.requestFocus();
  }

  /** Takes the list of drafts away. */
  void close() {
    drafts.hide();
  }
}
