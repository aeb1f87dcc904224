package org.ontodraft.app.forge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.forge.ForgeFailure.Reason;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.GitTransports;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.ProbeOutcome;
import org.ontodraft.app.git.PushOutcome;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.HttpFault;
import org.ontodraft.app.testing.HttpFault.Answer;
import org.slf4j.LoggerFactory;

/**
 * Each fault at each call that opens a pull request: the outcome is the typed one, and running the
 * same steps again ends with exactly one branch and one pull request.
 */
class ForgeFaultsTest {
  private static final String TOKEN = "gho_canary0123456789";
  private static final String BRANCH = "ontodraft/4f1c";

  @TempDir Path folder;
  private GitHistory upstream;
  private ForgeServer server;
  private HttpClient client;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  /**
   * A row of the table.
   *
   * @param effect whether the forge did what was asked in spite of the fault
   */
  record Row(String id, HttpFault fault, ForgeFailure expected, boolean effect) {
    @Override
    public String toString() {
      return id;
    }
  }

  private static Row row(String id, HttpFault fault, ForgeFailure expected) {
    return new Row(id, fault, expected, false);
  }

  private static String message(String text) {
    return "{\"message\":\"" + text + "\",\"documentation_url\":\"https://docs.github.com/rest\"}";
  }

  static List<Row> rows() {
    Instant now = ForgeTests.NOW;
    Answer forbidden =
        Answer.json(403, message("Resource not accessible by personal access token"));
    return List.of(
        row(
            "F01 401 revoked",
            Answer.json(401, message("Bad credentials")),
            new ForgeFailure.SignInRefused()),
        row(
            "F02 403 fine-grained permission",
            forbidden.with("X-Accepted-GitHub-Permissions", "pull_requests=write"),
            new ForgeFailure.PermissionMissing(
                "pull_requests=write", "Resource not accessible by personal access token")),
        row(
            "F03 403 scope",
            Answer.json(403, message("Not enough")).with("X-Accepted-OAuth-Scopes", "repo"),
            new ForgeFailure.PermissionMissing("repo", "Not enough")),
        row(
            "F04 403 single sign-on",
            forbidden.with(
                "X-GitHub-SSO",
                "required; url=https://github.com/orgs/acme/sso?authorization_request=A"),
            new ForgeFailure.SingleSignOnNeeded(
                Optional.of(
                    URI.create("https://github.com/orgs/acme/sso?authorization_request=A")))),
        row(
            "F05 403 single sign-on with a page that is none",
            forbidden.with("X-GitHub-SSO", "required; url=javascript:alert(1)"),
            new ForgeFailure.SingleSignOnNeeded(Optional.empty())),
        row(
            "F06 403 primary limit",
            Answer.json(403, message("API rate limit exceeded"))
                .with("X-RateLimit-Remaining", "0")
                .with(
                    "X-RateLimit-Reset",
                    // By the server's clock, which is hours away from the one of the test.
                    String.valueOf(Instant.now().plusSeconds(900).getEpochSecond())),
            new ForgeFailure.RateLimited(now.plusSeconds(900))),
        row(
            "F07 403 secondary limit without a time",
            Answer.json(403, message("You have exceeded a secondary rate limit"))
                .with("X-RateLimit-Remaining", "4000")
                .with("X-RateLimit-Reset", "1"),
            new ForgeFailure.RateLimited(now.plusSeconds(60))),
        row(
            "F08 429 with retry-after",
            Answer.json(429, message("slow down")).with("Retry-After", "30"),
            new ForgeFailure.RateLimited(now.plusSeconds(30))),
        row(
            "F09 429 page of a proxy",
            Answer.html(429),
            new ForgeFailure.RateLimited(now.plusSeconds(60))),
        row(
            "F10 429 with a wait that is no number",
            Answer.json(429, "{}").with("Retry-After", "99999999999999999999"),
            new ForgeFailure.RateLimited(now.plusSeconds(60))),
        row(
            "F11 404 hides permission",
            Answer.json(404, message("Not Found")),
            new ForgeFailure.NotFound()),
        row(
            "F12 422 of another kind",
            Answer.json(
                422,
                "{\"message\":\"Validation Failed\",\"documentation_url\":\"x\","
                    + "\"errors\":[{\"resource\":\"PullRequest\",\"field\":\"base\",\"code\":\"invalid\"},"
                    + "{\"code\":\"custom\",\"message\":\"No way\"},\"plain\"]}"),
            new ForgeFailure.Rejected(List.of("base invalid", "No way", "plain"))),
        row(
            "F13 422 without a body",
            new Answer(422, Map.of(), ""),
            new ForgeFailure.Rejected(List.of("HTTP 422"))),
        row("F14 500", Answer.json(500, message("oops")), new ForgeFailure.ServerFault(500)),
        row("F15 502 page of a proxy", Answer.html(502), new ForgeFailure.ServerFault(502)),
        row(
            "F16 503 that looks like a limit",
            Answer.html(503).with("Retry-After", "5"),
            new ForgeFailure.ServerFault(503)),
        row(
            "F17 200 sign-in page",
            Answer.html(200),
            new ForgeFailure.UnexpectedAnswer("not JSON")),
        row(
            "F18 200 JSON cut short",
            Answer.json(200, "[{\"number\":"),
            new ForgeFailure.UnexpectedAnswer("not JSON")),
        row(
            "F19 200 a member twice",
            Answer.json(200, "{\"a\":1,\"a\":2}"),
            new ForgeFailure.UnexpectedAnswer("not JSON")),
        row(
            "F20 200 nested without end",
            Answer.json(200, "[".repeat(100_000)),
            new ForgeFailure.UnexpectedAnswer("not JSON")),
        row("F21 418", Answer.json(418, "{}"), new ForgeFailure.UnexpectedAnswer("HTTP 418")),
        row(
            "F22 endless",
            new HttpFault.Endless(),
            new ForgeFailure.UnexpectedAnswer("more than 4194304 bytes")),
        row(
            "F23 silence",
            new HttpFault.Silence(),
            new ForgeFailure.Unreachable(Reason.TIMED_OUT, "")),
        row(
            "F24 cut before the effect",
            new HttpFault.CutBeforeEffect(),
            new ForgeFailure.Unreachable(Reason.CUT_OFF, "")),
        new Row(
            "F25 cut after the effect",
            new HttpFault.CutAfterEffect(),
            new ForgeFailure.Unreachable(Reason.CUT_OFF, ""),
            true),
        new Row(
            "F26 cut in the answer's body",
            new HttpFault.CutInBody(1),
            new ForgeFailure.Unreachable(Reason.CUT_OFF, ""),
            true));
  }

