package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.ReviewRequest;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.DescriptionTemplate.Origin;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a pull request says, where it goes, and who else is at it. */
class DescriptionTest {
  private static final String TOKEN = "canary-0123456789";
  private static final String NAME = "acme/ontology";
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");
  private static final String FILE = "{\n  \"id\": \"A\",\n  \"label\": \"%s\"\n}\n";

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
        .file("categories/A.json", FILE.formatted("A"))
        .file("categories/B.json", "{\n  \"id\": \"B\"\n}\n")
        .commit("one");
  }

  private Workspace open(ForgeKind kind) {
    server = ForgeServer.serving(folder.resolve("forge"), kind).requireToken(TOKEN);
    parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
    return parts.open(new OpenRequest.Address(server.cloneAddress(NAME)));
  }

  @AfterEach
  void stop() {
    assertThat(server.violations()).isEmpty();
    parts.close();
    server.close();
    upstream.close();
  }

  private static DraftSession draft(Workspace workspace) {
    DraftSession draft = done(workspace.startDraft("Name A"));
    done(draft.setField(A, "label", JsonNodeFactory.instance.stringNode("Alpha")));
    return draft;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".github/pull_request_template.md",
        ".gitlab/merge_request_templates/Default.md",
        ".gitea/PULL_REQUEST_TEMPLATE.md",
        "docs/pull_request_template.md"
      })
  void the_repository_s_template_is_honoured_with_the_changes_below(String path) {
    upstream.file(path, "# Checklist\n\n- [ ] discussed\n").commit("two");
    try (Workspace workspace = open(ForgeKind.GITHUB)) {
      SubmitPreview preview = workspace.submits().preview(draft(workspace));
      assertThat(preview.template().origin()).isEqualTo(Origin.REPOSITORY);
      assertThat(preview.template().path()).isEqualTo(path);
      assertThat(preview.body())
          .startsWith("# Checklist\n\n- [ ] discussed\n\n## Summary\n\n")
          .contains("- update `A`: `label`");
    }
  }

  @Test
  void one_s_own_template_comes_first_is_kept_over_a_restart_and_given_up() {
    upstream.file(".github/pull_request_template.md", "Theirs.\n").commit("two");
    try (Workspace workspace = open(ForgeKind.GITHUB)) {
      DraftSession draft = draft(workspace);
      done(draft.describe("Name A", "Say {impact} of $1 \\ it."));
      workspace.submits().keepTemplate("Mine: {summary}\n\n{findings}\n\n{unknown}\n");
      SubmitPreview preview = workspace.submits().preview(draft);
      assertThat(preview.template().origin()).isEqualTo(Origin.OWN);
      // Nothing that is put in is looked at again.
      assertThat(preview.body()).isEqualTo("Mine: Say {impact} of $1 \\ it.\n\n{unknown}\n");
    }
    parts.close();
    parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
    try (Workspace workspace = parts.open(new OpenRequest.Address(server.cloneAddress(NAME)))) {
      DraftSession draft = done(workspace.openDraft(workspace.drafts().get().getFirst().id()));
      assertThat(workspace.submits().preview(draft).body()).startsWith("Mine: ");
      workspace.submits().keepTemplate("");
      assertThat(workspace.submits().preview(draft).body()).startsWith("Theirs.");
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void who_changed_the_files_lately_is_named_and_asked_for_by_user_name(ForgeKind kind) {
    upstream.by("Eve Editor", "eve@example.org").file("categories/A.json", FILE.formatted("A2"));
    upstream.commit("two");
    upstream.by("Nobody Known", "nobody@example.org");
    upstream.file("categories/A.json", FILE.formatted("A3")).commit("three");
    try (Workspace workspace = open(kind)) {
      server.user("ada@example.org", ForgeServer.USER).user("eve@example.org", "eve");
      SubmitPreview preview = workspace.submits().preview(draft(workspace));
      assertThat(preview.lately())
          .extracting(LatelyChanged::name)
          .containsExactly("Nobody Known", "Eve Editor", "Ada Curator");

      Suggested suggested = done(workspace.submits().suggestReviewers(preview));

      assertThat(suggested.told()).isEqualTo(kind != ForgeKind.GITLAB);
      assertThat(suggested.logins())
          .as("neither the curator nor who is no user")
          .containsExactlyElementsOf(kind == ForgeKind.GITLAB ? List.of() : List.of("eve"));
      long asked = commitsAskedFor();
      done(workspace.submits().suggestReviewers(preview));
      assertThat(commitsAskedFor()).as("a commit is asked for once").isEqualTo(asked);
    }
  }

  private long commitsAskedFor() {
    return server.requests().stream().filter(request -> request.contains("/commits?")).count();
  }

  @Test
  void whoever_cannot_be_asked_for_is_refused_with_a_reason() {
    try (Workspace workspace = open(ForgeKind.GITHUB)) {
      SubmitPreview preview = workspace.submits().preview(draft(workspace));
      server.goAway();
      assertThat(workspace.submits().suggestReviewers(preview))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("FORGE-04"));
      server.comeBack();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "main,           0, ''",
    "release,        2, three; two",
    "before-release, 1, three",
    "ahead,          0, ''",
  })
  void what_would_come_along_into_another_branch_is_counted(
      String branch, int count, String newest) {
    upstream.on("main").on("release");
    upstream.file("categories/R.json", "{\n  \"id\": \"R\"\n}\n").commit("only there");
    upstream.on("main").file("categories/A.json", FILE.formatted("A2")).commit("two");
    upstream.on("main").on("before-release");
    upstream.file("categories/R.json", "{\n  \"id\": \"R\"\n}\n").commit("only here");
    upstream.on("main").file("categories/A.json", FILE.formatted("A3")).commit("three");
    upstream.on("main").on("ahead");
    upstream.file("categories/R.json", "{\n  \"id\": \"R\"\n}\n").commit("further");
    try (Workspace workspace = open(ForgeKind.GITHUB)) {
      ComingAlong along =
          done(workspace.submits().comingAlong(draft(workspace), branch.strip(), Progress.none()));
      assertThat(along.into()).isEqualTo(branch);
      assertThat(along.from()).isEqualTo("main");
      assertThat(along.count()).isEqualTo(count);
      assertThat(String.join("; ", along.newest())).isEqualTo(newest);
    }
  }

  @Test
  void a_branch_that_the_remote_has_not_is_told() {
    try (Workspace workspace = open(ForgeKind.GITHUB)) {
      assertThat(workspace.submits().comingAlong(draft(workspace), "gone", Progress.none()))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> {
                assertThat(refused.refusal().code()).isEqualTo("SUBMIT-10");
                assertThat(refused.refusal().arguments()).contains("gone", "main");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void open_pull_requests_of_others_on_the_same_entity_are_told(ForgeKind kind) {
    upstream.on("main").on("theirs").file("categories/A.json", FILE.formatted("Alfa")).commit("x");
    upstream.on("main").on("other").file("categories/B.json", "{}\n").commit("y");
    try (Workspace workspace = open(kind)) {
      DraftSession draft = draft(workspace);
      server.opened(NAME, "theirs", "eve", "Alfa for A");
      server.opened(NAME, "other", "bob", "B");

      List<Overlap> overlaps = done(workspace.submits().overlaps(draft));

      assertThat(overlaps)
          .singleElement()
          .satisfies(one -> {
            assertThat(one.pullRequest().number()).isEqualTo(1);
            assertThat(one.pullRequest().author()).isEqualTo("eve");
            assertThat(one.pullRequest().title()).isEqualTo("Alfa for A");
            assertThat(one.entities()).containsExactly(A);
          });
      long asked = apiCalls();
      int unchanged = server.notModified();
      assertThat(done(workspace.submits().overlaps(draft))).hasSize(1);
      // The files of a commit are asked for once, and the list costs no rate limit.
      assertThat(apiCalls()).isEqualTo(asked + 1);
      assertThat(server.notModified()).isEqualTo(unchanged + 1);

      workspace.submits().submit(draft, "Name A", "", false, step -> {}, Progress.none());
      assertThat(done(workspace.submits().overlaps(draft))).hasSize(1);
    }
  }

  /** What the forge was asked, without Git: the radar may fetch what was listed meanwhile. */
  private long apiCalls() {
    return server.requests().stream().filter(call -> !call.contains(".git/")).count();
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void another_branch_can_be_merged_into(ForgeKind kind) {
    upstream.on("main").on("next").file("README.md", "Next.\n").commit("x");
    try (Workspace workspace = open(kind)) {
      Wishes wishes = new Wishes(false, new ReviewRequest(List.of(), List.of()), " next ");
      assertThat(
              workspace
                  .submits()
                  .submit(
                      draft(workspace), "Name A", "", false, wishes, step -> {}, Progress.none()))
          .isInstanceOf(SubmitOutcome.Sent.class);
      assertThat(server.target(1)).isEqualTo("next");
    }
  }
}
