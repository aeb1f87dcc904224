package org.ontodraft.app.ui.activity;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.Job;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The list of jobs: what runs, with a way to stop it; what ended, with a way to begin it again. */
public final class ActivityView {
  private final ActivityViewModel model;
  private final Texts texts;
  private final BorderPane root = new BorderPane();
  private final ListView<Job> list = new ListView<>();

  /** Builds the view; the view model is its owner's to close. */
  public ActivityView(ActivityViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    root.getStyleClass().add("activity");
    list.setAccessibleText(texts.get("activity.title"));
    list.setCellFactory(view -> new JobCell());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    list.setContextMenu(
        new DeedMenu(texts, this::isPossible, this::perform)
            .menu(
                list,
                List.of(Deed.ACTIVITY_AGAIN, Deed.ACTIVITY_STOP),
                List.of(Deed.ACTIVITY_COPY)));
    EmptyState none =
        new EmptyState(
            Glyph.HISTORY, texts.get("activity.none.title"), texts.get("activity.none.text"));
    root.setTop(head());
    root.setCenter(new StackPane(list, none));
    model
        .shown()
        .subscribe(jobs -> {
          show(jobs);
          none.setVisible(jobs.isEmpty());
          list.setVisible(!jobs.isEmpty());
        });
  }

  /** The chosen job stays chosen while others come and go. */
  private void show(List<Job> jobs) {
    Job chosen = list.getSelectionModel().getSelectedItem();
    list.getItems().setAll(jobs);
    for (int i = 0; i < jobs.size(); i++) {
      if (chosen != null && jobs.get(i).id() == chosen.id()) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
    if (!jobs.isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private HBox head() {
    Label title = new Label(texts.get("activity.title"));
    title.getStyleClass().add("heading-text");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label about = new Label(texts.get("activity.about"));
    about.getStyleClass().add("muted-text");
    about.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button copy = new Button(texts.get("activity.copy"), new Icon(Glyph.COPY, "small-icon"));
    copy.setOnAction(event -> copy());
    Button clear = new Button(texts.get("activity.clear"), new Icon(Glyph.TRASH, "small-icon"));
    clear.setOnAction(event -> model.clear());
    for (Button each : List.of(copy, clear)) {
      each.getStyleClass().addAll("plain", "compact");
      each.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox head = new HBox(title, about, space, copy, clear);
    head.getStyleClass().add("activity-head");
    return head;
  }

  private void key(KeyEvent event) {
    Deed.of(Context.ACTIVITY, list.getScene(), event)
        .ifPresent(deed -> {
          perform(deed);
          event.consume();
        });
  }

  /** Does to the chosen job what a key would do. */
  void perform(Deed deed) {
    Job job = list.getSelectionModel().getSelectedItem();
    if (deed == Deed.ACTIVITY_COPY) {
      copy();
    } else if (job != null && deed == Deed.ACTIVITY_STOP) {
      model.cancel(job);
    } else if (job != null && deed == Deed.ACTIVITY_AGAIN) {
      model.repeat(job);
    }
  }

  private boolean isPossible(Deed deed) {
    Job job = list.getSelectionModel().getSelectedItem();
    return switch (deed) {
      case ACTIVITY_STOP -> job != null && model.canCancel(job);
      case ACTIVITY_AGAIN -> job != null && model.canRepeat(job);
      default -> !list.getItems().isEmpty();
    };
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.tsv(list.getItems()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** The view's root. */
  public Parent root() {
    return root;
  }

  /** Puts the focus on the jobs. */
  public void focus() {
    list.requestFocus();
  }

  private final class JobCell extends ListCell<Job> {
    private final Icon icon = new Icon(Glyph.WAITING);
    private final Label title = new Label();
    private final Label state = new Label();
    private final Label times = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button act = new Button();
    private final HBox line;

    JobCell() {
      title.getStyleClass().add("medium-text");
      state.getStyleClass().add("small-text");
      state.setWrapText(true);
      times.getStyleClass().addAll("small-text", "muted-text");
      times.setMinWidth(USE_PREF_SIZE);
      bar.getStyleClass().add("activity-bar");
      act.getStyleClass().add("compact");
      act.setMinWidth(USE_PREF_SIZE);
      act.setFocusTraversable(false);
      VBox words = new VBox(title, state);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      line = new HBox(icon, words, bar, times, act);
      line.getStyleClass().add("activity-line");
      // The list is as wide as it is, and long sentences wrap.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Job job, boolean empty) {
      super.updateItem(job, empty);
      if (empty || job == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      icon.show(glyph(job.state()));
      title.setText(model.title(job));
      state.setText(model.state(job));
      times.setText(model.times(job));
      bar.setProgress(ActivityViewModel.share(job));
      show(bar, job.state() == Job.State.RUNNING);
      boolean cancel = model.canCancel(job);
      act.setText(texts.get(cancel ? "activity.cancel" : "activity.again"));
      act.setOnAction(event -> {
        if (cancel) {
          model.cancel(job);
        } else {
          model.repeat(job);
        }
      });
      show(act, cancel || model.canRepeat(job));
      setGraphic(line);
      setAccessibleText(
          texts.get(
              cancel
                  ? "activity.accessible.cancel"
                  : model.canRepeat(job) ? "activity.accessible.again" : "activity.accessible",
              title.getText(),
              state.getText(),
              times.getText()));
    }

    private static void show(Node node, boolean shown) {
      node.setVisible(shown);
      node.setManaged(shown);
    }

    private static Glyph glyph(Job.State state) {
      return switch (state) {
        case RUNNING -> Glyph.WAITING;
        case DONE -> Glyph.DONE;
        case FAILED -> Glyph.ERROR;
        case CANCELLED -> Glyph.CLOSE;
      };
    }
  }
}
