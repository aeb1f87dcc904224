package org.ontodraft.app.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.settings.Settings;
import org.ontodraft.app.service.settings.Settings.Recent;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.service.workspace.WorkspaceOpener;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Places;
import org.ontodraft.app.ui.common.Texts;

class WelcomeViewModelTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T14:06:31Z"), ZoneOffset.UTC);

  private final Thread owner = Thread.currentThread();
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Texts texts = Texts.load();
  private final ErrorPresenter errors = new ErrorPresenter(texts, new NoticeBoard());
  private final TaskRunner tasks =
      new TaskRunner(
          this::hand,
          failure -> {
            throw new AssertionError(failure.cause());
          });
  private final Remembered settings = new Remembered();
  private final List<Workspace> opened = new ArrayList<>();

  private static final class Remembered implements SettingsService {
    private final State<Settings> state = new State<>(Settings.initial());

    @Override
    public State<Settings> settings() {
      return state;
    }

    @Override
    public void update(UnaryOperator<Settings> change) {
      state.update(change);
    }
  }

  private void hand(Runnable action) {
    if (Thread.currentThread() == owner) {
      action.run();
    } else {
      waiting.add(action);
    }
  }

  /** Runs what was handed over until this holds. */
  private void until(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still not: " + what).isLessThan(end);
      Runnable next = waiting.poll(50, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
    }
  }

  private WelcomeViewModel welcome(WorkspaceOpener opener) {
    return new WelcomeViewModel(
        opener,
        settings,
        tasks,
        texts,
        new Dates(texts, CLOCK),
        errors,
        folder -> !folder.endsWith("gone"),
        this::hand,
        opened::add);
  }

  @AfterEach
  void close() {
    tasks.close();
  }

  @Test
  void aRefusalIsSaidInPlaceAndCanBeTriedAgain() throws InterruptedException {
    List<OpenRequest> asked = new ArrayList<>();
    WelcomeViewModel welcome =
        welcome((request, progress) -> {
          asked.add(request);
          return Outcome.refused("TEST-01", "/no/repository");
        });
    welcome.openFolder(Path.of("/no/repository"));
    assertThat(welcome.busy().get()).isTrue();
    until("refused", () -> !welcome.busy().get());
    assertThat(welcome.failure().get()).isNotNull();
    assertThat(welcome.failure().get().code()).isEqualTo("TEST-01");
    assertThat(welcome.failure().get().text()).contains("/no/repository");

    welcome.failure().get().choices().getFirst().run().run();
    assertThat(welcome.failure().get()).isNull();
    until("asked again", () -> !welcome.busy().get());
    assertThat(asked).hasSize(2).containsOnly(new OpenRequest.Folder(Path.of("/no/repository")));
    assertThat(opened).isEmpty();
  }

  @Test
  void cancellingStopsTheOpening() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    WelcomeViewModel welcome =
        welcome((request, progress) -> {
          started.countDown();
          while (true) {
            progress.checkCancelled();
            Thread.onSpinWait();
          }
        });
    welcome.address().set(" https://example.org/repository ");
    welcome.cloneAddress();
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
    welcome.cancel();
    until("stopped", () -> !welcome.busy().get());
    assertThat(welcome.progress().get()).isNull();
    assertThat(welcome.failure().get()).isNull();
    assertThat(opened).isEmpty();
  }

  @Test
  void oneOpeningRunsAtATime() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    List<OpenRequest> asked = new ArrayList<>();
    WelcomeViewModel welcome =
        welcome((request, progress) -> {
          asked.add(request);
          try {
            release.await();
          } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
          }
          return Outcome.refused("TEST-01");
        });
    welcome.openSample();
    welcome.openFolder(Path.of("/other"));
    release.countDown();
    until("ended", () -> !welcome.busy().get());
    assertThat(asked).containsExactly(new OpenRequest.Sample());
  }

  @Test
  void aMissingFolderIsMarkedAndCanBeFoundAgain() throws InterruptedException {
    remember(
        recent(new OpenRequest.Folder(Path.of("/there")), "one", "Emails", 12),
        recent(new OpenRequest.Folder(Path.of("/gone")), "two", "", 0));
    WelcomeViewModel welcome = welcome((request, progress) -> Outcome.refused("TEST-01"));
    until("looked", () -> welcome.recents().stream().anyMatch(RecentItem::missing));
    assertThat(welcome.recents()).extracting(RecentItem::missing).containsExactly(false, true);
    assertThat(welcome.recents().getFirst().detail()).isEqualTo("Emails: 12 changes");
    assertThat(welcome.recents().getFirst().when()).isEqualTo("today, 09:00");

    welcome.locate(welcome.recents().getLast(), Path.of("/found"));
    until(
        "moved",
        () ->
            !welcome.busy().get()
                && welcome.recents().stream().noneMatch(RecentItem::missing)
                && settings
                    .state
                    .get()
                    .recent()
                    .getLast()
                    .request()
                    .equals(new OpenRequest.Folder(Path.of("/found"))));
    assertThat(welcome.recents()).hasSize(2);
  }

  @Test
  void anEntryCanBeTakenOffTheList() throws InterruptedException {
    remember(recent(new OpenRequest.Sample(), "sample", "", 0));
    WelcomeViewModel welcome = welcome((request, progress) -> Outcome.refused("TEST-01"));
    welcome.remove(welcome.recents().getFirst());
    until("removed", () -> welcome.recents().isEmpty());
    assertThat(settings.state.get().recent()).isEmpty();
    assertThat(welcome.listEmpty().get()).isTrue();
  }

  @Test
  void theFilterLooksAtNamePlaceAndDraft() {
    remember(
        recent(new OpenRequest.Folder(Path.of("/work/labki")), "labki", "Emails", 2),
        recent(new OpenRequest.Address("https://example.org/terms.git"), "terms", "", 0));
    WelcomeViewModel welcome = welcome((request, progress) -> Outcome.refused("TEST-01"));
    welcome.filter().set("EMAIL");
    assertThat(welcome.recents()).extracting(RecentItem::name).containsExactly("labki");
    welcome.filter().set("example.org");
    assertThat(welcome.recents()).extracting(RecentItem::name).containsExactly("terms");
    welcome.filter().set("");
    assertThat(welcome.recents()).hasSize(2);
  }

  @Test
  void listenersGoWithTheScreen() {
    WelcomeViewModel welcome = welcome((request, progress) -> Outcome.refused("TEST-01"));
    assertThat(settings.state.listenerCount()).isPositive();
    welcome.close();
    assertThat(settings.state.listenerCount()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://user:secret@example.org/a.git, https://example.org/a.git",
    "https://example.org/a.git, https://example.org/a.git",
    "ssh://git@example.org/a.git, ssh://example.org/a.git",
    "git@example.org:a.git, git@example.org:a.git",
    "https://example.org/@scope/a, https://example.org/@scope/a",
  })
  void credentialsAreNotShown(String address, String shown) {
    assertThat(Places.withoutCredentials(address)).isEqualTo(shown);
  }

  private void remember(Recent... recent) {
    settings.update(now -> now.withRecent(List.of(recent)));
  }

  private static Recent recent(OpenRequest request, String name, String draft, int changes) {
    return new Recent(request, name, draft, changes, Instant.parse("2026-11-21T09:00:00Z"));
  }
}
