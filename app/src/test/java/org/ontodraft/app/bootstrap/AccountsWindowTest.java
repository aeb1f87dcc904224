package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.DeviceDesk;
import org.ontodraft.app.testing.DeviceDesk.Answer;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;

/** Signing in, asking again and signing out in the real window, by keyboard alone. */
@ExtendWith(FxTest.class)
class AccountsWindowTest {
  private static final String TOKEN = "canary-0123456789";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @BeforeEach
  void start() throws Exception {
    server = ForgeServer.serving(folder);
    window = new RealWindow(folder.resolve("person"));
    Files.createDirectories(folder.resolve("person"));
    window
        .services()
        .settings()
        .update(now -> now.withForgeApis(Map.of(server.host(), server.api())));
  }

  @AfterEach
  void stop() {
    window.close();
    server.close();
    assertThat(server.violations()).isEmpty();
    Canary.isNowhereBelow(folder, TOKEN);
    server.desk().secrets().forEach(secret -> Canary.isNowhereBelow(folder, secret));
  }

  @Test
  void a_token_says_who_it_stands_for_and_goes_when_its_person_signs_out() throws Exception {
    server.requireToken(TOKEN);
    settings();
    window.type("#token", TOKEN);
    window.press(KeyCode.ENTER);
    Waiting.until("the person", () -> window.text("#who").startsWith("Signed in as ada on http"));
    assertThat(window.text("#tokenState")).isEqualTo("Token until the program closes");
    assertThat(onFx(() -> Accessibility.unnamed(window.node("#who").getScene().getRoot())))
        .isEmpty();

    server.requireToken("another");
    window.press(window.node("#check"));
    Waiting.until("the refusal", () -> window.text("#account-said").contains("FORGE-05"));

    window.press(window.node("#tokens"));
    assertThat(window.pages()).containsExactly(URI.create(server.origin() + "/settings/tokens"));
    window.press(window.node("#signOut"));
    Waiting.until("nobody", () -> window.text("#who").startsWith("Not signed in"));
    assertThat(window.text("#account-said")).contains("until you revoke it at " + server.origin());
    assertThat(window.secrets().find(server.origin())).isEmpty();
  }

  @Test
  void a_code_is_shown_copied_and_typed_in_the_browser() throws Exception {
    settings();
    assertThat(onFx(() -> window.node("#signIn").isDisabled())).isTrue();
    assertThat(window.text("#hindrance")).contains("ships no client id");
    window.type("#client", DeviceDesk.CLIENT);
    window.press(KeyCode.ENTER);
    Waiting.until("the way", () -> onFx(() -> !window.node("#signIn").isDisabled()));

    window.press(window.node("#signIn"));
    Waiting.until("the code", () -> window.text("#code").equals(DeviceDesk.USER_CODE));
    assertThat(onFx(() -> Accessibility.unnamed(window.node("#code").getScene().getRoot())))
        .isEmpty();
    window.press(window.node("#openPage"));
    assertThat(window.pages()).containsExactly(URI.create(server.origin() + "/login/device"));
    window.press(window.node("#copyCode"));
    assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(DeviceDesk.USER_CODE);
    window.press(window.node("#cancel"));
    Waiting.until("the end", () -> window.text("#account-said").equals("Nobody was signed in."));
    assertThat(window.hasFocus("#signIn")).isTrue();

    window.press(window.node("#signIn"));
    Waiting.until("the code", () -> onFx(() -> window.node("#browserCard").isVisible()));
    server.desk().answer(Answer.AGREED);
    Waiting.until("the person", () -> window.text("#who").startsWith("Signed in as ada"));
    assertThat(onFx(() -> window.node("#browserCard").isVisible())).isFalse();
    assertThat(server.desk().violations()).isEmpty();
    assertThat(window.notices()).isEmpty();
  }

  private void settings() throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    Waiting.until(
        "the settings", () -> onFx(() -> window.robot().lookup("#token").tryQuery().isPresent()));
    window.type("#settings-address", server.origin().toString());
    window.press(KeyCode.ENTER);
    Waiting.until(
        "the server", () -> window.text("#serverName").equals(server.origin().toString()));
    Waiting.until("the account", () -> window.text("#who").contains(server.origin().toString()));
  }
}
