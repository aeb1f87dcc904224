package org.ontodraft.app.ui.submit;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.radar.Toucher;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.submit.Overlap;
import org.ontodraft.app.service.submit.SubmitPreview;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.entity.EntityKey;

/** Who else changes what would be sent: the same fields, or the same files. FX thread. */
final class OverlapModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Others> others =
      new ReadOnlyObjectWrapper<>(new Others(List.of(), List.of()));
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Subscription following;
  private @Nullable SubmitPreview preview;
  private List<Overlap> overlaps = List.of();

  /**
   * All of them.
   *
   * @param meetings those known to change the same fields
   * @param files pull requests that touch the same files besides
   */
  record Others(List<Meeting> meetings, List<Overlap> files) {}

  OverlapModel(
      Workspace workspace, TaskRunner tasks, Navigator navigator, Texts texts, Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.navigator = navigator;
    this.texts = texts;
    this.following = workspace.encounters().follow(met -> fx.execute(this::meet));
  }

  /** Looks who meets this; asks the forge, where there is one. */
  void look(SubmitPreview next) {
    preview = next;
    meet();
    if (next.opensPullRequest()) {
      ask();
    }
  }

  private void ask() {
    workspace
        .draft()
        .get()
        .ifPresent(session ->
            tasks.latest(
                "overlaps",
                BackgroundTask.of("overlaps", progress -> workspace.submits().overlaps(session))
                    .onSuccess(this::take)));
  }

  private void take(Outcome<List<Overlap>> outcome) {
    switch (outcome) {
      case Outcome.Done<List<Overlap>> done -> {
        overlaps = done.value();
        problem.set("");
        meet();
      }
      case Outcome.Refused<List<Overlap>> refused -> {
        String code = refused.refusal().code();
        problem.set(
            texts.get("submit.overlap.unknown", texts.get("refusal." + code + ".title"), code));
      }
    }
  }

  private void meet() {
    SubmitPreview seen = preview;
    List<Overlap> files = overlaps;
    if (seen != null) {
      tasks.latest(
          "submit-meetings",
          BackgroundTask.of(
                  "meetings",
                  progress -> {
                    List<Meeting> meetings =
                        Meeting.of(
                            workspace.encounters().get().values(),
                            seen.chosen().selection().draft().changes());
                    return new Others(meetings, Meeting.besides(meetings, files));
                  })
              .onSuccess(others::set));
    }
  }

  /** Shows what somebody else makes of an entity: the other draft beside this one, or the page. */
  void show(Toucher other, EntityKey key) {
    switch (other) {
      case Toucher.OtherDraft draft ->
          workspace
              .draft()
              .get()
              .ifPresent(mine ->
                  navigator.openCompare(
                      new ComparedSide.OfDraft(draft.id()),
                      new ComparedSide.OfDraft(mine.id()),
                      key));
      case Toucher.OpenPullRequest request -> navigator.browse(request.page());
    }
  }

  /** Shows an entity of ours. */
  void open(EntityKey key) {
    navigator.openEntity(key);
  }

  /** Shows a pull request in the browser. */
  void browse(Overlap overlap) {
    navigator.browse(overlap.pullRequest().url());
  }

  /** Those that are known of. */
  ReadOnlyObjectProperty<Others> others() {
    return others.getReadOnlyProperty();
  }

  /** Why the forge's are not known; empty when they are. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public void close() {
    following.close();
  }
}
