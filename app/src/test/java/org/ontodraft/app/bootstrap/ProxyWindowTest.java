package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
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
  private static final String IN_MEMORY = "The password for the proxy is kept in memory only";
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
    start(proxy.address());
  }

  /** Starts the program with a proxy as the environment names it. */
  private void start(String named) {
    window =
        new RealWindow(
            folder.resolve("person"),
            new SystemProxies(Map.of("https_proxy", named), Optional.empty()));
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
    assertThat(window.text("#proxy-about")).endsWith("wants to know who you are.");
    assertThat(onFx(() -> Accessibility.unnamed(window.node("#proxy-user").getScene().getRoot())))
        .isEmpty();
    answer("ada", WRONG);
    Waiting.until("the refusal", () -> said("The proxy wants a password"));
    assertThat(proxy.signIns()).as("tried once").hasSize(1);
    assertThat(texts()).noneMatch(text -> text.contains(WRONG));

    signIn();
    assertThat(window.text("#proxy-about")).contains("did not take the user name and password");
    assertThat(window.text("#proxy-user")).isEqualTo("ada");
    Waiting.until("the way to the password", () -> window.hasFocus("#proxy-password"));
    answer("ada", PASSWORD);
    Waiting.until("the repository", () -> window.workspace().isPresent());
    Waiting.until("the window", () -> window.navigator().isPresent());
    assertThat(window.notices())
        .as("stays though a repository was opened")
        .extracting(Notice::title, Notice::kind)
        .containsExactly(tuple(IN_MEMORY, Notice.Kind.WARNING));

    int signIns = proxy.signIns().size();
    RealServices.done(window.workspace().orElseThrow().refresh(Progress.none()));
    assertThat(proxy.signIns()).as("said by itself").hasSizeGreaterThan(signIns);
    assertThat(shown("#proxy-user")).isFalse();
    assertThat(texts()).noneMatch(text -> text.contains(PASSWORD));

    settings();
    assertThat(texts()).noneMatch(text -> text.contains(PASSWORD));
    window.press(window.node("#proxySignOut"));
    Waiting.until("nobody", () -> !shown("#proxySignOut"));
    window.press(window.node("#proxySignIn"));
    Waiting.until("the question", () -> shown("#proxy-user"));
    assertThat(window.text("#proxy-user")).isEmpty();
    assertThat(window.text("#proxy-about")).endsWith("wants to know who you are.");
    answer("ada", PASSWORD);
    Waiting.until("the sign-in", () -> shown("#proxySignOut"));
    assertThat(window.notices()).extracting(Notice::title).containsExactly(IN_MEMORY);
    assertThat(texts()).noneMatch(text -> text.contains(PASSWORD));
  }

  @Test
  void what_is_typed_goes_before_a_wrong_password_of_the_environment() throws Exception {
    window.close();
    start(proxy.address().replace("//", "//ada:" + WRONG + "@"));
    open();
    assertThat(window.text("#proxy-about")).contains("did not take the user name and password");
    answer("ada", PASSWORD);
    Waiting.until("the repository", () -> window.workspace().isPresent());
    RealServices.done(window.workspace().orElseThrow().refresh(Progress.none()));

    assertThat(proxy.signIns().stream().distinct()).as("the wrong one, then the other").hasSize(2);
    assertThat(proxy.signIns().getFirst()).isNotEqualTo(proxy.signIns().getLast());
    assertThat(texts()).noneMatch(text -> text.contains(PASSWORD) || text.contains(WRONG));
  }

  @Test
  void who_cancels_is_told_what_to_do_next() throws Exception {
    open();
    window.robot().targetWindow(window.node("#proxy-user").getScene().getWindow());
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
    window.press(window.button("Sign in at the proxy\u2026"));
    Waiting.until("the question", () -> shown("#proxy-user"));
  }

  private void answer(String user, String password) throws InterruptedException {
    window.type("#proxy-user", user);
    window.type("#proxy-password", password);
    window.press(KeyCode.ENTER);
    Waiting.until("the end of the question", () -> !shown("#proxy-user"));
  }

  private void settings() throws InterruptedException {
    window.robot().targetWindow(window.stage());
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    Waiting.until("the settings", () -> shown("#proxySignOut"));
    window.press(window.button("Connection"));
  }

  private boolean shown(String selector) {
    return onFx(
        () -> window.robot().lookup(selector).tryQuery().filter(Node::isVisible).isPresent());
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
