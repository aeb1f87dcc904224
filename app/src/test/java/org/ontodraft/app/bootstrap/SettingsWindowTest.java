package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitHttpServer;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;

/** A private repository and its token in the real window, by keyboard alone. */
@ExtendWith(FxTest.class)
class SettingsWindowTest {
  private static final String TOKEN = "gho_for_this_test";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private GitHttpServer server;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @BeforeEach
  void start() {
    try (GitHistory upstream = GitHistory.bare(folder.resolve("private.git"))) {
      upstream
          .file("categories/Plant.json", "{\"id\": \"Plant\", \"label\": \"Plant\"}\n")
          .commit("one");
    }
    server = GitHttpServer.serving(folder).requirePassword(TOKEN);
    window = new RealWindow(folder);
  }

  @AfterEach
  void stop() {
    window.close();
    server.close();
  }

  @Test
  void a_private_repository_asks_for_its_token_and_opens_with_it() throws Exception {
    window.press(KeyCode.CONTROL, KeyCode.L);
    window.type("#address", server.address("private.git"));
    window.press(KeyCode.ENTER);
    answer("wants to know who you are", "gho_mistyped");
    // The second question is asked by the notice, so that nobody is asked in a circle.
    Waiting.until("the refusal", () -> shown("The token was not accepted"));
    window.press(window.button("Enter a token\u2026"));
    answer("did not accept the token", TOKEN);
    Waiting.until("the repository", () -> window.workspace().isPresent());
    Waiting.until("the window", () -> window.navigator().isPresent());
    assertThat(window.notices())
        .as("stays though a repository was opened")
        .extracting(Notice::code)
        .containsExactly("TOKEN-01");

    assertThat(window.secrets().find(origin()).orElseThrow().reveal()).isEqualTo(TOKEN);
    assertThat(window.services().settings().settings().get().servers())
        .contains(origin().toString());
    assertThat(textsBelow(folder.resolve("data"))).doesNotContain(TOKEN);
  }

  @Test
  void a_theme_is_chosen_in_the_palette() throws Exception {
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    window.robot().write("contrast");
    Waiting.until(
        "the command",
        () ->
            window
                .robot()
                .lookup(".palette .list-view")
                .queryListView()
                .getItems()
                .toString()
                .contains("High-contrast theme"));
    window.press(KeyCode.ENTER);
    Waiting.until(
        "the theme",
        () ->
            onFx(() ->
                window.stage().getScene().getStylesheets().stream()
                    .anyMatch(sheet -> sheet.endsWith("contrast.css"))));
  }

  @Test
  void a_token_is_entered_in_the_settings_before_anything_asks() throws Exception {
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    Waiting.until("the settings", () -> window.robot().lookup("#token").tryQuery().isPresent());
    window.type("#settings-address", server.address());
    window.press(KeyCode.ENTER);
    String name = server.address();
    Waiting.until(
        "the server",
        () ->
            window
                .robot()
                .lookup("#serverName")
                .<Label>queryAs(Label.class)
                .getText()
                .equals(name));
    window.type("#token", TOKEN);
    assertThat(
            onFx(() ->
                Accessibility.unnamed(
                    window.robot().lookup(".settings").query().getScene().getRoot())))
        .isEmpty();
    window.press(KeyCode.ENTER);
    Waiting.until("the token", () -> window.secrets().find(origin()).isPresent());
    Waiting.until(
        "the words",
        () ->
            window
                .robot()
                .lookup("#tokenState")
                .<Label>queryAs(Label.class)
                .getText()
                .equals("Token until the program closes"));
    window.press(KeyCode.ESCAPE);
    Waiting.until("the settings gone", () -> window.robot().lookup("#token").tryQuery().isEmpty());

    window.press(KeyCode.CONTROL, KeyCode.L);
    window.type("#address", server.address("private.git"));
    window.press(KeyCode.ENTER);
    Waiting.until("the repository", () -> window.workspace().isPresent());
    assertThat(window.notices()).isEmpty();
  }

  @Test
  void the_database_of_the_open_repository_is_a_section_of_the_settings() throws Exception {
    showDatabase();
    Waiting.until("the word", () -> shown("Open a repository first"));
    window.press(KeyCode.ESCAPE);
    window.open(new OpenRequest.Folder(folder.resolve("private.git")));
    showDatabase();
    Waiting.until("its place", () -> shown("This ontology is kept on this computer."));
    assertThat(
            onFx(() ->
                Accessibility.unnamed(
                    window.robot().lookup(".settings").query().getScene().getRoot())))
        .isEmpty();
    window.press(KeyCode.ESCAPE);
  }

  private void showDatabase() throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    Waiting.until("the settings", () -> window.robot().lookup("#token").tryQuery().isPresent());
    window.press(window.button("Database"));
  }

  private Origin origin() {
    return Origin.of("http", "127.0.0.1", Integer.parseInt(server.address().split(":")[2]));
  }

  private void answer(String question, String token) throws InterruptedException {
    Waiting.until("the question", () -> shown(question));
    Node field = window.robot().lookup("#token-asked").query();
    Waiting.until(
        "the field",
        () -> onFx(() -> field.isFocused() && field.getScene().getWindow().isFocused()));
    FxTest.settle();
    window.type("#token-asked", token);
    window.press(KeyCode.ENTER);
    Waiting.until("the answer", () -> window.robot().lookup("#token-asked").tryQuery().isEmpty());
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
}
