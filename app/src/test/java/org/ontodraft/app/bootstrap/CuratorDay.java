package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.ontodraft.app.bootstrap.Curator.Hands;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GeneratedRepository;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.model.entity.EntityKey;
import org.testfx.api.FxToolkit;

/** A curator's day with a restart in it, in the real window over an ontology. */
public final class CuratorDay {
  private static final long SEED = 5;

  private CuratorDay() {}

  /**
   * A day by mouse and one by keys on a display. Argument: a repository's folder, or how many
   * entities are generated.
   */
  public static void main(String[] arguments) {
    int exit = 0;
    try {
      FxToolkit.registerPrimaryStage();
      Path folder = Files.createTempDirectory("ontodraft-day");
      Path upstream = Path.of(arguments[0]);
      if (arguments[0].matches("[0-9]+")) {
        upstream = folder.resolve("upstream.git");
        GeneratedRepository.make(upstream, SEED, Integer.parseInt(arguments[0])).close();
      }
      for (Hands hands : Hands.values()) {
        live(
            Files.createDirectory(folder.resolve(hands.name())),
            new OpenRequest.Folder(upstream),
            hands);
        System.out.println(hands + ": every task done");
      }
    } catch (Exception | AssertionError failed) {
      failed.printStackTrace(System.err);
      exit = 1;
    }
    System.exit(exit); // the toolkit's threads would keep the process alive
  }

  /** Does all tasks; whatever is kept is kept below this folder. */
  static void live(Path folder, OpenRequest request, Hands hands) throws Exception {
    EntityKey category;
    EntityKey property;
    EntityKey created;
    UUID draft;
    try (RealWindow window = new RealWindow(folder)) {
      Workspace workspace = window.open(request);
      draft = RealServices.done(workspace.startDraft("A day")).draft().get().id();
      CuratorTasks tasks = new CuratorTasks(window, workspace, hands);
      category = tasks.category();
      tasks.find(category);
      property = tasks.addProperty(category);
      tasks.revertField(category);
      CreatingTasks creating = new CreatingTasks(window, workspace, hands);
      created = creating.createWithItsProperty(category);
      creating.renameUsed(category);
      assertThat(window.notices()).noneMatch(notice -> notice.kind() == Notice.Kind.ERROR);
    }
    try (RealWindow window = new RealWindow(folder)) {
      Workspace workspace = window.open(request);
      CuratorTasks tasks = new CuratorTasks(window, workspace, hands);
      Waiting.until(
          "the draft that was left open",
          () ->
              workspace.draft().get().map(open -> open.draft().get().id()).stream()
                  .anyMatch(draft::equals));
      Waiting.until("what it did", () -> uses(workspace, category, property));
      tasks.takeOldestStepBack();
      Waiting.until("the step to be gone", () -> !uses(workspace, category, property));
      assertThat(workspace.effective().get().exists(created)).isTrue();
      tasks.fixAllOfAKind();
      Path picture = folder.resolve("graph.svg");
      tasks.exportGraph(category, picture);
      assertThat(Files.readString(picture)).contains("<svg");
      assertThat(window.notices()).noneMatch(notice -> notice.kind() == Notice.Kind.ERROR);
    }
  }

  private static boolean uses(Workspace workspace, EntityKey category, EntityKey property) {
    return workspace.effective().get().hierarchy().requirements(category).containsKey(property);
  }
}
