package org.ontodraft.app.ui.welcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.settings.Settings.Recent;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.service.workspace.WorkspaceOpener;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.ProgressReport;
import org.ontodraft.app.task.RunningTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Places;
import org.ontodraft.app.ui.common.Texts;

/**
 * Opens repositories and keeps the recent list. One opening runs at a time; it can be cancelled. FX
 * thread.
 */
public final class WelcomeViewModel implements AutoCloseable {
  /** The queue of edits and of closing: the store that is opened may still be closing. */
  private static final String WORK = "edits";

  private final WorkspaceOpener opener;
  private final SettingsService settings;
  private final TaskRunner tasks;
  private final Texts texts;
  private final Dates dates;
  private final ErrorPresenter errors;
  private final Predicate<Path> folderExists;
  private final Consumer<Workspace> opened;
  private final Subscriptions subscriptions = new Subscriptions();

  private final ObservableList<RecentItem> recents = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final BooleanProperty listEmpty = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable ProgressReport> progress =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Notice> failure = new ReadOnlyObjectWrapper<>();
  private final Set<OpenRequest> missing = new HashSet<>();
  private @Nullable RunningTask running;

  /**
   * The first screen.
   *
   * @param folderExists whether a folder is there; called in the background
   * @param fx where changed settings are taken up: the FX thread
   * @param opened gets the workspace, which is then its own to close
   */
  public WelcomeViewModel(
      WorkspaceOpener opener,
      SettingsService settings,
      TaskRunner tasks,
      Texts texts,
      Dates dates,
      ErrorPresenter errors,
      Predicate<Path> folderExists,
      Executor fx,
      Consumer<Workspace> opened) {
    this.opener = opener;
    this.settings = settings;
    this.tasks = tasks;
    this.texts = texts;
    this.dates = dates;
    this.errors = errors;
    this.folderExists = folderExists;
    this.opened = opened;
    filter.subscribe((before, now) -> list());
    subscriptions.add(settings.settings().follow(now -> fx.execute(this::list)));
    subscriptions.add(settings.settings().follow(now -> fx.execute(this::lookForFolders)));
  }

  /** The recent repositories that pass the filter, newest first. */
  ObservableList<RecentItem> recents() {
    return recents;
  }

  /** Words that name, place or draft must hold. */
  StringProperty filter() {
    return filter;
  }

  /** Whether nothing was ever opened, so that there is nothing to filter. */
  BooleanProperty listEmpty() {
    return listEmpty;
  }

  /** The address to clone. */
  StringProperty address() {
    return address;
  }

  /** Whether something is being opened. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** How far the opening is; null while nothing is being opened. */
  ReadOnlyObjectProperty<@Nullable ProgressReport> progress() {
    return progress.getReadOnlyProperty();
  }

  /** Why the last opening failed; null when it did not. */
  ReadOnlyObjectProperty<@Nullable Notice> failure() {
    return failure.getReadOnlyProperty();
  }

  /** Opens the sample. */
  public void openSample() {
    open(new OpenRequest.Sample());
  }

  /** Opens a folder. */
  public void openFolder(Path folder) {
    open(new OpenRequest.Folder(folder));
  }

  /** Clones the address that was typed. */
  void cloneAddress() {
    String url = address.get().strip();
    if (!url.isEmpty()) {
      open(new OpenRequest.Address(url));
    }
  }

  /** Opens what was asked for, unless something is being opened. */
  public void open(OpenRequest request) {
    open(request, true);
  }

