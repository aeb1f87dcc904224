package org.ontodraft.app.ui.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Draft;

/** A draft that is about to be started on the newest version. FX thread. */
public final class NewDraftViewModel {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final Workspace workspace;
  private final TaskRunner tasks;
  private final StringProperty title = new SimpleStringProperty();
  private final ReadOnlyObjectWrapper<@Nullable Refusal> refusal = new ReadOnlyObjectWrapper<>();

  /** With a title that says when it was started and that no other draft has. */
  public NewDraftViewModel(Workspace workspace, TaskRunner tasks, Texts texts, Clock clock) {
    this.workspace = workspace;
    this.tasks = tasks;
    Set<String> taken = new HashSet<>();
    workspace.drafts().get().stream().map(Draft::title).forEach(taken::add);
    String plain = texts.get("draft.new.prefill", DAY.format(LocalDate.now(clock)));
    String free = plain;
    for (int i = 2; taken.contains(free); i++) {
      free = texts.get("draft.new.prefill.again", plain, i);
    }
    title.set(free);
  }

  /** The draft's title. */
  public StringProperty title() {
    return title;
  }

  /** Why the draft was not started, or null. */
  public ReadOnlyObjectProperty<@Nullable Refusal> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** Whether the draft can be started. */
  public ObservableBooleanValue complete() {
    return Bindings.createBooleanBinding(() -> !title.get().isBlank(), title);
  }

  /**
   * Starts the draft and opens it, after edits that are under way.
   *
   * @param started called when it is open
   * @param again called when it was not started
   */
  public void start(Runnable started, Runnable again) {
    String chosen = title.get().strip();
    refusal.set(null);
    tasks.inOrder(
        DraftListViewModel.QUEUE,
        BackgroundTask.of("start draft", progress -> workspace.startDraft(chosen))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<DraftSession> done -> started.run();
                case Outcome.Refused<DraftSession>(Refusal reason) -> {
                  refusal.set(reason);
                  again.run();
                }
              }
            }));
  }
}
