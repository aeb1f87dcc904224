package org.ontodraft.app.bootstrap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ontodraft.app.bench.FxWatch;
import org.ontodraft.app.bench.StartUpCache;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GeneratedRepository;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.testfx.api.FxToolkit;

/**
 * What the first and the second opening of each page keep the FX thread busy with at one go, in a
 * process with the start-up cache that an installation has and in one without. Arguments: how many
 * entities the generated ontology has.
 */
public final class FirstScreensBench {
  private static final long SEED = 5;
  private static final long SETTLE_MILLIS = 1_200;

  private FirstScreensBench() {}

  /** Starts the two processes, or with a second argument is one of them. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2) {
      run(Integer.parseInt(arguments[0]), arguments[1]);
      System.exit(0); // the toolkit's threads would keep the process alive
    }
    try (StartUpCache cache = InstalledRun.train()) {
      InstalledRun.run(cache.java(FirstScreensBench.class, arguments[0], "installed"));
    }
    InstalledRun.run(
        StartUpCache.javaWithout(FirstScreensBench.class, arguments[0], "without the cache"));
  }

  private static void run(int entities, String state) throws Exception {
    FxToolkit.registerPrimaryStage();
    Path folder = Files.createTempDirectory("ontodraft-first-screens");
    try (GeneratedRepository upstream =
            GeneratedRepository.make(folder.resolve("upstream.git"), SEED, entities);
        RealWindow window = new RealWindow(folder)) {
      Workspace workspace = window.open(new OpenRequest.Folder(upstream.folder()));
      RealServices.done(workspace.startDraft("Bench"));
      window.rest();
      for (String opening : List.of("first", "second")) {
        for (Map.Entry<String, Consumer<Navigator>> page :
            pages(workspace, opening.equals("first") ? 0 : 1).entrySet()) {
          FxWatch watch = new FxWatch();
          Thread.sleep(50);
          watch.onFx(() -> {
            page.getValue().accept(window.navigator().orElseThrow());
            return true;
          });
          Thread.sleep(SETTLE_MILLIS);
          watch.close();
          System.out.printf(
              "%-18s %-7s %-10s processor %6.1f ms, wall %6.1f ms%n",
              state, opening, page.getKey(), watch.busiest(), watch.longest());
        }
      }
    }
  }

  /** Ways to all pages, those of entities to another one each time. */
  private static Map<String, Consumer<Navigator>> pages(Workspace workspace, int time) {
    Map<String, Consumer<Navigator>> pages = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      List<EntityKey> keys =
          workspace.effective().get().entities(type).stream().map(EntitySummary::key).toList();
      if (keys.size() > time) {
        pages.put(type.id(), navigator -> navigator.openEntity(keys.get(time)));
      }
    }
    EntityKey category = workspace.effective().get().entities(EntityType.CATEGORY).get(time).key();
    pages.put("graph", navigator -> navigator.openGraph(category));
    pages.put("history", navigator -> navigator.openHistory(category));
    pages.put("review", Navigator::openReview);
    pages.put("submit", Navigator::openSubmit);
    pages.put("rebase", Navigator::openRebase);
    pages.put("drafts", navigator -> navigator.open(new Place.Drafts()));
    pages.put("steps", navigator -> navigator.open(new Place.Steps()));
    pages.put("activity", navigator -> navigator.open(new Place.Activity()));
    return pages;
  }
}
