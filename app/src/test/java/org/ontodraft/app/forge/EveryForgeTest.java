package org.ontodraft.app.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.forge.PullRequest.State;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.VersionPages;

/** What all adapters do alike, each against its forge's description over real repositories. */
class EveryForgeTest {
  private static final String TOKEN = "canary-0123456789";

  @TempDir Path folder;
  private GitHistory upstream;
  private HttpClient client;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  private ForgeRepository repository;

  @SuppressWarnings("NullAway.Init")
  private Forge forge;

  @BeforeEach
  void start() {
    upstream = GitHistory.bare(folder.resolve("acme/ontology.git"));
    upstream.file("categories/A.json", "{}").commit("one");
    upstream.on("change/1").file("categories/A.json", "{ }").commit("two");
    client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  }

  private void serve(ForgeKind kind) {
    server = ForgeServer.serving(folder, kind).requireToken(TOKEN);
    repository = ForgeTests.repository(server, "acme", "ontology");
    forge = ForgeTests.forge(client, Duration.ofSeconds(10));
    assertThat(repository.kind()).isEqualTo(kind);
  }

  @AfterEach
  void stop() {
    assertThat(server.violations()).isEmpty();
    assertThat(server.requests()).noneMatch(request -> request.contains(TOKEN));
    server.close();
    client.close();
    upstream.close();
  }

  private static Secret token() {
    return Secret.of(TOKEN);
  }

  private PullRequest open() {
    return ((OpenOutcome.Opened)
            forge.open(repository, token(), ForgeTests.request(repository, "change/1")))
        .pullRequest();
  }

