package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitHttpServer;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.Theme;
import org.ontodraft.app.ui.settings.BackupDialog;
import org.ontodraft.app.ui.settings.SettingsDialogs;
import org.ontodraft.app.ui.shell.MainWindow;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.testfx.api.FxRobot;

/** A private repository and its token in the real window, by keyboard alone. */
@ExtendWith(FxTest.class)
class SettingsWindowTest {
  private static final String TOKEN = "gho_for_this_test";

  @TempDir Path folder;

  private final FxRobot robot = new FxRobot();
  private final NoticeBoard board = new NoticeBoard();
  private final AtomicReference<@Nullable Workspace> open = new AtomicReference<>();
  private final MemorySecretStore secrets = new MemorySecretStore();

  @SuppressWarnings("NullAway.Init")
  private GitHttpServer server;

  @SuppressWarnings("NullAway.Init")
  private Services services;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void start() {
    try (GitHistory upstream = GitHistory.bare(folder.resolve("private.git"))) {
      upstream
          .file("categories/Plant.json", "{\"id\": \"Plant\", \"label\": \"Plant\"}\n")
          .commit("one");
    }
    server = GitHttpServer.serving(folder).requirePassword(TOKEN);
    Texts texts = Texts.load();
    services =
        new Services(
            new DataDirectory(folder.resolve("data")),
            new TaskRunner(
                FxThread::run,
                failure -> {
                  throw new AssertionError(failure.cause());
                }),
            secrets,
            folder,
            InstantSource.system());
    window = onFx(() -> show(texts));
  }

  private MainWindow show(Texts texts) {
    stage = new Stage();
    Theme theme = new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT));
    Dialogs dialogs = new Dialogs(texts, theme, () -> stage);
    Dates dates = new Dates(texts, Clock.systemUTC());
    SettingsDialogs settings =
        new SettingsDialogs(
            services.servers(),
            services.settings(),
            services.tasks(),
            dialogs,
            texts,
            board,
            FxThread::run);
    ErrorPresenter errors = new ErrorPresenter(texts, board, settings);
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
                  open.set(workspace);
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
                          services.settings(), services.tasks(), dialogs, texts, errors, board));
                },
                InstantSource.system(),
                FxThread::run,
                "data",
                "test",
                () -> {}));
    made.show();
    return made;
  }

  @AfterEach
  void stop() {
    onFx(window::close);
    services.close();
    server.close();
  }

  @Test
  void a_private_repository_asks_for_its_token_and_opens_with_it() throws Exception {
    press(KeyCode.CONTROL, KeyCode.L);
    type("#address", server.address("private.git"));
    press(KeyCode.ENTER);
    answer("wants to know who you are", "gho_mistyped");
    // The second question is asked by the notice, so that nobody is asked in a circle.
    Waiting.until("the refusal", () -> shown("The token was not accepted"));
    press("Enter a token\u2026");
    answer("did not accept the token", TOKEN);
    Waiting.until("the repository", () -> open.get() != null);

    assertThat(secrets.find(origin()).orElseThrow().reveal()).isEqualTo(TOKEN);
    assertThat(services.settings().settings().get().servers()).contains(origin().toString());
    assertThat(textsBelow(folder.resolve("data"))).doesNotContain(TOKEN);
  }

  @Test
  void a_token_is_entered_in_the_settings_before_anything_asks() throws Exception {
    press(KeyCode.CONTROL, KeyCode.COMMA);
    Waiting.until("the settings", () -> robot.lookup("#token").tryQuery().isPresent());
    type("#settings-address", server.address());
    press(KeyCode.ENTER);
    String name = server.address();
    Waiting.until(
        "the server",
        () -> robot.lookup("#serverName").<Label>queryAs(Label.class).getText().equals(name));
    type("#token", TOKEN);
    assertThat(
            onFx(() ->
                Accessibility.unnamed(robot.lookup(".settings").query().getScene().getRoot())))
        .isEmpty();
    press(KeyCode.ENTER);
    Waiting.until("the token", () -> secrets.find(origin()).isPresent());
    Waiting.until(
        "the words",
        () ->
            robot
                .lookup("#tokenState")
                .<Label>queryAs(Label.class)
                .getText()
                .equals("Token until the program closes"));
    press(KeyCode.ESCAPE);
    Waiting.until("the settings gone", () -> robot.lookup("#token").tryQuery().isEmpty());

    press(KeyCode.CONTROL, KeyCode.L);
    type("#address", server.address("private.git"));
    press(KeyCode.ENTER);
    Waiting.until("the repository", () -> open.get() != null);
    assertThat(board.notices()).isEmpty();
  }

  private Origin origin() {
    return Origin.of("http", "127.0.0.1", Integer.parseInt(server.address().split(":")[2]));
  }

  private void answer(String question, String token) throws InterruptedException {
    Waiting.until("the question", () -> shown(question));
    Node field = robot.lookup("#token-asked").query();
    Waiting.until(
        "the field",
        () -> onFx(() -> field.isFocused() && field.getScene().getWindow().isFocused()));
    FxTest.settle();
    write(field, token);
    press(KeyCode.ENTER);
    Waiting.until("the answer", () -> robot.lookup("#token-asked").tryQuery().isEmpty());
  }

  private boolean shown(String part) {
    return onFx(() ->
        Window.getWindows().stream()
            .flatMap(each -> each.getScene().getRoot().lookupAll(".label").stream())
            .anyMatch(node -> node instanceof Label label && label.getText().contains(part)));
  }

  /** Every text file below a folder: what Ontodraft keeps beside the keychain. */
  private static String textsBelow(Path root) throws Exception {
    StringBuilder texts = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.append(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return texts.toString();
  }

  private void press(KeyCode... keys) {
    robot.push(keys);
    FxTest.settle();
  }

  /** Goes to a button by its name and presses it with the space bar. */
  private void press(String button) {
    Node found = robot.lookup(button).query();
    onFx(() -> {
      Node node = found;
      while (!(node instanceof javafx.scene.control.Button)) {
        node = node.getParent();
      }
      node.requestFocus();
    });
    press(KeyCode.SPACE);
  }

  private void type(String selector, String text) {
    Node field = robot.lookup(selector).query();
    onFx(() -> {
      field.requestFocus();
      ((TextInputControl) field).selectAll();
    });
    write(field, text);
  }

  /** Types; the robot would go on with the window it typed into before. */
  private void write(Node field, String text) {
    robot.targetWindow(field.getScene().getWindow()).write(text);
    FxTest.settle();
  }
}
