package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.Pngs;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.part.DraftPart;
import org.ontodraft.model.part.LeftOut;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A draft as a patch file, which Git itself makes the same tree of. */
class PatchFileTest {
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");
  private static final EntityKey B = EntityKey.of(EntityType.CATEGORY, "B");
  private static final EntityKey C = EntityKey.of(EntityType.CATEGORY, "C");
  private static final String BODY =
      "Why \u00fcber.\n\n---\n\ndiff --git a/x b/x\n\n| A | B |\n| --- | --- |\n";

  @TempDir Path folder;

  private GitHistory upstream(String end) {
    GitHistory upstream = GitHistory.bare(folder.resolve("ontology.git"));
    upstream
        .file(
            "categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"A\"\n}\n".replace("\n", end))
        .file("categories/B.json", "{\n  \"id\": \"B\"\n}")
        .commit("one");
    return upstream;
  }

  private static DraftSession draft(Workspace workspace) {
    DraftSession draft = done(workspace.startDraft("N\u00e4mes"));
    done(
        draft.setField(A, "label", JsonNodeFactory.instance.stringNode("\u00c4lpha \u65e5\u672c")));
    done(draft.delete(B));
    done(draft.create(C, EntityDocument.of(JsonMapper.shared().createObjectNode().put("id", "C"))));
    return draft;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void git_am_makes_the_tree_that_a_submit_sends(boolean carriageReturns) throws IOException {
    try (GitHistory upstream = upstream(carriageReturns ? "\r\n" : "\n");
        RealServices parts = new RealServices(folder.resolve("home"));
        Workspace workspace = parts.open(new OpenRequest.Folder(upstream.folder()))) {
      DraftSession draft = draft(workspace);
      PatchFile patch = done(workspace.submits().patch(draft, "N\u00e4mes", BODY));
      assertThat(GitCommand.in(upstream.folder()).run("branch", "--list"))
          .as("nothing is sent")
          .isEqualTo("* main");
      assertThat(patch.carriageReturns()).isEqualTo(carriageReturns);
      Path file = folder.resolve(patch.name());
      Files.write(file, patch.bytes());
      SubmitOutcome sent =
          workspace.submits().submit(draft, "N\u00e4mes", BODY, false, step -> {}, Progress.none());
      Submission submission = ((SubmitOutcome.Sent) sent).submission();

      Path clone = folder.resolve("clone");
      GitCommand.in(folder)
          .run(
              "-c",
              "core.autocrlf=false",
              "clone",
              "-q",
              upstream.folder().toString(),
              clone.toString());
      GitCommand git = GitCommand.in(clone);
      List<String> am =
          carriageReturns
              ? List.of("am", "--keep-cr", "-q", file.toString())
              : List.of("am", "-q", file.toString());
      git.run(am.toArray(String[]::new));

      assertThat(git.run("rev-parse", "HEAD^{tree}"))
          .isEqualTo(git.run("rev-parse", submission.commit() + "^{tree}"));
      assertThat(git.run("log", "-1", "--format=%s")).isEqualTo("N\u00e4mes");
      assertThat(git.run("log", "-1", "--format=%b")).contains("Why \u00fcber.", "| --- | --- |");
      assertThat(workspace.submits().requestToPull(submission))
          .hasValueSatisfying(text ->
              assertThat(text)
                  .contains(submission.parent(), submission.branch(), submission.commit()));
    }
  }

  @Test
  void what_is_left_out_is_not_in_it_and_nothing_is_refused() {
    try (GitHistory upstream = upstream("\n");
        RealServices parts = new RealServices(folder.resolve("home"));
        Workspace workspace = parts.open(new OpenRequest.Folder(upstream.folder()))) {
      DraftSession draft = draft(workspace);
      workspace.submits().leaveOut(draft, LeftOut.of(List.of(DraftPart.whole(B))));
      PatchFile patch = done(workspace.submits().patch(draft, "Names", ""));
      assertThat(new String(patch.bytes(), StandardCharsets.UTF_8))
          .contains("categories/A.json")
          .doesNotContain("categories/B.json");
      workspace
          .submits()
          .leaveOut(
              draft,
              LeftOut.of(List.of(DraftPart.whole(A), DraftPart.whole(B), DraftPart.whole(C))));
      assertThat(workspace.submits().patch(draft, "Names", ""))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("SUBMIT-03"));
    }
  }

  @Test
  void git_am_makes_the_images_that_a_submit_sends() throws IOException {
    try (GitHistory upstream = upstream("\n");
        RealServices parts = new RealServices(folder.resolve("home"));
        Workspace workspace = parts.open(new OpenRequest.Folder(upstream.folder()))) {
      DraftSession draft = done(workspace.startDraft("Pictures"));
      Path image = folder.resolve("Leaf.png");
      Files.write(image, Pngs.of(90, 60, 0x336699));
      EntityKey leaf = done(workspace.images().add(draft, image, null));
      done(draft.setField(leaf, "source", JsonNodeFactory.instance.stringNode("own")));
      done(draft.setField(leaf, "license", JsonNodeFactory.instance.stringNode("CC0")));
      Path file = folder.resolve("pictures.patch");
      Files.write(file, done(workspace.submits().patch(draft, "Pictures", "")).bytes());
      SubmitOutcome sent =
          workspace.submits().submit(draft, "Pictures", "", false, step -> {}, Progress.none());

      Path clone = folder.resolve("clone");
      GitCommand.in(folder).run("clone", "-q", upstream.folder().toString(), clone.toString());
      GitCommand git = GitCommand.in(clone);
      git.run("am", "-q", file.toString());

      assertThat(git.run("rev-parse", "HEAD^{tree}"))
          .isEqualTo(
              git.run("rev-parse", ((SubmitOutcome.Sent) sent).submission().commit() + "^{tree}"));
      assertThat(clone.resolve("media/Leaf.png")).hasBinaryContent(Files.readAllBytes(image));

      // The other way round takes the image away again.
      git.run("apply", "-R", file.toString());
      assertThat(clone.resolve("media/Leaf.png")).doesNotExist();
    }
  }
}
