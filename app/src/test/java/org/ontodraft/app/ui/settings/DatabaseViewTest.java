package org.ontodraft.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.exchange.DraftsMoved;
import org.ontodraft.app.service.exchange.MovableDraft;
import org.ontodraft.app.service.settings.SettingsFile;
import org.ontodraft.app.service.store.DatabaseCheck;
import org.ontodraft.app.service.store.DatabasePasswords;
import org.ontodraft.app.service.store.Databases;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.store.SharedDatabase.Tls;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Store;
import org.ontodraft.app.service.workspace.StoreSwitch;
import org.ontodraft.app.service.workspace.WorkspaceInfo;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.Theme;
import org.ontodraft.app.ui.common.ThemePreferences;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;

/** The form for a database: what it asks, what it says, and what it keeps. */
@ExtendWith(FxTest.class)
class DatabaseViewTest {
  private static final WorkspaceInfo PLANTS =
      new WorkspaceInfo("plants-1", "plants", new OpenRequest.Sample(), "remote", 0);

  @TempDir private Path folder;
  private final Texts texts = Texts.load();
  private final TaskRunner tasks =
      new TaskRunner(
          FxThread::run,
          failure -> {
            throw new AssertionError(failure.cause());
          });
  private final AtomicReference<String> passwordSeen = new AtomicReference<>("");
  private final AtomicInteger reopened = new AtomicInteger();
  private final DatabasePasswords passwords =
      new DatabasePasswords(new MemorySecretStore(), new MemorySecretStore());
  private DatabaseCheck answer =
      new DatabaseCheck.Usable("17.1", "ontology 6", "ada", Duration.ofMillis(3));

  @SuppressWarnings("NullAway.Init")
  private SettingsFile settings;

  @SuppressWarnings("NullAway.Init")
  private DatabaseViewModel viewModel;

  /** A workspace without a draft; moves are tried with real stores elsewhere. */
  private static final class NoDrafts implements StoreSwitch {
    @Override
    public Outcome<List<MovableDraft>> drafts() {
      return Outcome.done(List.of());
    }

    @Override
    public Outcome<DraftsMoved> move(
        Supplier<Outcome<Store>> other,
        Collection<MovableDraft> drafts,
        Runnable settled,
        Progress progress) {
      throw new AssertionError("there is nothing to move");
    }
  }

  @BeforeEach
  void open() {
    settings = new SettingsFile(folder.resolve("settings.json"));
    Databases databases =
        new Databases() {
          @Override
          public DatabaseCheck check(SharedDatabase database, Secret password) {
            passwordSeen.set(password.reveal());
            return answer;
          }

          @Override
          public DatabaseCheck migrate(SharedDatabase database, Secret password) {
            return check(database, password);
          }
        };
    viewModel =
        onFx(() ->
            new DatabaseViewModel(
                new DatabaseViewModel.Parts(
                    databases,
                    passwords,
                    settings,
                    tasks,
                    new StoreSwitchViewModel(
                        new NoDrafts(),
                        (workspace, database) -> Outcome.refused("PG-20", ""),
                        PLANTS.id(),
                        tasks),
                    reopened::incrementAndGet),
                PLANTS));
    onFx(() -> {
      viewModel.host().set(" db.example.org ");
      viewModel.database().set("plants");
      viewModel.user().set("ada");
      return true;
    });
  }

  @AfterEach
  void stop() {
    tasks.close();
  }

  private Parent page() {
    DatabaseView view =
        new DatabaseView(
            viewModel,
            texts,
            new Dialogs(texts, new Theme(new ThemePreferences().colorScheme()), () -> null),
            new ErrorPresenter(texts, new NoticeBoard()));
    StackPane page = new StackPane(new Fxml(texts).load(view));
    page.setStyle("-fx-padding: 1.385em; -fx-background-color: -color-bg-default");
    return page;
  }

  private void test(String password) throws TimeoutException {
    onFx(() -> {
      viewModel.test(password);
      return true;
    });
    Until.fx(() -> !viewModel.asking().get());
  }

  @Test
  void whatIsWrongIsSaidWithItsCodeAndWhatToDo() throws TimeoutException {
    answer =
        new DatabaseCheck.Unusable(Refusal.of("PG-09", "ada@db.example.org/plants", ""), false);
    Parent page = onFx(this::page);
    test("wrong");

    onFx(() -> {
      assertThat(((Label) page.lookup("#database-result")).getText())
          .contains("User or password is wrong")
          .contains("PG-09");
      assertThat(page.lookup("#database-keep").isDisabled()).isTrue();
      assertThat(Accessibility.unnamed(page)).isEmpty();
      return true;
    });
    assertThat(passwordSeen.get()).isEqualTo("wrong");
  }

  @Test
  void aDatabaseThatWorksCanBeKeptAndIsOpened() throws TimeoutException {
    Parent page = onFx(this::page);
    test("right");
    onFx(() -> {
      assertThat(((Button) page.lookup("#database-keep")).isDisabled()).isFalse();
      viewModel.keepThere("right", List.of());
      return true;
    });
    Until.fx(() -> viewModel.shared().get());

    SharedDatabase kept =
        Objects.requireNonNull(settings.settings().get().databases().get("plants-1"));
    assertThat(kept)
        .isEqualTo(
            new SharedDatabase("db.example.org", 5432, "plants", "ada", Tls.VERIFY_FULL, null));
    assertThat(passwords.find(kept).orElseThrow().reveal()).isEqualTo("right");
    assertThat(reopened.get()).isEqualTo(1);
    test("");
    assertThat(passwordSeen.get()).as("the kept one").isEqualTo("right");
  }

  @Test
  void anotherFieldMakesTheAnswerOld() throws TimeoutException {
    test("right");
    onFx(() -> {
      viewModel.port().set("not a number");
      assertThat(viewModel.found().get()).isNull();
      assertThat(viewModel.typed().port()).isNegative();
      return true;
    });
  }

  @Test
  void pictures() throws TimeoutException {
    test("right");
    Screenshots.take("database", 780, 460, this::page);
    assertThat(Path.of("target", "screenshots", "database-light-100.png")).isNotEmptyFile();
  }
}
