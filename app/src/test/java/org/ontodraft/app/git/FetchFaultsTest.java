package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.git.RemoteFailure.Reason;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitHttpServer;
import org.ontodraft.app.testing.HttpFault;
import org.ontodraft.app.testing.HttpFault.Answer;

/**
 * Fetching by HTTP while things go wrong: a typed outcome, the cache as it was, the retry works.
 */
class FetchFaultsTest {
  private static final String TOKEN = "gho_canary0123456789";

  @TempDir Path folder;
  private GitTransports transports;
  private GitHistory upstream;
  private GitHttpServer server;
  private OntologyRepository repository;
  private String first;

  @BeforeEach
  void start() {
    transports = new GitTransports(folder.resolve("home"), Duration.ofSeconds(1));
    upstream = GitHistory.bare(folder.resolve("up.git"));
    first = upstream.file("categories/A.json", "{}").commit("one");
    server = GitHttpServer.serving(folder);
    repository = OntologyRepository.open(folder.resolve("cache"), transports);
    assertThat(fetch(null)).isInstanceOf(FetchOutcome.Fetched.class);
    Random random = new Random(1);
    byte[] noise = new byte[20_000];
    random.nextBytes(noise);
    upstream.file("categories/B.json", Base64.getEncoder().encodeToString(noise)).commit("two");
  }

  @AfterEach
  void stop() {
    server.close();
    repository.close();
    upstream.close();
    transports.close();
  }

  private Remote remote() {
    return ((Remote.Parsed.Accepted) Remote.parse(server.address("up.git"))).remote();
  }

  private FetchOutcome fetch(@Nullable Credentials credentials) {
    return repository.fetch(remote(), credentials, Progress.none());
  }

  /** A row of the table. */
  record Row(String id, String method, HttpFault fault, FetchOutcome expected) {
    @Override
    public String toString() {
      return id;
    }
  }

  private static FetchOutcome unreachable(Reason reason) {
    return new RemoteFailure.Unreachable(reason, "");
  }

