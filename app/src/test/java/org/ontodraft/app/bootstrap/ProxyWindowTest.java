package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.CertificateDesk;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitHttpServer;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.TunnelProxy;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;

/** A proxy that wants to know who one is, met in the real window. */
@ExtendWith(FxTest.class)
class ProxyWindowTest {
  private static final String HOST = "forge.test";
  private static final String PASSWORD = "canary:0123456789";
  private static final String WRONG = "canary-of-another";

  @TempDir private static Path certificates;

  @SuppressWarnings("NullAway.Init")
  private static CertificateDesk desk;

  @TempDir Path folder;
  private final TunnelProxy proxy = new TunnelProxy();

  @SuppressWarnings("NullAway.Init")
  private GitHttpServer server;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @BeforeAll
  static void trust() throws Exception {
    SystemProxies.useSystem();
    desk = new CertificateDesk(certificates);
  }

  @BeforeEach
  void start() throws Exception {
    try (GitHistory upstream = GitHistory.bare(folder.resolve("up/acme/ontology.git"))) {
      upstream.file("categories/A.json", "{\"id\": \"A\", \"label\": \"A\"}\n").commit("one");
    }
    server = GitHttpServer.servingTls(folder.resolve("up"), desk.server("dns:" + HOST, "-1d", 10));
    proxy.leading(HOST, URI.create(server.address()).getPort());
    proxy.wantPassword("ada", PASSWORD);
    window =
        new RealWindow(
            folder.resolve("person"),
            new SystemProxies(Map.of("https_proxy", proxy.address()), Optional.empty()));
    window
        .services()
        .settings()
        .update(
            now -> now.withConnections(all -> all.withAuthorities(desk.authority().toString())));
    window.robot().targetWindow(window.stage());
  }