  @BeforeEach
  void start() {
    Logger root = (Logger) LoggerFactory.getLogger("org.ontodraft.app.forge");
    root.setLevel(Level.TRACE);
    root.setAdditive(false);
    log.start();
    root.addAppender(log);
    upstream = GitHistory.bare(folder.resolve("forge/acme/ontology.git"));
    upstream.file("categories/A.json", "{}").commit("one");
    server = ForgeServer.serving(folder.resolve("forge")).requireToken(TOKEN);
    client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  }

  @AfterEach
  void stop() {
    Logger root = (Logger) LoggerFactory.getLogger("org.ontodraft.app.forge");
    root.detachAppender(log);
    root.setLevel(null);
    root.setAdditive(true);
    server.close();
    client.close();
    upstream.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whileOpening(Row row) {
    upstream.on(BRANCH).file("categories/A.json", "{ }").commit("two");
    Forge forge = forge(row);
    ForgeRepository repository = ForgeTests.repository(server, "acme", "ontology");
    server.faults().plan("POST", "/pulls", row.fault(), 1);
    NewPullRequest request = ForgeTests.request(repository, BRANCH);

    OpenOutcome first = forge.open(repository, Secret.of(TOKEN), request);

    assertFailure(first, row);
    assertThat(server.pullRequests()).hasSize(row.effect() ? 1 : 0);
    int number = again(forge, repository, request);
    assertThat(number).isEqualTo(1);
    assertThat(server.pullRequests()).hasSize(1);
    assertThat(server.violations()).isEmpty();
    assertNoToken(first);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whileFinding(Row row) {
    upstream.on(BRANCH).file("categories/A.json", "{ }").commit("two");
    Forge forge = forge(row);
    ForgeRepository repository = ForgeTests.repository(server, "acme", "ontology");
    // The client sends a GET once more by itself when the connection ends without a byte.
    server.faults().plan("GET", "/pulls", row.fault(), 10);

    FindOutcome first =
        forge.find(repository, Secret.of(TOKEN), ForgeTests.head(repository, BRANCH));
    server.faults().clear();

    assertFailure(first, row);
    again(forge, repository, ForgeTests.request(repository, BRANCH));
    assertThat(server.pullRequests()).hasSize(1);
    assertNoToken(first);
  }

  private Forge forge(Row row) {
    boolean waits = row.fault() instanceof HttpFault.Silence;
    return ForgeTests.forge(client, waits ? Duration.ofMillis(300) : Duration.ofSeconds(20));
  }

  /** The steps of a submit after its push, as a second run of the plan does them. */
  private static int again(Forge forge, ForgeRepository repository, NewPullRequest request) {
    return switch (forge.find(repository, Secret.of(TOKEN), request.head())) {
      case FindOutcome.Found found -> found.pullRequest().number();
      case FindOutcome.Absent absent ->
          ((OpenOutcome.Opened) forge.open(repository, Secret.of(TOKEN), request))
              .pullRequest()
              .number();
      case ForgeFailure failure -> throw new AssertionError(failure);
    };
  }

  private static void assertFailure(Object actual, Row row) {
    if (row.expected() instanceof ForgeFailure.Unreachable expected) {
      assertThat(actual).isInstanceOf(ForgeFailure.Unreachable.class);
      assertThat(((ForgeFailure.Unreachable) actual).reason()).isEqualTo(expected.reason());
    } else if (row.expected() instanceof ForgeFailure.RateLimited expected) {
      assertThat(((ForgeFailure.RateLimited) actual).until())
          .isBetween(expected.until().minusSeconds(60), expected.until().plusSeconds(1));
    } else {
      assertThat(actual).isEqualTo(row.expected());
    }
  }

  private void assertNoToken(Object outcome) {
    assertThat(outcome.toString()).doesNotContain(TOKEN);
    assertThat(log.list)
        .isNotEmpty()
        .noneMatch(event -> event.getFormattedMessage().contains(TOKEN))
        .noneMatch(event ->
            event.getThrowableProxy() != null
                && String.valueOf(event.getThrowableProxy().getMessage()).contains(TOKEN));
  }

  @Test
  void nobodyListens() {
    ForgeRepository repository = ForgeTests.repository(server, "acme", "ontology");
    server.close();
    ForgeFailure.Unreachable failure =
        (ForgeFailure.Unreachable)
            ForgeTests.forge(client, Duration.ofSeconds(5)).access(repository, Secret.of(TOKEN));
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
  }

  /** Push and pull request together: the connection is cut at each of them, before and after. */
  static List<Row> cuts() {
    return rows().stream().filter(row -> row.id().matches("F2[456].*|F15.*|F01.*")).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cuts")
  void whilePushing(Row row) {
    Remote remote =
        ((Remote.Parsed.Accepted) Remote.parse(server.cloneAddress("acme/ontology"))).remote();
    Credentials credentials = Credentials.token(remote.origin().orElseThrow(), Secret.of(TOKEN));
    String commit = upstream.on("made").file("categories/A.json", "{ }").commit("two");
    try (GitTransports transports =
            new GitTransports(folder.resolve("home"), Duration.ofSeconds(10));
        OntologyRepository repository =
            OntologyRepository.open(folder.resolve("cache"), transports)) {
      upstream.head("made");
      repository.fetch(remote, credentials, Progress.none());
      upstream.head("main");
      server.faults().plan("POST", "git-receive-pack", row.fault(), 10);

      PushOutcome first = push(repository, remote, credentials, commit);
      server.faults().clear();

      assertThat(first).isNotInstanceOf(PushOutcome.Pushed.class);
      assertThat(first.toString()).doesNotContain(TOKEN);
      assertThat(push(repository, remote, credentials, commit))
          .isEqualTo(row.effect() ? new PushOutcome.AlreadyThere() : new PushOutcome.Pushed());
      assertThat(repository.probe(remote, credentials, BRANCH, Progress.none()))
          .isEqualTo(new ProbeOutcome.Present(commit));
      assertThat(server.branches("acme/ontology"))
          .containsExactlyInAnyOrder("main", "made", BRANCH);
    }
  }

  private static PushOutcome push(
      OntologyRepository repository, Remote remote, Credentials credentials, String commit) {
    return repository.push(remote, credentials, BRANCH, commit, Optional.empty(), Progress.none());
  }
}
