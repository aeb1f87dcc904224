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
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.service.tracking.TrackedPullRequest.Phase;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.ForgeServer.Way;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.part.DraftPart;
import org.ontodraft.model.part.LeftOut;
import tools.jackson.databind.node.JsonNodeFactory;

/** A part of a draft is sent; the rest stays, also over a restart and after the part landed. */
class PartialSubmitTest {
  private static final String TOKEN = "canary-0123456789";
  private static final String NAME = "acme/ontology";
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");
  private static final EntityKey B = EntityKey.of(EntityType.CATEGORY, "B");
  private static final DraftPart DESCRIPTION = new DraftPart(A, "description");

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
        .file("categories/A.json", document("A", "A", "A."))
        .file("categories/B.json", document("B", "B", "B."))
        .commit("one");
  }

  private static String document(String id, String label, String description) {
    return """
    {
      "id": "%s",
      "label": "%s",
      "description": "%s"
    }
    """
        .formatted(id, label, description);
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

  private static void set(DraftSession draft, EntityKey key, String field, String value) {
    done(draft.setField(key, field, JsonNodeFactory.instance.stringNode(value)));
  }

  private static DraftSession draft(Workspace workspace) {
    DraftSession draft = done(workspace.startDraft("Names"));
    set(draft, A, "label", "Alpha");
    set(draft, A, "description", "The first.");
    done(draft.delete(B));
    return draft;
  }

  private static Submission submit(Workspace workspace, DraftSession draft) {
    SubmitOutcome outcome =
        workspace.submits().submit(draft, "Names", "", false, step -> {}, Progress.none());
    assertThat(outcome).isInstanceOf(SubmitOutcome.Sent.class);
    return ((SubmitOutcome.Sent) outcome).submission();
  }

  private String sent(Submission submission, String path) {
    return GitCommand.in(upstream.folder()).run("show", submission.commit() + ":" + path) + "\n";
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void the_commit_holds_what_is_included_and_the_rest_lives_on_after_the_merge(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = draft(workspace);
      assertThat(workspace.submits().preview(draft).level()).isEqualTo(SemverLevel.MAJOR);

      workspace.submits().leaveOut(draft, LeftOut.of(List.of(DESCRIPTION, DraftPart.whole(B))));
      SubmitPreview preview = workspace.submits().preview(draft);
      assertThat(preview.level()).isEqualTo(SemverLevel.PATCH);
      assertThat(preview.files()).hasSize(1);
      Submission first = submit(workspace, draft);

      assertThat(sent(first, "categories/A.json")).isEqualTo(document("A", "Alpha", "A."));
      assertThat(sent(first, "categories/B.json")).isEqualTo(document("B", "B", "B."));
      server.merge(1, Way.SQUASH);
      done(workspace.tracking().ask(Progress.none()));
      TrackedPullRequest tracked = workspace.tracking().tracked().get().get(draft.id());
      assertThat(tracked).isNotNull();
      assertThat(tracked.phase()).isEqualTo(Phase.MERGED);
      assertThat(tracked.differences()).isEmpty();
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.DRAFT);

      DraftSession rest = done(workspace.rebaseDraft());
      ChosenParts chosen = workspace.submits().chosen(rest);
      assertThat(chosen.leftOut().isEmpty()).isTrue();
      assertThat(chosen.parts().all()).containsExactly(DESCRIPTION, DraftPart.whole(B));
      Submission second = submit(workspace, rest);
      assertThat(second.branch()).isNotEqualTo(first.branch());
      assertThat(sent(second, "categories/A.json")).isEqualTo(document("A", "Alpha", "The first."));
      server.merge(2, Way.MERGE);
      done(workspace.tracking().ask(Progress.none()));
      assertThat(rest.draft().get().status()).isEqualTo(DraftStatus.MERGED);
    }
  }

  @Test
  void what_is_left_out_goes_with_the_next_submit_to_the_same_pull_request() {
    try (Workspace workspace = open(ForgeKind.GITHUB)) {
      DraftSession draft = draft(workspace);
      workspace.submits().leaveOut(draft, LeftOut.of(List.of(DraftPart.whole(B))));
      submit(workspace, draft);
      workspace.submits().leaveOut(draft, LeftOut.NONE);

      Submission all = submit(workspace, draft);

      assertThat(server.pullRequests()).hasSize(1);
      assertThat(
              GitCommand.in(upstream.folder())
                  .run("ls-tree", "--name-only", all.commit(), "categories/"))
          .isEqualTo("categories/A.json");
    }
  }

  @Test
  void what_is_left_out_is_remembered_over_a_restart() {
    LeftOut leftOut = LeftOut.of(List.of(DESCRIPTION, DraftPart.whole(B)));
    try (Workspace workspace = open(ForgeKind.GITEA)) {
      workspace.submits().leaveOut(draft(workspace), leftOut);
    }
    parts.close();
    parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
    try (Workspace workspace = parts.open(new OpenRequest.Address(server.cloneAddress(NAME)))) {
      DraftSession draft = done(workspace.openDraft(workspace.drafts().get().getFirst().id()));
      assertThat(workspace.submits().chosen(draft).leftOut()).isEqualTo(leftOut);
      assertThat(workspace.submits().preview(draft).files()).hasSize(1);
    }
  }
}