  @AfterEach
  void stop() {
    window.close();
    server.close();
    proxy.close();
    for (String secret : List.of(PASSWORD, WRONG)) {
      Canary.isNowhereBelow(folder, secret);
    }
    assertThat(server.headers())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("proxy"));
  }

  @Test
  void is_asked_for_once_again_when_it_is_wrong_and_is_in_no_text_afterwards() throws Exception {
    open();
    assertThat(text("#proxy-about")).endsWith("wants to know who you are.");
    assertThat(onFx(() -> Accessibility.unnamed(node("#proxy-user").getScene().getRoot())))
        .isEmpty();
    answer("ada", WRONG);
    Waiting.until("the refusal", () -> said("The proxy wants a password"));
    assertThat(proxy.signIns()).as("tried once").hasSize(1);
    assertThat(texts()).noneMatch(text -> text.contains(WRONG));

    signIn();
    assertThat(text("#proxy-about")).contains("did not take the user name and password");
    assertThat(text("#proxy-user")).isEqualTo("ada");
    Waiting.until("the way to the password", () -> window.hasFocus("#proxy-password"));
    answer("ada", PASSWORD);
    Waiting.until("the repository", () -> window.workspace().isPresent());
    Waiting.until("the window", () -> window.navigator().isPresent());

    int signIns = proxy.signIns().size();
    RealServices.done(window.workspace().orElseThrow().refresh(Progress.none()));
    assertThat(proxy.signIns()).as("said by itself").hasSizeGreaterThan(signIns);
    assertThat(shown("#proxy-user")).isFalse();
    assertThat(texts()).noneMatch(text -> text.contains(PASSWORD));

    settings();
    assertThat(texts()).noneMatch(text -> text.contains(PASSWORD));
    press("#proxySignOut");
    Waiting.until("nobody", () -> !shown("#proxySignOut"));
    press("#proxySignIn");
    Waiting.until("the question", () -> shown("#proxy-user"));
    assertThat(text("#proxy-user")).isEmpty();
    assertThat(text("#proxy-about")).endsWith("wants to know who you are.");
    answer("ada", PASSWORD);
    Waiting.until("the sign-in", () -> shown("#proxySignOut"));
    assertThat(window.notices())
        .extracting(Notice::title)
        .containsExactly("The password for the proxy is kept in memory only");
    assertThat(texts()).noneMatch(text -> text.contains(PASSWORD));
  }

  @Test
  void who_cancels_is_told_what_to_do_next() throws Exception {
    open();
    window.robot().targetWindow(node("#proxy-user").getScene().getWindow());
    window.press(KeyCode.ESCAPE);
    Waiting.until("the end of the question", () -> !shown("#proxy-user"));

    assertThat(texts())
        .anyMatch(text -> text.startsWith("Sign in at the proxy with the user name and password"))
        .anyMatch(text -> text.equals("Nothing was sent."));
    assertThat(proxy.signIns()).isEmpty();
    assertThat(server.requests()).isEmpty();
    signIn();
    answer("ada", PASSWORD);
    Waiting.until("the repository", () -> window.workspace().isPresent());
  }

  /** Types the address, meets the proxy and goes to the question. */
  private void open() throws InterruptedException {
    window.type("#address", "https://" + HOST + "/acme/ontology.git");
    window.press(KeyCode.ENTER);
    Waiting.until("the refusal", () -> said("The proxy wants a password"));
    signIn();
  }

  private void signIn() throws InterruptedException {
    Node button =
        onFx(() ->
            window.stage().getScene().getRoot().lookupAll(".button").stream()
                .filter(Labeled.class::isInstance)
                .filter(one -> "Sign in at the proxy\u2026".equals(((Labeled) one).getText()))
                .findFirst()
                .orElseThrow());
    press(button);
    Waiting.until("the question", () -> shown("#proxy-user"));
  }

  private void answer(String user, String password) throws InterruptedException {
    type("#proxy-user", user);
    type("#proxy-password", password);
    window.press(KeyCode.ENTER);
    Waiting.until("the end of the question", () -> !shown("#proxy-user"));
  }

  private void settings() throws InterruptedException {
    window.robot().targetWindow(window.stage());
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    Waiting.until("the settings", () -> shown("#proxySignOut"));
  }

  private void type(String selector, String text) throws InterruptedException {
    TextInputControl field = (TextInputControl) node(selector);
    // A dialog that has just opened gives the focus away once more.
    Waiting.until(
        "what is typed",
        () -> {
          onFx(() -> {
            field.requestFocus();
            field.selectAll();
          });
          window.robot().targetWindow(field.getScene().getWindow()).write(text);
          FxTest.settle();
          return text(selector).equals(text);
        });
  }

  private void press(String selector) {
    press(node(selector));
  }

  private static void press(Node button) {
    onFx(() -> {
      ((ButtonBase) button).fire();
      return null;
    });
    FxTest.settle();
  }

  private Node node(String selector) {
    return window.robot().lookup(selector).query();
  }

  private boolean shown(String selector) {
    return onFx(
        () -> window.robot().lookup(selector).tryQuery().filter(Node::isVisible).isPresent());
  }

  private String text(String selector) {
    return onFx(() ->
        switch (node(selector)) {
          case TextInputControl field -> field.getText();
          case Labeled label -> label.getText();
          case Node other -> throw new AssertionError(other);
        });
  }

  private boolean said(String words) {
    return texts().contains(words);
  }

  /** Whatever any window of the program shows or says. */
  private static List<String> texts() {
    return onFx(() ->
        Window.getWindows().stream()
            .flatMap(one -> one.getScene().getRoot().lookupAll("*").stream())
            .flatMap(ProxyWindowTest::texts)
            .toList());
  }

  private static Stream<String> texts(Node node) {
    return Stream.of(
            node instanceof Text text ? String.valueOf(text.getText()) : "",
            node instanceof Labeled label ? String.valueOf(label.getText()) : "",
            node instanceof TextInputControl field ? String.valueOf(field.getText()) : "",
            String.valueOf(node.getAccessibleText()))
        .filter(text -> !text.isEmpty());
  }
}
