package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.bootstrap.CuratorTasks.Hands;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;

/** A curator's day in the real window, by mouse and again by keys alone, with a restart in it. */
@ExtendWith(FxTest.class)
class CuratorTasksWindowTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Hands.class)
  void on_the_sample(Hands hands) throws Exception {
    day(hands, new OpenRequest.Sample());
  }

  @ParameterizedTest
  @EnumSource(Hands.class)
  void on_schemaorg(Hands hands) throws Exception {
    Path bundle = Path.of("..", "..", "shared", "ontologies", "schemaorg.bundle");
    assumeTrue(Files.exists(bundle), "the schema.org repository is not beside the checkout");
    GitCommand.in(folder)
        .run("clone", "-q", "--bare", bundle.toAbsolutePath().toString(), "schemaorg.git");
    day(hands, new OpenRequest.Folder(folder.resolve("schemaorg.git")));
  }

  private void day(Hands hands, OpenRequest request) throws Exception {
    EntityKey category;
    EntityKey property;
    try (RealWindow window = new RealWindow(folder)) {
      Workspace workspace = window.open(request);
      RealServices.done(workspace.startDraft("A day"));
      CuratorTasks tasks = new CuratorTasks(window, workspace, hands);
      category = tasks.category();
      tasks.find(category);
      property = tasks.addProperty(category);
      tasks.revertField(category);
      assertThat(window.notices()).isEmpty();
    }
    try (RealWindow window = new RealWindow(folder)) {
      Workspace workspace = window.open(request);
      CuratorTasks tasks = new CuratorTasks(window, workspace, hands);
      Waiting.until("the draft of before", () -> workspace.draft().get().isPresent());
      assertThat(workspace.effective().get().hierarchy().requirements(category))
          .containsKey(property);
      tasks.takeOldestStepBack();
      Waiting.until(
          "the step to be gone",
          () ->
              !workspace
                  .effective()
                  .get()
                  .hierarchy()
                  .requirements(category)
                  .containsKey(property));
      tasks.fixAllOfAKind();
      Path picture = folder.resolve("graph.svg");
      tasks.exportGraph(category, picture);
      assertThat(Files.readString(picture)).contains("<svg").contains(category.key());
      assertThat(window.notices()).noneMatch(notice -> notice.kind() == Notice.Kind.ERROR);
    }
  }
}
