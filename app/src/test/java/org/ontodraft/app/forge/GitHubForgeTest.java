package org.ontodraft.app.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.forge.ForgeFailure.NextStep;
import org.ontodraft.app.forge.ForgeFailure.Reason;
import org.ontodraft.app.forge.PullRequest.State;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.HttpFault;

class GitHubForgeTest {
  private static final String TOKEN = "gho_canary0123456789";

  @TempDir Path folder;
  private GitHistory upstream;
  private ForgeServer server;
  private ForgeRepository repository;
  private HttpClient client;
  private Forge forge;

  @BeforeEach
  void start() {
    upstream = GitHistory.bare(folder.resolve("acme/ontology.git"));
    upstream.file("categories/A.json", "{}").commit("one");
    upstream.on("change-1").file("categories/A.json", "{ }").commit("two");
    server = ForgeServer.serving(folder).requireToken(TOKEN);
    repository = ForgeTests.repository(server, "acme", "ontology");
    client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    forge = ForgeTests.forge(client, Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
    upstream.close();
  }

  private NewPullRequest request(String branch) {
    return ForgeTests.request(repository, branch);
  }

  private HeadBranch head(String branch) {
    return ForgeTests.head(repository, branch);
  }

  private static Secret token() {
    return Secret.of(TOKEN);
  }

  @Test
  void opensOnePullRequestAndFindsItAgain() {
    assertThat(forge.find(repository, token(), head("change-1")))
        .isEqualTo(new FindOutcome.Absent());

    OpenOutcome.Opened opened =
        (OpenOutcome.Opened) forge.open(repository, token(), request("change-1"));
    assertThat(opened.reused()).isFalse();
    assertThat(opened.pullRequest().number()).isEqualTo(1);
    assertThat(opened.pullRequest().state()).isEqualTo(State.OPEN);
    assertThat(opened.pullRequest().baseBranch()).isEqualTo("main");
    assertThat(opened.pullRequest().url())
        .isEqualTo(URI.create("http://" + server.host() + "/acme/ontology/pull/1"));
    assertThat(server.pullRequests().getFirst().path("title").asString()).isEqualTo("Two \u00fc");
    assertThat(server.pullRequests().getFirst().path("body").asString())
        .isEqualTo("Because\n\nof reasons");

    FindOutcome.Found found = (FindOutcome.Found) forge.find(repository, token(), head("change-1"));
    assertThat(found.pullRequest()).isEqualTo(opened.pullRequest());
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void aSecondPullRequestOfABranchIsTheFirst() {
    forge.open(repository, token(), request("change-1"));
    OpenOutcome.Opened again =
        (OpenOutcome.Opened) forge.open(repository, token(), request("change-1"));
    assertThat(again.reused()).isTrue();
    assertThat(again.pullRequest().number()).isEqualTo(1);
    assertThat(server.pullRequests()).hasSize(1);
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void mergedAndClosedAreTold() {
    forge.open(repository, token(), request("change-1"));
    server.close(1, false);
    assertThat(state("change-1")).isEqualTo(State.CLOSED);
    forge.open(repository, token(), request("change-1"));
    assertThat(state("change-1")).isEqualTo(State.OPEN);
    server.close(2, true);
    assertThat(state("change-1")).isEqualTo(State.MERGED);
  }

  private State state(String branch) {
    return ((FindOutcome.Found) forge.find(repository, token(), head(branch)))
        .pullRequest()
        .state();
  }

  @Test
  void accessTellsWhatTheTokenMayDo() {
    assertThat(forge.access(repository, token()))
        .isEqualTo(new AccessOutcome.Access(true, false, "main"));
    server.mayPush(false);
    assertThat(forge.access(repository, token()))
        .isEqualTo(new AccessOutcome.Access(false, false, "main"));
    assertThat(forge.access(ForgeTests.repository(server, "acme", "other"), token()))
        .isEqualTo(new ForgeFailure.NotFound());
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void aBranchThatIsNotThereIsRejectedWithTheReason() {
    assertThat(forge.open(repository, token(), request("nowhere")))
        .isEqualTo(new ForgeFailure.Rejected(List.of("head invalid")));
    assertThat(server.pullRequests()).isEmpty();
  }

  @Test
  void branchNamesAreEscapedInQueries() {
    String name = "o'n&t=1/\u00fcber#a+b";
    upstream.on(name).file("categories/A.json", "{  }").commit("odd name");
    assertThat(forge.open(repository, token(), request(name)))
        .isInstanceOf(OpenOutcome.Opened.class);
    assertThat(forge.find(repository, token(), head(name))).isInstanceOf(FindOutcome.Found.class);
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void pullRequestsOfOtherBranchesAreNotTakenForOurs() {
    forge.open(repository, token(), request("change-1"));
    String other = server.pullRequests().getFirst().toString();
    server.faults().plan("GET", "/pulls", HttpFault.Answer.json(200, "[" + other + "]"), 1);
    assertThat(forge.find(repository, token(), head("change-2")))
        .isEqualTo(new FindOutcome.Absent());
  }

  @Test
  void twoClientsAtOnceMakeOnePullRequest() throws Exception {
    int rounds = 20;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 1; round <= rounds; round++) {
        String branch = "race-" + round;
        upstream.on(branch).file("categories/A.json", "{\"n\":" + round + "}").commit(branch);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<OpenOutcome> client =
            () -> {
              together.await();
              return forge.open(repository, token(), request(branch));
            };
        List<Future<OpenOutcome>> both = threads.invokeAll(List.of(client, client));
        List<Boolean> reused = new ArrayList<>();
        for (Future<OpenOutcome> each : both) {
          reused.add(((OpenOutcome.Opened) each.get()).reused());
        }
        assertThat(reused).containsExactlyInAnyOrder(true, false);
      }
    }
    assertThat(server.pullRequests()).hasSize(rounds);
  }

  @Test
  void aRedirectWithinTheOriginIsFollowedWithMethodAndBody() {
    server
        .faults()
        .plan(
            "POST",
            "/pulls",
            HttpFault.Answer.json(307, "{}")
                .with("Location", server.api() + "/repos/acme/ontology/pulls"),
            1);
    assertThat(forge.open(repository, token(), request("change-1")))
        .isInstanceOf(OpenOutcome.Opened.class);
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void aRedirectToAnotherServerNeverGetsTheToken() {
    try (ForgeServer elsewhere = ForgeServer.serving(folder)) {
      server
          .faults()
          .plan(
              "GET",
              "/repos/acme/ontology",
              HttpFault.Answer.json(301, "{}")
                  .with("Location", elsewhere.api() + "/repos/acme/ontology"),
              1);
      assertThat(forge.access(repository, token()))
          .isEqualTo(new ForgeFailure.Unreachable(Reason.REDIRECTED, "127.0.0.1"));
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void aRedirectInCirclesEnds() {
    server
        .faults()
        .plan(
            "GET",
            "/repos/acme/ontology",
            HttpFault.Answer.json(302, "{}")
                .with("Location", server.api() + "/repos/acme/ontology"),
            100);
    assertThat(forge.access(repository, token()))
        .isEqualTo(new ForgeFailure.UnexpectedAnswer("redirect, HTTP 302"));
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void aTokenNoHeaderMayHoldIsRefusedWithoutACall() {
    for (String bad : List.of("", " ", "gho_a\nX-Evil: 1", "gho_\u00fc", "two words")) {
      assertThat(forge.access(repository, Secret.of(bad)))
          .isEqualTo(new ForgeFailure.SignInRefused());
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aClientThatFollowsRedirectsIsNotTaken() {
    try (HttpClient follows =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ForgeTests.forge(follows, Duration.ofSeconds(1)));
    }
  }

  @Test
  void everyFailureSaysWhatToDo() {
    assertThat(new ForgeFailure.SignInRefused().nextStep()).isEqualTo(NextStep.SIGN_IN);
    assertThat(new ForgeFailure.SingleSignOnNeeded(Optional.empty()).nextStep())
        .isEqualTo(NextStep.GRANT_PERMISSION);
    assertThat(new ForgeFailure.RateLimited(Instant.EPOCH).nextStep()).isEqualTo(NextStep.WAIT);
    for (Reason reason : Reason.values()) {
      assertThat(new ForgeFailure.Unreachable(reason, "").nextStep())
          .isIn(NextStep.TRY_AGAIN, NextStep.CHECK_ADDRESS);
    }
  }
}
