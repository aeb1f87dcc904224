package org.ontodraft.app.ui.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.Job;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The line at the foot of the window; it says only what is true now. */
final class StatusBarView extends HBox {
  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

  private final Texts texts;
  private final Button jobs = new Button();
  private final SortedMap<Integer, Node> expendable = new TreeMap<>();
  private Runnable checkStore = () -> {};

  StatusBarView(Texts texts) {
    this.texts = texts;
    getStyleClass().add("status-bar");
    widthProperty().subscribe(this::fit);
    jobs.fontProperty().subscribe(this::fit);
    jobs.setId("status-jobs");
    jobs.setMinWidth(USE_PREF_SIZE);
    jobs.getStyleClass().add("status-button");
    jobs.setGraphic(new Icon(Glyph.HISTORY, "small-icon"));
  }

  /** For the first screen. */
  void showWelcome(String dataFolder, String version) {
    expendable.clear();
    getChildren()
        .setAll(
            part(Glyph.DATABASE, texts.get("status.data", dataFolder)),
            space(),
            part(null, texts.get("status.version", version)));
  }

  /** The button that says how many jobs run; what it does is its maker's. */
  Button jobs() {
    return jobs;
  }

  /** Says how many jobs run and whether one of those that ended failed. */
  void showJobs(List<Job> all) {
    long running = all.stream().filter(job -> job.state() == Job.State.RUNNING).count();
    boolean failed = !all.isEmpty() && all.getFirst().state() == Job.State.FAILED;
    jobs.setText(
        running > 0
            ? texts.get("status.jobs", running)
            : texts.get(failed ? "status.jobs.failed" : "status.jobs.none"));
    jobs.setAccessibleText(jobs.getText());
    jobs.pseudoClassStateChanged(LOST, failed && running == 0);
  }

  /** Says what a press on the store does. */
  void onStore(Runnable check) {
    checkStore = check;
  }

  /** For an open repository. */
  void show(StatusLine line) {
    expendable.clear();
    List<Node> left = new ArrayList<>();
    left.add(store(line.store()));
    if (!line.store().waiting().isEmpty()) {
      left.add(part(Glyph.WAITING, line.store().waiting()));
    }
    HBox where = part(Glyph.FOLDER, line.name());
    Hint.say(where, line.remote());
    left.add(where);
    left.add(expendable(3, part(Glyph.BRANCH, line.branch())));
    HBox commit = part(Glyph.COMMIT, "");
    Label id = new Label(line.commit());
    id.getStyleClass().add("mono-text");
    commit
        .getChildren()
        .setAll(new Icon(Glyph.COMMIT, "small-icon"), id, new Label(line.committed()));
    left.add(expendable(1, commit));
    left.add(expendable(0, part(null, line.entities())));
    if (!line.draft().isEmpty()) {
      left.add(expendable(4, part(null, line.draft())));
    }
    if (!line.errors().isEmpty()) {
      left.add(part(Glyph.ERROR, line.errors()));
    }
    if (!line.outbox().isEmpty()) {
      left.add(part(Glyph.WAITING, line.outbox()));
    }
    List<Node> right = new ArrayList<>();
    right.add(jobs);
    if (!line.saved().isEmpty()) {
      HBox saved = part(Glyph.DONE, line.saved());
      saved.getChildren().getFirst().getStyleClass().add("done");
      right.add(expendable(5, saved));
    }
    if (!line.upstream().isEmpty()) {
      right.add(
          expendable(2, part(line.offline() ? Glyph.OFFLINE : Glyph.ONLINE, line.upstream())));
    }
    getChildren().setAll(separated(left));
    getChildren().add(space());
    getChildren().addAll(separated(right));
    fit();
  }

  /** Where the ontology is kept; a press asks how that is. */
  private Node store(StoreLine line) {
    Button button = new Button(line.text());
    button.setId("store-health");
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add("status-button");
    button.pseudoClassStateChanged(LOST, line.lost());
    button.setGraphic(new Icon(line.lost() ? Glyph.ERROR : Glyph.DATABASE, "small-icon"));
    Hint.say(button, line.detail());
    button.setAccessibleText(line.text() + ". " + line.detail());
    button.setOnAction(event -> checkStore.run());
    return button;
  }

  /**
   * Goes first where there is no room for all.
   *
   * @param order the smaller the earlier
   */
  private Node expendable(int order, HBox part) {
    expendable.put(order, part);
    return part;
  }

  private void fit() {
    applyCss();
    Collection<Node> parts = expendable.values();
    parts.forEach(part -> put(part, true));
    for (Node part : parts) {
      if (prefWidth(-1) <= getWidth()) {
        break;
      }
      put(part, false);
    }
  }

  /** With the line before it. */
  private void put(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
    int at = getChildren().indexOf(part);
    if (at > 0 && getChildren().get(at - 1) instanceof Separator line) {
      line.setVisible(shown);
      line.setManaged(shown);
    }
  }

  private static List<Node> separated(List<Node> parts) {
    List<Node> nodes = new ArrayList<>();
    for (Node part : parts) {
      if (!nodes.isEmpty()) {
        nodes.add(new Separator(Orientation.VERTICAL));
      }
      nodes.add(part);
    }
    return nodes;
  }

  private static HBox part(@Nullable Glyph glyph, String text) {
    HBox part = new HBox();
    part.getStyleClass().add("status-part");
    if (glyph != null) {
      part.getChildren().add(new Icon(glyph, "small-icon"));
    }
    part.getChildren().add(new Label(text));
    return part;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
