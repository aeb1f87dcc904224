package org.ontodraft.app.bootstrap;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GeneratedRepository;
import org.ontodraft.app.testing.RealServices;
import org.testfx.api.FxToolkit;

/**
 * A curator's hands in the real window over a generated ontology, timed: from each key to the end
 * of the pulse that shows what came of it. Arguments: how many entities there are beside a category
 * with {@value #CHILDREN} and one with {@value #MANY_CHILDREN} children, how many tabs are opened
 * and closed, and which deeds are done, with commas: all without it.
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
      Set<String> wanted = arguments.length > 2 ? Set.of(arguments[2].split(",")) : Set.of();
      run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), wanted, System.out);
    } catch (Exception failed) {
      failed.printStackTrace(System.err);
      exit = 1;
    }
    System.exit(exit); // the toolkit's threads would keep the process alive
  }

  /** Something done in the window. */
  private interface Deed {
    void act() throws Exception;
  }

  private static void run(int entities, int tabs, Set<String> wanted, PrintStream out)
      throws Exception {
    Path folder = Files.createTempDirectory("ontodraft-workbench-bench");
    try (GeneratedRepository upstream =
            GeneratedRepository.make(folder.resolve("upstream.git"), SEED, entities);
        RealWindow window = new RealWindow(folder)) {
      List<String> children = upstream.wide("Wide", CHILDREN);
      List<String> many = upstream.wide("Very_wide", MANY_CHILDREN);
      Workspace workspace = window.open(new OpenRequest.Folder(upstream.folder()));
      RealServices.done(workspace.startDraft("Bench"));
      window.rest();
      WorkbenchDeeds deeds = new WorkbenchDeeds(window, workspace, out);
      Map<String, Deed> all = new LinkedHashMap<>();
      all.put("type", deeds::type);
      all.put("tree", () -> deeds.tree(children));
      all.put("edits", () -> deeds.edits(many));
      all.put("palette", deeds::palette);
      all.put("open", deeds::open);
      all.put("findings", () -> deeds.findings(children));
      all.put("graph", deeds::graph);
      all.put("tabs", () -> deeds.tabs(tabs));
      for (Map.Entry<String, Deed> deed : all.entrySet()) {
        if (wanted.isEmpty() || wanted.contains(deed.getKey())) {
          deed.getValue().act();
        }
      }
    }
  }
}