  /**
   * Opens.
   *
   * @param ask whether a token that is missing is asked for at once; if not, the notice offers it
   */
  private void open(OpenRequest request, boolean ask) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    failure.set(null);
    progress.set(new ProgressReport("", 0, 0));
    AtomicReference<@Nullable Workspace> made = new AtomicReference<>();
    running =
        tasks.inOrder(
            WORK,
            BackgroundTask.of(
                    "open repository",
                    reporter -> {
                      Outcome<Workspace> outcome = opener.open(request, reporter);
                      if (outcome instanceof Outcome.Done<Workspace> done) {
                        made.set(done.value());
                      }
                      return outcome;
                    })
                .asJob(
                    JobNote.<Outcome<?>>of("open", subject(request))
                        .stoppable()
                        .refusing(Outcome::failure))
                .onProgress(progress::set)
                .onSuccess(outcome -> take(request, outcome, ask))
                .onCancelled(() -> letGo(made.get()))
                .onEnd(() -> {
                  busy.set(false);
                  progress.set(null);
                  running = null;
                }));
  }

  private static String subject(OpenRequest request) {
    return switch (request) {
      case OpenRequest.Sample sample -> "";
      case OpenRequest.Folder(Path folder) -> Places.shorten(folder);
      case OpenRequest.Address(String url) -> Places.withoutCredentials(url);
    };
  }

  private void take(OpenRequest request, Outcome<Workspace> outcome, boolean ask) {
    switch (outcome) {
      case Outcome.Done<Workspace> done -> opened.accept(done.value());
      case Outcome.Refused<Workspace> refused -> {
        Runnable again = () -> open(request, false);
        failure.set(
            errors.notice(refused.refusal(), again).with(texts.get("welcome.retry"), again));
        if (ask) {
          errors.askToken(refused.refusal(), again);
        }
      }
    }
  }

  /** A workspace that was ready when nobody wanted it any more. */
  private void letGo(@Nullable Workspace workspace) {
    if (workspace != null) {
      tasks.inOrder(
          WORK,
          BackgroundTask.of(
              "close repository",
              reporter -> {
                workspace.close();
                return true;
              }));
    }
  }

  /** Stops the opening. */
  void cancel() {
    if (running != null) {
      running.cancel();
      progress.set(new ProgressReport("cancel", 0, 0));
    }
  }

  /** Takes the failure away. */
  void dismissFailure() {
    failure.set(null);
  }

  /** Takes a repository off the list; the repository itself is not touched. */
  void remove(RecentItem item) {
    change(recent -> recent.remove(item.recent()));
  }

  /** Gives a missing folder's entry its new place and opens it. */
  void locate(RecentItem item, Path folder) {
    OpenRequest there = new OpenRequest.Folder(folder);
    Recent old = item.recent();
    change(recent -> {
      recent.removeIf(other -> other.request().equals(there));
      recent.replaceAll(other ->
          other.equals(old)
              ? new Recent(there, old.name(), old.draftTitle(), old.changeCount(), old.openedAt())
              : other);
    });
    open(there);
  }

  private void change(Consumer<List<Recent>> edit) {
    tasks.inOrder(
        "settings",
        BackgroundTask.of(
            "recent list",
            reporter -> {
              settings.update(now -> {
                List<Recent> recent = new ArrayList<>(now.recent());
                edit.accept(recent);
                return now.withRecent(recent);
              });
              return true;
            }));
  }

  private void list() {
    List<Recent> all = settings.settings().get().recent();
    listEmpty.set(all.isEmpty());
    String words = filter.get().strip().toLowerCase(Locale.ROOT);
    recents.setAll(
        all.stream()
            .map(this::item)
            .filter(item ->
                (item.name() + " " + item.place() + " " + item.detail())
                    .toLowerCase(Locale.ROOT)
                    .contains(words))
            .toList());
  }

  private void lookForFolders() {
    List<Recent> all = settings.settings().get().recent();
    tasks.latest(
        "recent folders",
        BackgroundTask.of(
                "recent folders",
                reporter -> {
                  Set<OpenRequest> gone = new HashSet<>();
                  for (Recent recent : all) {
                    if (recent.request() instanceof OpenRequest.Folder folder
                        && !folderExists.test(folder.folder())) {
                      gone.add(recent.request());
                    }
                  }
                  return gone;
                })
            .onSuccess(gone -> {
              if (!gone.equals(missing)) {
                missing.clear();
                missing.addAll(gone);
                list();
              }
            }));
  }

  private RecentItem item(Recent recent) {
    String detail =
        recent.draftTitle().isEmpty()
            ? texts.get("welcome.recent.nodraft")
            : texts.get("welcome.recent.draft", recent.draftTitle(), recent.changeCount());
    return new RecentItem(
        recent,
        recent.name(),
        placeOf(recent.request()),
        detail,
        dates.moment(recent.openedAt()),
        missing.contains(recent.request()));
  }

  private String placeOf(OpenRequest request) {
    return switch (request) {
      case OpenRequest.Sample sample -> texts.get("welcome.recent.sample");
      case OpenRequest.Folder folder -> Places.shorten(folder.folder());
      case OpenRequest.Address url -> Places.withoutCredentials(url.url());
    };
  }

  @Override
  public void close() {
    subscriptions.close();
    cancel();
  }
}
