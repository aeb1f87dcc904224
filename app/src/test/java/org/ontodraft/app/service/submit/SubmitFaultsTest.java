package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.bootstrap.EmbeddedStores;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Store;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.HttpFault;
import org.ontodraft.app.testing.HttpFault.Answer;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Submits to a GitHub-shaped server over a real repository. Whatever goes wrong in a first try, the
 * draft is as it was, and a second try ends with one branch and one pull request.
 */
class SubmitFaultsTest {
  private static final String TOKEN = "ghp_0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String NAME = "acme/ontology";
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  private RealServices parts;

  @BeforeEach
  void start() {
    upstream = GitHistory.bare(folder.resolve("forge/acme/ontology.git"));
    upstream
        .file(
            "categories/A.json",
            "{\n  \"id\": \"A\",\n  \"label\": \"A\",\n  \"description\": \"A.\"\n}\n")
        .commit("one");
    server = ForgeServer.serving(folder.resolve("forge")).requireToken(TOKEN);
    parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
  }

  @AfterEach
  void stop() {
    parts.close();
    server.close();
    upstream.close();
  }

  private Workspace open() {
    return parts.open(new OpenRequest.Address(server.cloneAddress(NAME)));
  }

  private static DraftSession draft(Workspace workspace) {
    DraftSession draft = done(workspace.startDraft("Name A"));
    done(draft.setField(A, "label", JsonNodeFactory.instance.stringNode("Alpha")));
    return draft;
  }

  private static SubmitOutcome submit(Workspace workspace, DraftSession draft) {
    return workspace
        .submits()
        .submit(draft, "Name A", "It has a name.", false, step -> {}, Progress.none());
  }

  @Test
  void the_pull_request_is_open_and_the_draft_knows_where() {
    try (Workspace workspace = open()) {
      DraftSession draft = draft(workspace);
      SubmitPreview preview = workspace.submits().preview(draft);
      List<StepReport> steps = new ArrayList<>();

      SubmitOutcome outcome =
          workspace
              .submits()
              .submit(draft, "Name A", "It has a name.", false, steps::add, Progress.none());

      Submission sent = ((SubmitOutcome.Sent) outcome).submission();
      assertThat(preview.opensPullRequest()).isTrue();
      assertThat(sent.branch()).isEqualTo(preview.branch());
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
      assertThat(draft.draft().get().pullRequestUrl())
          .isEqualTo("http://" + server.host() + "/acme/ontology/pull/1");
      assertThat(server.pullRequests())
          .singleElement()
          .satisfies(made -> assertThat(made.path("title").asString()).isEqualTo("Name A"));
      assertThat(GitCommand.in(upstream.folder()).run("diff", "--numstat", "main", sent.branch()))
          .isEqualToIgnoringNewLines("1\t1\tcategories/A.json");
      assertThat(steps)
          .filteredOn(step -> step.state() == StepReport.State.DONE)
          .extracting(StepReport::step)
          .containsExactly(SubmitStep.values());
      assertThat(server.violations()).isEmpty();
    }
  }