  static List<Row> rows() {
    return List.of(
        new Row(
            "G01 asks who it is",
            "GET",
            new Answer(401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), ""),
            new RemoteFailure.AuthenticationRefused(false)),
        new Row("G02 forbidden", "GET", Answer.html(403), new RemoteFailure.PermissionRefused("")),
        new Row("G03 not found", "GET", Answer.html(404), new RemoteFailure.NotARepository()),
        new Row("G04 gone", "GET", Answer.html(410), new RemoteFailure.NotARepository()),
        new Row("G05 too many", "GET", Answer.html(429), unreachable(Reason.SERVER_ERROR)),
        new Row("G06 fault", "GET", Answer.json(500, "{}"), unreachable(Reason.SERVER_ERROR)),
        new Row("G07 proxy page", "GET", Answer.html(502), unreachable(Reason.SERVER_ERROR)),
        new Row("G08 sign-in page", "GET", Answer.html(200), unreachable(Reason.PROTOCOL)),
        new Row(
            "G09 cut at the start",
            "GET",
            new HttpFault.CutBeforeEffect(),
            unreachable(Reason.CUT_OFF)),
        new Row("G10 silence", "GET", new HttpFault.Silence(), unreachable(Reason.TIMED_OUT)),
        new Row(
            "G11 cut before the pack",
            "POST",
            new HttpFault.CutBeforeEffect(),
            unreachable(Reason.CUT_OFF)),
        new Row(
            "G12 fault before the pack",
            "POST",
            Answer.html(503),
            unreachable(Reason.SERVER_ERROR)),
        new Row(
            "G13 page instead of the pack", "POST", Answer.html(200), unreachable(Reason.PROTOCOL)),
        new Row(
            "G14 silence instead of the pack",
            "POST",
            new HttpFault.Silence(),
            unreachable(Reason.TIMED_OUT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void fault(Row row) {
    server.faults().plan(row.method(), "up.git", row.fault(), 20);
    FetchOutcome outcome = fetch(null);
    assertSame(outcome, row.expected());
    assertThat(repository.head().commit()).isEqualTo(first);

    server.faults().clear();
    assertThat(((FetchOutcome.Fetched) fetch(null)).to().summary()).isEqualTo("two");
  }

  private static void assertSame(FetchOutcome actual, FetchOutcome expected) {
    switch (expected) {
      case RemoteFailure.Unreachable unreachable -> {
        assertThat(actual).isInstanceOf(RemoteFailure.Unreachable.class);
        assertThat(((RemoteFailure.Unreachable) actual).reason()).isEqualTo(unreachable.reason());
      }
      case RemoteFailure.PermissionRefused refused ->
          assertThat(actual).isInstanceOf(RemoteFailure.PermissionRefused.class);
      default -> assertThat(actual).isEqualTo(expected);
    }
  }

  @Test
  void aPackCutAnywhereChangesNothing() {
    for (int bytes = 0; bytes < 15_000; bytes += 611) {
      server.faults().plan("POST", "git-upload-pack", new HttpFault.CutInBody(bytes), 20);
      FetchOutcome outcome = fetch(null);
      assertThat(outcome)
          .as("cut after %d bytes", bytes)
          .isNotInstanceOf(FetchOutcome.Fetched.class);
      assertThat(repository.head().commit()).as("cut after %d bytes", bytes).isEqualTo(first);
      server.faults().clear();
    }
    assertThat(((FetchOutcome.Fetched) fetch(null)).to().summary()).isEqualTo("two");
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Remote nowhere =
        ((Remote.Parsed.Accepted) Remote.parse("http://127.0.0.1:" + port + "/up.git")).remote();
    assertSame(repository.fetch(nowhere, null, Progress.none()), unreachable(Reason.REFUSED));
    Remote noHost = ((Remote.Parsed.Accepted) Remote.parse("https://nowhere.invalid/a/b")).remote();
    assertSame(repository.fetch(noHost, null, Progress.none()), unreachable(Reason.UNKNOWN_HOST));
  }

  @Test
  void credentialsAreSentWhenAskedForAndOnlyThen() {
    Origin origin = remote().origin().orElseThrow();
    assertThat(fetch(Credentials.token(origin, Secret.of(TOKEN))))
        .isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(server.authorizations()).isEmpty();

    server.requirePassword(TOKEN);
    assertThat(fetch(null)).isEqualTo(new RemoteFailure.AuthenticationRefused(false));
    assertThat(fetch(Credentials.token(origin, Secret.of("wrong"))))
        .isEqualTo(new RemoteFailure.AuthenticationRefused(true));
    int wrong = server.authorizations().size();
    assertThat(wrong).as("a refused token is not tried again").isLessThanOrEqualTo(2);
    assertThat(fetch(Credentials.token(origin, Secret.of(TOKEN))))
        .isInstanceOf(FetchOutcome.Fetched.class);
    String pair = "x-access-token:" + TOKEN;
    assertThat(server.authorizations().getLast())
        .isEqualTo(
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void credentialsOfAnotherOriginStayHere() {
    server.requirePassword(TOKEN);
    Origin mine = remote().origin().orElseThrow();
    for (Origin other :
        List.of(
            new Origin("https", mine.host(), mine.port()),
            new Origin("http", "localhost", mine.port()),
            new Origin("http", mine.host(), mine.port() + 1))) {
      assertThat(fetch(Credentials.token(other, Secret.of(TOKEN))))
          .isEqualTo(new RemoteFailure.AuthenticationRefused(false));
    }
    assertThat(server.authorizations()).isEmpty();
  }

  @Test
  void aRedirectWithinTheOriginIsFollowed() {
    upstream.file("categories/C.json", "{}").commit("three");
    server
        .faults()
        .plan(
            "GET",
            "old.git/info/refs",
            Answer.html(301)
                .with("Location", server.address("up.git/info/refs?service=git-upload-pack")),
            1);
    Remote moved = ((Remote.Parsed.Accepted) Remote.parse(server.address("old.git"))).remote();
    assertThat(
            ((FetchOutcome.Fetched) repository.fetch(moved, null, Progress.none())).to().summary())
        .isEqualTo("three");
  }

  @Test
  void aRedirectToAnotherServerIsNotFollowed() {
    try (GitHttpServer elsewhere = GitHttpServer.serving(folder)) {
      elsewhere.requirePassword(TOKEN);
      for (String method : List.of("GET", "POST")) {
        server
            .faults()
            .plan(
                method,
                "up.git",
                Answer.html(302)
                    .with(
                        "Location", elsewhere.address("up.git/info/refs?service=git-upload-pack")),
                1);
        FetchOutcome outcome =
            fetch(Credentials.token(remote().origin().orElseThrow(), Secret.of(TOKEN)));
        assertThat(outcome).isInstanceOf(RemoteFailure.Unreachable.class);
        server.faults().clear();
      }
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void aCacheThatCannotBeWrittenIsSaid() throws IOException {
    Path packs = folder.resolve("cache/objects/pack");
    try (var files = Files.list(packs)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(packs);
    Files.writeString(packs, "in the way");
    assertThat(fetch(null)).isInstanceOf(RemoteFailure.StorageFailed.class);
  }
}
