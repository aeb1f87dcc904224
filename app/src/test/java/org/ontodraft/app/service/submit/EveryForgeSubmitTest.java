package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;

/** From an edit to a pull request, and more added to it, at every kind of forge. */
class EveryForgeSubmitTest {
  private static final String TOKEN = "canary-0123456789";
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
    upstream.file("categories/A.json", document("A", "A.")).commit("one");
  }

  private static String document(String label, String description) {
    return """
    {
      "id": "A",
      "label": "%s",
      "description": "%s"
    }
    """
        .formatted(label, description);
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
    Canary.isNowhereBelow(folder, TOKEN);
  }

  private static DraftSession draft(Workspace workspace) {
    DraftSession draft = done(workspace.startDraft("Name A"));
    set(draft, "label", "Alpha");
    return draft;
  }

  private static void set(DraftSession draft, String field, String value) {
    done(draft.setField(A, field, JsonNodeFactory.instance.stringNode(value)));
  }

  private static SubmitOutcome submit(Workspace workspace, DraftSession draft, String title) {
    return workspace
        .submits()
        .submit(draft, title, "It has a name.", false, s -> {}, Progress.none());
  }

  private static Submission sent(Workspace workspace, DraftSession draft, String title) {
    SubmitOutcome outcome = submit(workspace, draft, title);
    assertThat(outcome).isInstanceOf(SubmitOutcome.Sent.class);
    return ((SubmitOutcome.Sent) outcome).submission();
  }

  private static void refused(SubmitOutcome outcome, String code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SubmitOutcome.Failed.class,
            failed -> assertThat(failed.refusal().code()).isEqualTo(code));
  }

  private String git(String... arguments) {
    return GitCommand.in(upstream.folder()).run(arguments);
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void what_is_changed_later_is_added_to_the_same_pull_request(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = draft(workspace);
      Submission first = sent(workspace, draft, "Name A");
      set(draft, "description", "The first.");
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.DRAFT);
      assertThat(workspace.submits().preview(draft).updates()).contains(1);

      Submission second = sent(workspace, draft, "Name and describe A");

      assertThat(second.branch()).isEqualTo(first.branch());
      assertThat(second.number()).isEqualTo(1);
      assertThat(server.pullRequests())
          .singleElement()
          .satisfies(
              one -> assertThat(one.path("title").asString()).isEqualTo("Name and describe A"));
      assertThat(git("log", "--format=%H", "main.." + first.branch()))
          .isEqualTo(second.commit() + "\n" + first.commit());
      assertThat(git("show", first.branch() + ":categories/A.json"))
          .isEqualTo(document("Alpha", "The first.").strip());
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void a_draft_that_was_moved_brings_upstream_along_without_force(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = draft(workspace);
      Submission first = sent(workspace, draft, "Name A");
      upstream.on("main").file("categories/A.json", document("A", "Upstream.")).commit("two");
      done(workspace.refresh(Progress.none()));
      done(workspace.rebaseDraft());

      Submission second = sent(workspace, draft, "Name A");

      assertThat(second.branch()).isEqualTo(first.branch());
      assertThat(git("rev-parse", first.branch() + "^1")).isEqualTo(first.commit());
      assertThat(git("rev-parse", first.branch() + "^2")).isEqualTo(git("rev-parse", "main"));
      assertThat(git("diff", "--numstat", "main", first.branch()))
          .isEqualTo("1\t1\tcategories/A.json");
      assertThat(server.pullRequests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void without_push_right_it_goes_to_a_fork_and_comes_from_there(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      server.mayPush(false);
      DraftSession draft = draft(workspace);

      Submission first = sent(workspace, draft, "Name A");

      assertThat(first.remote()).isEqualTo(server.cloneAddress("ada/ontology"));
      assertThat(server.branches(NAME)).containsExactly("main");
      assertThat(server.branches("ada/ontology")).contains(first.branch());
      assertThat(server.pullRequests()).hasSize(1);

      set(draft, "description", "The first.");
      Submission second = sent(workspace, draft, "Name A");
      assertThat(second.branch()).isEqualTo(first.branch());
      assertThat(server.pullRequests()).hasSize(1);
      assertThat(server.branches(NAME)).containsExactly("main");
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void what_a_maintainer_added_to_the_branch_is_never_written_over(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = draft(workspace);
      Submission first = sent(workspace, draft, "Name A");
      server.editBranch(1, "categories/A.json", document("Alpha", "By a maintainer."));
      String theirs = git("rev-parse", first.branch());
      set(draft, "description", "Mine.");

      refused(submit(workspace, draft, "Name A"), "PUSH-05");

      assertThat(git("rev-parse", first.branch())).isEqualTo(theirs);
      server.close(1, false);
      Submission apart = sent(workspace, draft, "Name A");
      assertThat(apart.branch()).isNotEqualTo(first.branch());
      assertThat(server.pullRequests()).hasSize(2);
      assertThat(git("rev-parse", first.branch())).isEqualTo(theirs);
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void a_branch_that_was_deleted_is_told_and_the_next_try_makes_another(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = draft(workspace);
      Submission first = sent(workspace, draft, "Name A");
      server.deleteBranch(1);
      set(draft, "description", "More.");

      refused(submit(workspace, draft, "Name A"), "PUSH-06");
      Submission second = sent(workspace, draft, "Name A");

      assertThat(second.branch()).isNotEqualTo(first.branch());
      assertThat(server.pullRequests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void words_alone_change_the_pull_request_and_push_nothing(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = draft(workspace);
      Submission first = sent(workspace, draft, "Name A");

      Submission second = sent(workspace, draft, "A gets its name");

      assertThat(second.commit()).isEqualTo(first.commit());
      assertThat(server.pullRequests())
          .singleElement()
          .satisfies(one -> assertThat(one.path("title").asString()).isEqualTo("A gets its name"));
    }
  }
}
