package org.ontodraft.app.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.forge.ForgeFailure;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.ForgePerson;
import org.ontodraft.app.forge.ForgeReply;
import org.ontodraft.app.forge.ForgesByKind;
import org.ontodraft.app.git.FetchOutcome;
import org.ontodraft.app.git.GitTransports;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.git.RemoteFailure;
import org.ontodraft.app.git.RemoteFailure.Reason;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.CertificateDesk;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitHttpServer;
import org.ontodraft.app.testing.SelfSignedTls;
import org.ontodraft.app.testing.TunnelProxy;

/** Forges and Git through a real proxy at real TLS servers, whose host only the proxy knows. */
class NetworkTest {
  private static final String HOST = "forge.test";

  @TempDir private static Path certificates;

  @SuppressWarnings("NullAway.Init")
  private static CertificateDesk desk;

  @TempDir Path folder;
  private final AtomicReference<Optional<Path>> own = new AtomicReference<>(Optional.empty());
  private final TunnelProxy proxy = new TunnelProxy();

  @SuppressWarnings("NullAway.Init")
  private Network network;

  @BeforeAll
  static void open() throws Exception {
    SystemProxies.useSystem();
    desk = new CertificateDesk(certificates);
  }

  @BeforeEach
  void start() {
    network =
        new Network(
            new SystemProxies(
                Map.of("https_proxy", proxy.address(), "NO_PROXY", "near.test"), Optional.empty()),
            new TrustedAuthorities(new AuthorityFiles(Map.of()), own::get));
    try (GitHistory upstream = GitHistory.bare(folder.resolve("up/acme/ontology.git"))) {
      upstream.file("categories/A.json", "{}").commit("one");
    }
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  private GitHttpServer serve(SSLContext context) {
    GitHttpServer server = GitHttpServer.servingTls(folder.resolve("up"), context);
    proxy.leading(HOST, URI.create(server.address()).getPort());
    return server;
  }

  private FetchOutcome fetch() {
    return fetch("https");
  }

  private FetchOutcome fetch(String scheme) {
    try (GitTransports transports =
            new GitTransports(folder, Duration.ofSeconds(10), network, () -> false);
        OntologyRepository repository =
            OntologyRepository.open(folder.resolve("cache"), transports)) {
      return repository.fetch(
          new Remote.Http(URI.create(scheme + "://" + HOST + "/acme/ontology.git")),
          null,
          Progress.none());
    }
  }

  private ForgeFailure who() {
    return who("https");
  }

  private ForgeFailure who(String scheme) {
    try (HttpClient client = network.client(Duration.ofSeconds(10))) {
      ForgeReply<ForgePerson> reply =
          new ForgesByKind(client, Duration.ofSeconds(10), InstantSource.system())
              .who(
                  ForgeKind.GITHUB,
                  URI.create(scheme + "://" + HOST + "/api/v3"),
                  Secret.of("canary-0123456789"));
      assertThat(reply).isInstanceOf(ForgeReply.Failed.class);
      return ((ForgeReply.Failed<ForgePerson>) reply).failure();
    }
  }

  @Test
  void an_authority_of_ones_own_is_trusted_once_its_file_is_named() throws Exception {
    try (GitHttpServer server = serve(desk.server("dns:" + HOST, "-1d", 10))) {
      assertThat(fetch()).isInstanceOf(RemoteFailure.Untrusted.class);
      own.set(Optional.of(desk.authority()));

      assertThat(fetch()).isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(who()).as("the server has no such page").isEqualTo(new ForgeFailure.NotFound());
      assertThat(server.requests()).isNotEmpty();
      assertThat(proxy.asked()).contains(HOST);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dns:forge.test, -9d, 3, true, EXPIRED",
    "dns:forge.test, +3d, 9, true, NOT_YET_VALID",
    "dns:other.test, -1d, 9, true, WRONG_HOST",
    "dns:forge.test, -1d, 9, false, UNKNOWN_AUTHORITY",
  })
  void what_is_wrong_with_a_certificate_is_said(
      String name, String start, int days, boolean known, Distrust reason) throws Exception {
    own.set(known ? Optional.of(desk.authority()) : Optional.empty());
    try (GitHttpServer server = serve(desk.server(name, start, days))) {
      assertThat(fetch())
          .isInstanceOfSatisfying(
              RemoteFailure.Untrusted.class,
              refused -> assertThat(refused.reason()).isEqualTo(reason));
      assertThat(who())
          .isInstanceOfSatisfying(
              ForgeFailure.Untrusted.class,
              refused -> assertThat(refused.reason()).isEqualTo(reason));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_server_that_vouches_for_itself_is_told_apart() throws Exception {
    try (GitHttpServer server = serve(SelfSignedTls.in(folder).context())) {
      assertThat(fetch())
          .isInstanceOfSatisfying(
              RemoteFailure.Untrusted.class,
              refused -> assertThat(refused.reason()).isEqualTo(Distrust.SELF_SIGNED));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_proxy_that_wants_a_password_is_told_as_such() {
    proxy.wantPassword();

    assertThat(fetch())
        .isInstanceOfSatisfying(
            RemoteFailure.Unreachable.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.PROXY));
    assertThat(who())
        .isInstanceOfSatisfying(
            ForgeFailure.Unreachable.class,
            refused -> assertThat(refused.reason()).isEqualTo(ForgeFailure.Reason.PROXY));
  }

  @ParameterizedTest
  @CsvSource({"kept", "in the environment"})
  void a_proxy_is_told_who_asks_and_nobody_else_is(String where) throws Exception {
    try (GitHttpServer server = serve(desk.server("dns:" + HOST, "-1d", 10))) {
      own.set(Optional.of(desk.authority()));
      proxy.wantPassword("ada", "s:\u00e9cret");
      String address = proxy.address();
      if (where.equals("kept")) {
        useLogin(address, "ada", "s:\u00e9cret");
      } else {
        use(address.replace("//", "//ada:s%3A%C3%A9cret@"), null);
      }

      assertThat(fetch()).isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(who()).as("the server has no such page").isEqualTo(new ForgeFailure.NotFound());
      assertThat(proxy.signIns()).isNotEmpty();
      assertThat(server.requests()).isNotEmpty();
      assertThat(server.headers())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("proxy"));
    }
  }

  @Test
  void a_proxy_is_told_who_asks_for_plain_addresses_too() throws Exception {
    try (GitHttpServer server = GitHttpServer.serving(folder.resolve("up"))) {
      proxy.leading(HOST, URI.create(server.address()).getPort());
      proxy.wantPassword("ada", "secret");
      useLogin(proxy.address(), "ada", "secret");

      assertThat(fetch("http")).isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(who("http")).isEqualTo(new ForgeFailure.NotFound());
      assertThat(proxy.asked()).contains(HOST);
      assertThat(server.headers())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("proxy"));
    }
  }

  @Test
  void what_a_proxy_refuses_is_not_tried_again() throws Exception {
    try (GitHttpServer server = serve(desk.server("dns:" + HOST, "-1d", 10))) {
      own.set(Optional.of(desk.authority()));
      proxy.wantPassword("ada", "right");
      useLogin(proxy.address(), "ada", "wrong");

      assertThat(fetch())
          .isInstanceOfSatisfying(
              RemoteFailure.Unreachable.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.PROXY));
      assertThat(proxy.signIns()).as("Git").hasSize(1);
      assertThat(who())
          .isInstanceOfSatisfying(
              ForgeFailure.Unreachable.class,
              refused -> assertThat(refused.reason()).isEqualTo(ForgeFailure.Reason.PROXY));
      assertThat(proxy.signIns()).as("the forge").hasSize(2);
      assertThat(server.requests()).isEmpty();
    }
  }

  private void useLogin(String address, String user, String password) {
    URI at = URI.create(address);
    use(
        address,
        (host, port) ->
            host.equals(at.getHost()) && port == at.getPort()
                ? Optional.of(new PasswordAuthentication(user, password.toCharArray()))
                : Optional.empty());
  }

  private void use(String address, @Nullable ProxyLogins logins) {
    SystemProxies proxies = new SystemProxies(Map.of("all_proxy", address), Optional.empty());
    network =
        new Network(
            proxies,
            new TrustedAuthorities(new AuthorityFiles(Map.of()), own::get),
            logins == null ? proxies::loginAt : logins);
  }

  @ParameterizedTest
  @CsvSource({
    "https://forge.test/x, true",
    "https://near.test/x, false",
    "https://git.near.test/x, false",
    "https://notnear.test/x, true",
    "https://127.0.0.1:8443/x, false",
    "https://localhost/x, false",
    "http://forge.test/x, false",
  })
  void the_environment_says_what_goes_through_the_proxy(URI address, boolean through) {
    assertThat(network.proxies().select(address).getFirst().address() != null).isEqualTo(through);
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.test, HTTP, 80",
    "http://user:secret@proxy.test:3128/, HTTP, 3128",
    "socks5://proxy.test, SOCKS, 1080",
    "'http://', DIRECT, 0",
  })
  void a_proxy_is_named_in_the_usual_ways(String named, String type, int port) {
    SystemProxies proxies = new SystemProxies(Map.of("ALL_PROXY", named), Optional.empty());
    Proxy found = proxies.select(URI.create("https://forge.test/")).getFirst();
    assertThat(found.type().name()).isEqualTo(type);
    if (port > 0) {
      assertThat(((InetSocketAddress) found.address()).getPort()).isEqualTo(port);
    }
    assertThat(proxies.namedForHttps().orElse("")).doesNotContain("secret");
  }

  @Test
  void a_file_without_certificates_is_told_and_costs_no_others() throws Exception {
    AuthorityFiles files = new AuthorityFiles(Map.of());
    assertThat(files.read(desk.authority())).isEqualTo(new AuthorityFiles.Read.Certificates(1));
    Path text = Files.writeString(folder.resolve("text.pem"), "hello");
    assertThat(files.read(text)).isInstanceOf(AuthorityFiles.Read.Unusable.class);
    assertThat(files.read(folder.resolve("none.pem")))
        .isInstanceOf(AuthorityFiles.Read.Unusable.class);
    assertThat(files.manager(Optional.of(text)).getAcceptedIssuers()).isNotEmpty();
    AuthorityFiles named = new AuthorityFiles(Map.of("SSL_CERT_FILE", desk.authority().toString()));
    assertThat(named.manager(Optional.empty()).getAcceptedIssuers())
        .anyMatch(one -> one.getSubjectX500Principal().getName().equals("CN=Our authority"));
  }
}
