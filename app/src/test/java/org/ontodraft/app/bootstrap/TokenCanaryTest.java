package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.CanaryWatch;
import org.ontodraft.app.testing.DeviceDesk;
import org.ontodraft.app.testing.DeviceDesk.Answer;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A token that came in by each way of signing in is in no file, log, process, clipboard, text or
 * name of the window, while a private repository is opened, edited and sent in the real window.
 */
@ExtendWith(FxTest.class)
class TokenCanaryTest {
  private static final String TOKEN = "canary-9f8e7d6c5b4a3210";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  private final List<String> secrets = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Account.Way.class)
  void is_nowhere_but_where_tokens_are_kept(Account.Way way) throws Exception {
    try (GitHistory upstream = GitHistory.bare(folder.resolve("forge/acme/ontology.git"))) {
      upstream
          .file("categories/Plant.json", "{\n  \"id\": \"Plant\",\n  \"label\": \"Plant\"\n}\n")
          .commit("one");
    }
    Path home = Files.createDirectories(folder.resolve("person"));
    try (CanaryWatch watch = new CanaryWatch();
        ForgeServer forge =
            ForgeServer.serving(folder.resolve("forge")).requireToken("of nobody")) {
      server = forge;
      try (RealWindow real = new RealWindow(home)) {
        window = real;
        window
            .services()
            .settings()
            .update(now ->
                now.withForgeApis(Map.of(server.host(), server.api()))
                    .withServers(Set.of(server.origin().toString())));
        signIn(way);
        secrets.forEach(this::isInNoText);
        work();
        secrets.forEach(this::isInNoText);
        command(way);
      }
      assertThat(secrets).isNotEmpty();
      assertThat(server.authorizations()).isNotEmpty();
      assertThat(watch.seen()).isGreaterThan(2);
      for (String secret : secrets) {
        watch.assertNever(secret);
        Canary.isNowhereBelow(home.resolve("data"), secret);
        Canary.isNowhereBelow(folder.resolve("forge"), secret);
        assertThat(server.requests()).noneMatch(request -> request.contains(secret));
      }
    }
  }

  private void signIn(Account.Way way) throws Exception {
    switch (way) {
      case TOKEN -> {
        server.requireToken(TOKEN);
        secrets.add(TOKEN);
        settings();
        type("#token", TOKEN);
        window.press(KeyCode.ENTER);
      }
      case BROWSER -> {
        settings();
        type("#client", DeviceDesk.CLIENT);
        window.press(KeyCode.ENTER);
        Waiting.until("the way", () -> onFx(() -> !node("#signIn").isDisabled()));
        press("#signIn");
        Waiting.until("the code", () -> onFx(() -> node("#browserCard").isVisible()));
        press("#copyCode");
        server.desk().answer(Answer.AGREED);
      }
      case GIT -> {
        server.requireToken(TOKEN);
        secrets.add(TOKEN);
        helper();
        settings();
        press("#git");
      }
    }
    Waiting.until("the person", () -> text("#who").startsWith("Signed in as ada"));
    secrets.addAll(server.desk().secrets());
  }

  /** What Git keeps is its own: below the home directory, beside our data. */
  private void helper() throws IOException {
    Path home = folder.resolve("person");
    Files.writeString(home.resolve(".gitconfig"), "[credential]\n\thelper = store\n");
    Files.writeString(
        home.resolve(".git-credentials"),
        server
                .origin()
                .toString()
                .replace("://", "://ada:" + TOKEN + "@")
                .replaceFirst(":(\\d+)$", "%3a$1")
            + "\n");
  }

  private void work() throws Exception {
    window.press(KeyCode.ESCAPE);
    Workspace workspace =
        window.open(new OpenRequest.Address(server.cloneAddress("acme/ontology")));
    DraftSession draft = done(workspace.startDraft("Name it"));
    EntityKey plant = EntityKey.of(EntityType.CATEGORY, "Plant");
    done(draft.setField(plant, "label", JsonNodeFactory.instance.stringNode("Plants")));
    SubmitOutcome outcome =
        workspace.submits().submit(draft, "Name it", "", false, step -> {}, Progress.none());
    assertThat(outcome).isInstanceOf(SubmitOutcome.Sent.class);
    onFx(() -> window.navigator().orElseThrow().open(new Place.Submit()));
    FxTest.settle();
  }

  /** Signing out is seen to work, and leaves nothing behind either. */
  private void command(Account.Way way) throws Exception {
    settings();
    press("#signOut");
    Waiting.until("nobody", () -> text("#who").startsWith("Not signed in"));
    assertThat(window.secrets().find(server.origin())).as(way.name()).isEmpty();
    secrets.forEach(this::isInNoText);
    window.press(KeyCode.ESCAPE);
  }

  private void isInNoText(String secret) {
    List<String> shown =
        onFx(() -> {
          List<String> all = new ArrayList<>();
          all.add(String.valueOf(Clipboard.getSystemClipboard().getString()));
          Window.getWindows().forEach(each -> collect(each.getScene().getRoot(), all));
          return all;
        });
    assertThat(shown).hasSizeGreaterThan(5).noneMatch(text -> text.contains(secret));
  }

  private static void collect(Node node, List<String> all) {
    all.add(String.valueOf(node.getAccessibleText()));
    all.add(String.valueOf(node.getAccessibleHelp()));
    all.add(String.valueOf(node.getUserData()));
    switch (node) {
      case Labeled labeled -> all.add(String.valueOf(labeled.getText()));
      case TextInputControl field -> {
        all.add(String.valueOf(field.getText()));
        all.add(String.valueOf(field.getPromptText()));
      }
      case Text text -> all.add(text.getText());
      default -> all.add(node.toString());
    }
    if (node instanceof Control control && control.getTooltip() != null) {
      all.add(String.valueOf(control.getTooltip().getText()));
    }
    all.add(Hint.of(node).text().get());
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }
  }

  private void settings() throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    Waiting.until("the settings", () -> window.robot().lookup("#token").tryQuery().isPresent());
    type("#settings-address", server.origin().toString());
    window.press(KeyCode.ENTER);
    Waiting.until("the server", () -> text("#serverName").equals(server.origin().toString()));
    Waiting.until("the account", () -> text("#who").contains(server.origin().toString()));
  }

  private Node node(String selector) {
    return window.robot().lookup(selector).query();
  }

  private String text(String selector) {
    return onFx(() -> ((Labeled) node(selector)).getText());
  }

  private void type(String selector, String text) {
    Node field = node(selector);
    onFx(field::requestFocus);
    window.robot().targetWindow(field.getScene().getWindow()).write(text);
    FxTest.settle();
  }

  private void press(String selector) {
    onFx(() -> node(selector).requestFocus());
    window.robot().targetWindow(node(selector).getScene().getWindow());
    window.press(KeyCode.SPACE);
  }
}
