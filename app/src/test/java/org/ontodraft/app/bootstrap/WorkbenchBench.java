package org.ontodraft.app.bootstrap;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Job;
import org.ontodraft.app.testing.GeneratedRepository;
import org.ontodraft.app.testing.RealServices;
import org.testfx.api.FxToolkit;

/**
 * A curator's hands in the real window over a generated ontology, timed: from each key to the end
 * of the pulse that shows what came of it. Arguments: how many entities there are beside a category
 * with {@value #CHILDREN} and one with {@value #MANY_CHILDREN} children, and how many tabs are
 * opened and closed.
 */
public final class WorkbenchBench {
  static final int CHILDREN = 1_000;
  static final int MANY_CHILDREN = 20_000;
  private static final long SEED = 5;

  private WorkbenchBench() {}

  /** Prints percentiles, a line for each deed. */
  public static void main(String[] arguments) {
    int exit = 0;
    try {
      FxToolkit.registerPrimaryStage();
      run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), System.out);
    } catch (Exception failed) {
      failed.printStackTrace(System.err);
      exit = 1;
    }
    System.exit(exit); // the toolkit's threads would keep the process alive
  }

  private static void run(int entities, int tabs, PrintStream out) throws Exception {
    Path folder = Files.createTempDirectory("ontodraft-workbench-bench");
    try (GeneratedRepository upstream =
            GeneratedRepository.make(folder.resolve("upstream.git"), SEED, entities);
        RealWindow window = new RealWindow(folder)) {
      List<String> children = upstream.wide("Wide", CHILDREN);
      upstream.wide("Very_wide", MANY_CHILDREN);
      Workspace workspace = window.open(new OpenRequest.Folder(upstream.folder()));
      RealServices.done(workspace.startDraft("Bench"));
      atRest(window);
      WorkbenchDeeds deeds = new WorkbenchDeeds(window, workspace, out);
      deeds.type();
      deeds.tree(children);
      deeds.palette();
      deeds.open();
      deeds.findings(children);
      deeds.graph();
      deeds.tabs(tabs);
    }
  }

  /** Rows and search index are written behind an opening. */
  private static void atRest(RealWindow window) throws InterruptedException {
    int quiet = 0;
    while (quiet < 20) {
      boolean busy =
          window.services().tasks().jobs().list().get().stream()
              .anyMatch(job -> job.state() == Job.State.RUNNING);
      quiet = busy ? 0 : quiet + 1;
      Thread.sleep(100);
    }
  }
}
