package org.ontodraft.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.StepReport;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.submit.SubmitPreview;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;

/** From the sample to a pushed branch, through the services, with every part real. */
class WholePathTest {
  private static final EntityKey SPECIMEN = EntityKey.of(EntityType.CATEGORY, "Specimen");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealServices parts;

  @BeforeEach
  void start() {
    parts = new RealServices(folder);
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  private Workspace openSample() {
    return parts.open(new OpenRequest.Sample());
  }

  @Test
  void a_draft_of_the_sample_is_pushed_with_only_its_lines() throws Exception {
    try (Workspace workspace = openSample()) {
      DraftSession draft = done(workspace.startDraft("Rename specimens"));
      done(
          draft.setField(
              SPECIMEN, "label", JsonNodeFactory.instance.stringNode("Preserved specimen")));
      assertThat(draft.effective().get().status(SPECIMEN)).isEqualTo(EntityStatus.MODIFIED);

      SubmitPreview preview = workspace.submits().preview(draft);
      assertThat(preview.findings()).isEmpty();
      assertThat(preview.blocked()).isFalse();
      List<StepReport> steps = new ArrayList<>();
      SubmitOutcome outcome =
          workspace
              .submits()
              .submit(draft, preview.title(), preview.body(), false, steps::add, Progress.none());

      assertThat(outcome).isInstanceOf(SubmitOutcome.Sent.class);
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
      String branch = ((SubmitOutcome.Sent) outcome).submission().branch();
      assertThat(branch).isEqualTo(preview.branch());
      assertThat(git("diff", "--numstat", "main", branch).strip())
          .isEqualTo("1\t1\tcategories/Specimen.json");
      assertThat(git("diff", "-U0", "main", branch))
          .contains("-  \"label\": \"Specimen\",")
          .contains("+  \"label\": \"Preserved specimen\",");
    }
  }

  @Test
  void an_edit_is_there_after_a_restart_and_can_be_undone() {
    try (Workspace workspace = openSample()) {
      DraftSession draft = done(workspace.startDraft("Restart"));
      done(draft.setField(SPECIMEN, "label", JsonNodeFactory.instance.stringNode("Other")));
    }
    parts.close();
    parts = new RealServices(folder);
    try (Workspace workspace = openSample()) {
      DraftSession draft = done(workspace.openDraft(workspace.drafts().get().getFirst().id()));
      assertThat(draft.effective().get().document(SPECIMEN).label()).contains("Other");

      done(draft.undo());
      assertThat(draft.effective().get().document(SPECIMEN).label()).contains("Specimen");
      assertThat(draft.effective().get().status(SPECIMEN)).isEqualTo(EntityStatus.UNCHANGED);
      done(draft.redo());
      assertThat(draft.effective().get().document(SPECIMEN).label()).contains("Other");
    }
  }

  @Test
  void an_upstream_change_is_forecast_and_the_draft_moves_with_one_call() throws Exception {
    try (Workspace workspace = openSample()) {
      DraftSession draft = done(workspace.startDraft("Move"));
      done(draft.setField(SPECIMEN, "label", JsonNodeFactory.instance.stringNode("Other")));
      parts.services().sample().playUpstreamChange();

      SubmitOutcome outcome =
          workspace.submits().submit(draft, "t", "", false, step -> {}, Progress.none());

      assertThat(outcome)
          .isInstanceOfSatisfying(
              SubmitOutcome.UpstreamMoved.class,
              moved -> assertThat(moved.plan().clean()).isTrue());
      assertThat(git("branch", "--list").lines()).hasSize(1);
      done(workspace.rebaseDraft());
      assertThat(draft.effective().get().document(SPECIMEN).label()).contains("Other");
      assertThat(draft.effective().get().document(SPECIMEN).description().orElseThrow())
          .contains("with a label that says who gathered it");
      assertThat(workspace.submits().submit(draft, "t", "", false, s -> {}, Progress.none()))
          .isInstanceOf(SubmitOutcome.Sent.class);
    }
  }

  private String git(String... arguments) {
    return GitCommand.in(parts.services().data().sampleUpstream()).run(arguments);
  }
}