  @Test
  void without_a_token_the_branch_waits_for_its_pull_request() {
    try (Workspace workspace = open()) {
      parts
          .services()
          .secrets()
          .forget(org.ontodraft.app.secret.Origin.of("http", "127.0.0.1", port()));
      DraftSession draft = draft(workspace);

      SubmitOutcome outcome = submit(workspace, draft);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              SubmitOutcome.Failed.class,
              failed -> assertThat(failed.refusal().code()).isEqualTo("GIT-01"));
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.DRAFT);
    }
  }

  @Test
  void a_broken_change_shows_what_it_meant_and_keeps_the_draft_from_being_sent() {
    String store;
    Draft made;
    SourceFile file;
    try (Workspace workspace = open()) {
      store = workspace.info().id();
      made = draft(workspace).draft().get();
      file = workspace.canonical().get().file(A);
    }
    DraftChange broken =
        new DraftChange.Update(
            A,
            file,
            JsonPatch.parse(
                """
                [{"op": "replace", "path": "/label", "value": "Alpha"},
                 {"op": "remove", "path": "/parents"}]
                """));
    DataDirectory data = new DataDirectory(folder.resolve("home/data"));
    try (Store opened =
        done(new EmbeddedStores(data, InstantSource.system(), Runnable::run).open(store))) {
      opened
          .drafts()
          .rebase(opened.drafts().find(made.id()).orElseThrow(), made.base(), List.of(broken));
    }

    try (Workspace workspace = open()) {
      DraftSession draft = done(workspace.openDraft(made.id()));
      SubmitOutcome outcome = submit(workspace, draft);

      assertThat(workspace.effective().get().status(A)).isEqualTo(EntityStatus.BROKEN);
      assertThat(workspace.effective().get().document(A).label()).contains("Alpha");
      assertThat(outcome)
          .isInstanceOfSatisfying(
              SubmitOutcome.Failed.class,
              failed -> assertThat(failed.refusal().code()).isEqualTo("SUBMIT-02"));
      assertThat(server.pullRequests()).isEmpty();
      assertThat(GitCommand.in(upstream.folder()).run("branch", "--list").strip())
          .isEqualTo("* main");

      done(draft.revertField(A, "parents"));
      assertThat(submit(workspace, draft)).isInstanceOf(SubmitOutcome.Sent.class);
    }
  }

  @Test
  void what_upstream_changed_too_is_shown_in_conflict_with_the_drafts_value()
      throws InterruptedException {
    try (Workspace workspace = open()) {
      DraftSession draft = draft(workspace);
      upstream
          .file(
              "categories/A.json",
              "{\n  \"id\": \"A\",\n  \"label\": \"Omega\",\n  \"description\": \"A.\"\n}\n")
          .commit("two");
      CountDownLatch marked = new CountDownLatch(1);
      try (Subscription following =
          workspace
              .effective()
              .follow(view -> {
                if (view.status(A) == EntityStatus.CONFLICTED) {
                  marked.countDown();
                }
              })) {
        done(workspace.refresh(Progress.none()));
        assertThat(marked.await(1, TimeUnit.MINUTES)).isTrue();
      }

      assertThat(workspace.effective().get().document(A).label()).contains("Alpha");
      assertThat(workspace.effective().get().fieldStatuses(A))
          .isEqualTo(Map.of("label", EntityStatus.CONFLICTED));
      done(draft.setField(A, "description", JsonNodeFactory.instance.stringNode("Mine.")));
      assertThat(workspace.effective().get().status(A)).isEqualTo(EntityStatus.CONFLICTED);
      assertThat(submit(workspace, draft)).isInstanceOf(SubmitOutcome.UpstreamMoved.class);
    }
  }

  private int port() {
    return Integer.parseInt(server.host().substring(server.host().indexOf(':') + 1));
  }

  /** A row of the table: the call that goes wrong, how, and the code the curator sees. */
  record Row(String id, String method, String path, HttpFault fault, String code) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Row> rows() {
    HttpFault before = new HttpFault.CutBeforeEffect();
    HttpFault after = new HttpFault.CutAfterEffect();
    String push = "git-receive-pack";
    return Stream.of(
        new Row("S01-push-cut-before", "POST", push, before, "NET-0[0-9]"),
        new Row("S02-push-cut-after", "POST", push, after, "NET-0[0-9]"),
        new Row("S03-push-500", "POST", push, Answer.html(500), "NET-08"),
        new Row("S04-push-403", "POST", push, Answer.html(403), "PUSH-04"),
        new Row("S05-find-500", "GET", "/pulls", Answer.json(500, "{}"), "FORGE-11"),
        new Row(
            "S07-open-401",
            "POST",
            "/pulls",
            Answer.json(401, "{\"message\":\"Bad credentials\"}"),
            "FORGE-05"),
        new Row(
            "S08-open-403",
            "POST",
            "/pulls",
            Answer.json(403, "{\"message\":\"Resource not accessible\"}"),
            "FORGE-06"),
        new Row(
            "S09-open-404",
            "POST",
            "/pulls",
            Answer.json(404, "{\"message\":\"Not Found\"}"),
            "FORGE-08"),
        new Row(
            "S10-open-422",
            "POST",
            "/pulls",
            Answer.json(
                422,
                "{\"message\":\"Validation Failed\",\"errors\":[{\"message\":\"base is odd\"}]}"),
            "FORGE-10"),
        new Row(
            "S11-open-429",
            "POST",
            "/pulls",
            Answer.json(429, "{\"message\":\"slow down\"}").with("Retry-After", "60"),
            "FORGE-09"),
        new Row("S12-open-500", "POST", "/pulls", Answer.json(500, "{}"), "FORGE-11"),
        new Row("S13-open-502-page", "POST", "/pulls", Answer.html(502), "FORGE-1[12]"),
        new Row("S14-open-cut-before", "POST", "/pulls", before, "FORGE-04"),
        new Row("S15-open-cut-after", "POST", "/pulls", after, "FORGE-04"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void a_second_try_ends_with_one_branch_and_one_pull_request(Row row) {
    try (Workspace workspace = open()) {
      DraftSession draft = draft(workspace);
      server.faults().plan(row.method(), row.path(), row.fault(), 1);

      SubmitOutcome first = submit(workspace, draft);

      assertThat(first)
          .isInstanceOfSatisfying(
              SubmitOutcome.Failed.class,
              failed -> {
                assertThat(failed.refusal().code()).matches(row.code());
                assertThat(failed.toString()).doesNotContain(TOKEN);
                boolean afterPush = failed.step().compareTo(SubmitStep.PUSH) > 0;
                assertThat(failed.onServer().isEmpty()).isEqualTo(!afterPush);
              });
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.DRAFT);
      assertThat(draft.effective().get().document(A).label()).contains("Alpha");

      assertThat(submit(workspace, draft)).isInstanceOf(SubmitOutcome.Sent.class);
      assertThat(server.pullRequests()).hasSize(1);
      assertThat(server.branches(NAME)).hasSize(2).contains("main");
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
    }
  }

  @Test
  void a_branch_of_somebody_else_is_left_alone_and_the_next_try_takes_another() {
    try (Workspace workspace = open()) {
      DraftSession draft = draft(workspace);
      String taken = workspace.submits().preview(draft).branch();
      upstream.on(taken).file("categories/B.json", "{}").commit("not ours");
      upstream.on("main");

      SubmitOutcome first = submit(workspace, draft);

      assertThat(first)
          .isInstanceOfSatisfying(
              SubmitOutcome.Failed.class,
              failed -> assertThat(failed.refusal().code()).isEqualTo("PUSH-01"));
      assertThat(submit(workspace, draft))
          .isInstanceOfSatisfying(
              SubmitOutcome.Sent.class,
              sent -> assertThat(sent.submission().branch()).isNotEqualTo(taken));
      assertThat(server.pullRequests()).hasSize(1);
    }
  }
}
