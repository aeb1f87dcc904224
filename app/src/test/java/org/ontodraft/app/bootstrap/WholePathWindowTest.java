package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.Theme;
import org.ontodraft.app.ui.settings.BackupDialog;
import org.ontodraft.app.ui.settings.SettingsDialogs;
import org.ontodraft.app.ui.shell.MainWindow;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.testfx.api.FxRobot;

/** From the first screen to a pushed branch in the real window, over real repositories. */
@ExtendWith(FxTest.class)
class WholePathWindowTest {
  @TempDir Path folder;

  private final FxRobot robot = new FxRobot();
  private final NoticeBoard board = new NoticeBoard();
  private final AtomicReference<Optional<Workspace>> open = new AtomicReference<>(Optional.empty());

  @SuppressWarnings("NullAway.Init")
  private Services services;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void start() {
    Texts texts = Texts.load();
    ErrorPresenter errors = new ErrorPresenter(texts, board);
    services =
        new Services(
            new DataDirectory(folder.resolve("data")),
            new TaskRunner(FxThread::run, failure -> FxThread.run(() -> errors.show(failure))),
            new MemorySecretStore(),
            folder,
            InstantSource.system());
    window =
        onFx(() -> {
          stage = new Stage();
          Theme theme = new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT));
          Dialogs dialogs = new Dialogs(texts, theme, () -> stage);
          SettingsDialogs settings =
              new SettingsDialogs(
                  services.servers(),
                  services.settings(),
                  services.tasks(),
                  dialogs,
                  texts,
                  board,
                  FxThread::run);
          Dates dates = new Dates(texts, Clock.systemUTC());
          MainWindow made =
              new MainWindow(
                  stage,
                  new MainWindow.Parts(
                      texts,
                      theme,
                      dates,
                      dialogs,
                      board,
                      errors,
                      services.tasks(),
                      services.settings(),
                      settings,
                      services.opener(),
                      (workspace, navigator) -> {
                        open.set(Optional.of(workspace));
                        return new Features(
                            workspace,
                            navigator,
                            services.tasks(),
                            texts,
                            dates,
                            dialogs,
                            board,
                            errors,
                            info -> {},
                            services.draftTokens(),
                            new BackupDialog(
                                services.settings(),
                                services.tasks(),
                                dialogs,
                                texts,
                                errors,
                                board));
                      },
                      InstantSource.system(),
                      FxThread::run,
                      "data",
                      "test",
                      () -> {}));
          made.show();
          return made;
        });
  }

  @AfterEach
  void stop() {
    onFx(window::close);
    services.close();
  }

  @Test
  void the_sample_by_keyboard_and_one_field() throws InterruptedException {
    press(KeyCode.CONTROL, KeyCode.DIGIT1);
    EntityKey specimen = EntityKey.of(EntityType.CATEGORY, "Specimen");
    String pushed = walk(specimen, "Preserved specimen");

    assertThat(
            GitCommand.in(services.data().sampleUpstream())
                .run("diff", "--numstat", "main", pushed)
                .strip())
        .isEqualTo("1\t1\tcategories/Specimen.json");
  }

  @Test
  void schemaorg_from_a_folder_to_a_bare_repository() throws InterruptedException {
    Path bundle = Path.of("..", "..", "shared", "ontologies", "schemaorg.bundle");
    assumeTrue(Files.exists(bundle), "the schema.org repository is not beside the checkout");
    Path upstream = folder.resolve("upstream.git");
    GitCommand.in(folder)
        .run("clone", "-q", "--bare", bundle.toAbsolutePath().toString(), upstream.toString());
    GitCommand.in(folder).run("clone", "-q", upstream.toString(), "clone");

    onFx(() -> window.open(new OpenRequest.Folder(folder.resolve("clone"))));
    String pushed = walk(EntityKey.of(EntityType.CATEGORY, "Person"), "Human being");

    assertThat(GitCommand.in(upstream).run("diff", "--numstat", "main", pushed).strip())
        .isEqualTo("1\t1\tcategories/Person.json");
    assertThat(GitCommand.in(folder.resolve("clone")).run("status", "--porcelain")).isEmpty();
  }

  @Test
  void labki_wikitext_from_a_folder_to_a_bare_repository() throws InterruptedException {
    Path bundle = Path.of("..", "..", "shared", "ontologies", "labki-wikitext.bundle");
    assumeTrue(Files.exists(bundle), "the wikitext repository is not beside the checkout");
    Path upstream = folder.resolve("upstream.git");
    GitCommand.in(folder)
        .run("clone", "-q", "--bare", bundle.toAbsolutePath().toString(), upstream.toString());
    GitCommand.in(folder).run("clone", "-q", upstream.toString(), "clone");

    onFx(() -> window.open(new OpenRequest.Folder(folder.resolve("clone"))));
    String pushed = walk(EntityKey.of(EntityType.PROPERTY, "Has_DOI"), "DOI name");

    assertThat(GitCommand.in(upstream).run("diff", "-U0", "main", pushed).lines())
        .filteredOn(line -> line.matches("[-+](?![-+]).*"))
        .containsExactly("-|display_label=DOI", "+|display_label=DOI name");
    assertThat(GitCommand.in(folder.resolve("clone")).run("status", "--porcelain")).isEmpty();
  }

  /** Draft, edit of the label, review, submit; returns the pushed branch. */
  private String walk(EntityKey key, String label) throws InterruptedException {
    Waiting.until("the repository", () -> open.get().isPresent());
    Workspace workspace = open.get().orElseThrow();
    Waiting.until("the window", () -> navigator().isPresent());
    press(KeyCode.CONTROL, KeyCode.N);
    Waiting.until("the question", () -> robot.lookup("#draft-title").tryQuery().isPresent());
    type("#draft-title", "By hand");
    press(KeyCode.ENTER);
    Waiting.until("the draft", () -> workspace.draft().get().isPresent());

    onFx(() -> navigator().orElseThrow().openEntity(key));
    String field = "#field-label .text-field";
    Waiting.until(
        "the form",
        () ->
            robot
                .lookup(field)
                .tryQueryAs(TextInputControl.class)
                .filter(f -> f.isEditable())
                .isPresent());
    type(field, label);
    press(KeyCode.ENTER);
    Waiting.until(
        "the edit",
        () -> workspace.effective().get().document(key).label().filter(label::equals).isPresent());

    press(KeyCode.CONTROL, KeyCode.R);
    Waiting.until("the review", () -> robot.lookup(label).tryQuery().isPresent());
    press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until(
        "the check",
        () ->
            robot
                .lookup("#send")
                .tryQueryAs(ButtonBase.class)
                .filter(button -> !button.isDisabled())
                .isPresent());
    onFx(() -> robot.lookup("#send").queryAs(ButtonBase.class).fire());
    Waiting.until(
        "the push",
        () ->
            workspace
                .draft()
                .get()
                .filter(draft -> draft.draft().get().status() == DraftStatus.SUBMITTED)
                .isPresent());
    assertThat(board.notices()).isEmpty();
    return branchIn(workspace);
  }

  private static String branchIn(Workspace workspace) {
    return GitCommand.in(Path.of(workspace.info().remote()))
        .run("for-each-ref", "--format=%(refname:short)", "refs/heads/ontodraft")
        .strip();
  }

  private Optional<Navigator> navigator() {
    return onFx(() -> window.navigator());
  }

  private void press(KeyCode... keys) {
    robot.push(keys);
    FxTest.settle();
  }

  /** Replaces what stands in a field by typing. */
  private void type(String selector, String text) {
    Node field = robot.lookup(selector).query();
    onFx(() -> {
      field.requestFocus();
      ((TextInputControl) field).selectAll();
    });
    robot.write(text);
    FxTest.settle();
  }
}