  private static <T> T given(ForgeReply<T> reply) {
    return switch (reply) {
      case ForgeReply.Given<T> given -> given.value();
      case ForgeReply.Failed<T> failed -> throw new AssertionError(failed.failure().toString());
    };
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void opens_one_and_finds_it_again(ForgeKind kind) {
    serve(kind);
    HeadBranch head = ForgeTests.head(repository, "change/1");
    assertThat(forge.find(repository, token(), head)).isEqualTo(new FindOutcome.Absent());

    PullRequest opened = open();

    assertThat(opened.number()).isEqualTo(1);
    assertThat(opened.state()).isEqualTo(State.OPEN);
    assertThat(opened.title()).isEqualTo("Two \u00fc");
    assertThat(opened.body()).isEqualTo("Because\n\nof reasons");
    assertThat(opened.baseBranch()).isEqualTo("main");
    assertThat(opened.headCommit()).hasSize(40);
    assertThat(forge.find(repository, token(), head)).isEqualTo(new FindOutcome.Found(opened));
    assertThat(forge.open(repository, token(), ForgeTests.request(repository, "change/1")))
        .isEqualTo(new OpenOutcome.Opened(opened, true));
    assertThat(server.pullRequests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void changes_words_closes_and_takes_up_again(ForgeKind kind) {
    serve(kind);
    open();

    PullRequest reworded =
        given(forge.revise(repository, token(), 1, new Revision.Words("Other", "words")));
    assertThat(reworded.title()).isEqualTo("Other");
    assertThat(reworded.body()).isEqualTo("words");
    assertThat(given(forge.revise(repository, token(), 1, new Revision.Close())).state())
        .isEqualTo(State.CLOSED);
    assertThat(given(forge.revise(repository, token(), 1, new Revision.Reopen())).state())
        .isEqualTo(State.OPEN);
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void a_branch_that_is_not_there_is_rejected_with_a_reason(ForgeKind kind) {
    serve(kind);
    assertThat(forge.open(repository, token(), ForgeTests.request(repository, "nowhere")))
        .isInstanceOfSatisfying(
            ForgeFailure.Rejected.class,
            rejected -> assertThat(rejected.reasons()).isNotEmpty().doesNotContain(""));
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void without_push_right_a_fork_is_made_once_and_opened_from(ForgeKind kind) {
    serve(kind);
    server.mayPush(false);
    assertThat(forge.access(repository, token()))
        .isEqualTo(new AccessOutcome.Access(false, false, "main"));

    ForgeRepository fork = given(forge.fork(repository, token()));

    assertThat(fork.fullName()).isEqualTo("ada/ontology");
    assertThat(given(forge.fork(repository, token()))).isEqualTo(fork);
    assertThat(forge.access(fork, token()))
        .isEqualTo(new AccessOutcome.Access(true, false, "main"));
    HeadBranch head = new HeadBranch(fork, "change/1");
    NewPullRequest request = new NewPullRequest("t", "b", head, "main", false);
    PullRequest opened =
        ((OpenOutcome.Opened) forge.open(repository, token(), request)).pullRequest();
    assertThat(forge.find(repository, token(), head)).isEqualTo(new FindOutcome.Found(opened));
    // The branch of that name in the repository itself has no pull request.
    assertThat(forge.find(repository, token(), ForgeTests.head(repository, "change/1")))
        .isEqualTo(new FindOutcome.Absent());
    assertThat(opened.url().toString()).contains("/acme/ontology/");
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void tells_how_it_stands(ForgeKind kind) {
    serve(kind);
    PullRequest opened = open();
    Standing fresh = given(forge.standing(repository, token(), 1));
    assertThat(fresh)
        .isEqualTo(
            new Standing(
                opened, Standing.Checks.NONE, List.of(), List.of(), java.util.Optional.empty()));

    server.check(1, null);
    server.review(1, "bob", false);
    Standing asked = given(forge.standing(repository, token(), 1));
    assertThat(asked.checks()).isEqualTo(Standing.Checks.PENDING);
    assertThat(asked.changesRequestedBy()).containsExactly("bob");

    server.check(1, true);
    server.review(1, "eve", true);
    Standing approved = given(forge.standing(repository, token(), 1));
    assertThat(approved.checks()).isEqualTo(Standing.Checks.PASSED);
    assertThat(approved.approvedBy()).contains("eve");

    server.check(1, false);
    assertThat(given(forge.standing(repository, token(), 1)).checks())
        .isEqualTo(Standing.Checks.FAILED);

    server.merge(1, ForgeServer.Way.SQUASH);
    Standing merged = given(forge.standing(repository, token(), 1));
    assertThat(merged.pullRequest().state()).isEqualTo(State.MERGED);
    assertThat(merged.mergeCommit().orElseThrow()).hasSize(40);
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void what_has_not_changed_is_not_sent_again(ForgeKind kind) {
    serve(kind);
    open();
    Standing first = given(forge.standing(repository, token(), 1));
    int before = server.notModified();
    assertThat(given(forge.standing(repository, token(), 1))).isEqualTo(first);
    assertThat(server.notModified() - before).isGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void reads_comments_as_text_and_answers_them(ForgeKind kind) {
    serve(kind);
    open();
    server.comment(1, "bob", "", 0, "<script>alert(1)</script>");
    server.comment(1, "eve", "categories/A.json", 3, "Why?");
    server.comment(1, "eve", "categories/A.json", 0, "Gone");

    List<ReviewComment> all = given(forge.comments(repository, token(), 1));

    assertThat(all)
        .extracting(ReviewComment::text)
        .containsExactlyInAnyOrder("<script>alert(1)</script>", "Why?", "Gone");
    ReviewComment onLine =
        all.stream().filter(one -> one.text().equals("Why?")).findFirst().orElseThrow();
    assertThat(onLine.path()).isEqualTo("categories/A.json");
    assertThat(onLine.line()).isEqualTo(3);
    assertThat(onLine.author()).isEqualTo("eve");
    ReviewComment gone =
        all.stream().filter(one -> one.text().equals("Gone")).findFirst().orElseThrow();
    assertThat(gone.line()).isZero();

    given(forge.answer(repository, token(), 1, onLine, "Because."));
    given(forge.comment(repository, token(), 1, "To all."));

    List<ReviewComment> later = given(forge.comments(repository, token(), 1));
    assertThat(later).extracting(ReviewComment::text).contains("Because.", "To all.");
    assertThat(later.stream().filter(one -> one.text().equals("Because.")).findFirst())
        .hasValueSatisfying(answer -> assertThat(answer.thread()).isEqualTo(onLine.thread()));
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void asks_for_reviewers_and_labels(ForgeKind kind) {
    serve(kind);
    open();
    given(
        forge.request(
            repository, token(), 1, new ReviewRequest(List.of("bob"), List.of("schema"))));
    assertThat(server.wished(1)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void tells_who_the_token_stands_for(ForgeKind kind) {
    serve(kind);
    ForgePerson person = given(forge.who(kind, URI.create(server.api()), token()));
    assertThat(person.user()).isEqualTo(ForgeServer.USER);
    if (kind == ForgeKind.GITLAB) {
      assertThat(person.scopes()).containsExactly("api");
      assertThat(person.expires()).isPresent();
    }
    assertThat(forge.who(kind, URI.create(server.api()), Secret.of("other")))
        .isEqualTo(ForgeReply.failed(new ForgeFailure.SignInRefused()));
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void a_long_list_is_read_page_by_page(ForgeKind kind) {
    serve(kind);
    open();
    for (int i = 0; i < 250; i++) {
      server.comment(1, "bob", kind == ForgeKind.GITEA ? "" : "categories/A.json", 1, "c" + i);
    }
    assertThat(given(forge.comments(repository, token(), 1))).hasSize(250);
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void a_probe_without_a_token_tells_the_kind(ForgeKind kind) {
    serve(kind);
    VersionPages pages = new VersionPages(kind);
    try (pages) {
      ForgeProbe probe = new ForgeProbe(client, Duration.ofSeconds(5), () -> ForgeTests.NOW);
      Origin origin = Origin.of(URI.create(pages.address()));
      assertThat(probe.ask(origin))
          .isEqualTo(
              new ForgeProbe.Found.Known(kind, URI.create(pages.address() + kind.apiPath())));
      assertThat(pages.authorizations()).isZero();
    }
    assertThat(
            new ForgeProbe(client, Duration.ofSeconds(5), () -> ForgeTests.NOW)
                .ask(Origin.of(URI.create(pages.address()))))
        .isInstanceOf(ForgeProbe.Found.Away.class);
  }
}
