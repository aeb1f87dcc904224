package org.ontodraft.app.ui.graph;

import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.ontodraft.app.service.graph.GraphLayout;
import org.ontodraft.app.service.graph.GraphNotes;
import org.ontodraft.app.service.graph.LayeredLayout;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.graph.GraphQuestion;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.Snapshots;
import org.testfx.api.FxToolkit;

/**
 * What a graph of as many nodes as can be shown takes: found, laid out, drawn. Arguments: entities
 * of the ontology, graphs.
 */
final class GraphBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long SEED = 42;

  private GraphBench() {}

  private record Taken(long wall, long processor) {}

  /** Times of one kind. */
  private static final class Times {
    private final String what;
    private final Taken[] all;
    private int count;

    Times(String what, int rounds) {
      this.what = what;
      this.all = new Taken[rounds];
    }

    <T> T of(Callable<T> work) throws Exception {
      long wall = System.nanoTime();
      long processor = THREADS.getCurrentThreadCpuTime();
      T result = work.call();
      all[count++] =
          new Taken(System.nanoTime() - wall, THREADS.getCurrentThreadCpuTime() - processor);
      return result;
    }

    void print(PrintStream out) {
      long[] wall = Arrays.stream(all).mapToLong(Taken::wall).sorted().toArray();
      long[] processor = Arrays.stream(all).mapToLong(Taken::processor).sorted().toArray();
      out.printf(
          Locale.ROOT,
          "%-32s first %6.0f   wall p50 %6.1f p95 %6.1f   processor p50 %6.1f p95 %6.1f ms%n",
          what,
          all[0].wall() / 1e6,
          percentile(wall, 50),
          percentile(wall, 95),
          percentile(processor, 50),
          percentile(processor, 95));
    }

    private static double percentile(long[] sorted, int percent) {
      return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
  }

  /** Runs and prints. */
  public static void main(String[] arguments) throws Exception {
    int entities = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    PrintStream out = System.out;
    Map<String, String> files = new TreeMap<>();
    OntologyGenerator.generate(SEED, entities, OntologyGenerator.Shape.MIXED, files::put);
    DraftOverlay view = DraftOverlay.of(Snapshots.ofFiles(files), List.of());
    view.hierarchy();
    MemoryWorkspace workspace = MemoryWorkspace.of(Map.of());
    workspace.effective().set(view);
    Times found = new Times("found in the ontology", rounds);
    Times plain = new Times("laid out", rounds);
    Times together = new Times("laid out by modules", rounds);
    Times drawn = new Times("drawn, on the FX thread", rounds);
    GraphLayout layout = new LayeredLayout();
    FxToolkit.registerPrimaryStage();
    List<EntitySummary> categories = view.entities(EntityType.CATEGORY);
    int nodes = 0;
    int links = 0;
    for (int i = 0; i < rounds; i++) {
      EntityKey focus = categories.get(categories.size() / (rounds + 1) * (i + 1)).key();
      GraphQuestion question =
          GraphQuestion.about(focus).withDepth(4).withKinds(EnumSet.allOf(LinkKind.class));
      OntologyGraph graph = found.of(() -> OntologyGraph.of(view, question, Map.of()));
      nodes += graph.nodes().size();
      links += graph.links().size();
      Map<EntityKey, Spot> spots = plain.of(() -> layout.layOut(graph, false, Progress.none()));
      together.of(() -> layout.layOut(graph, true, Progress.none()));
      draw(workspace, focus, new GraphPicture(graph, spots, true), drawn);
    }
    out.printf(
        "%,d entities, %d graphs of %d nodes and %d links on average%n",
        entities, rounds, nodes / rounds, links / rounds);
    for (Times times : List.of(found, plain, together, drawn)) {
      times.print(out);
    }
    System.exit(0);
  }

  /** The task of the FX thread that shows a picture, style and layout of its pulse included. */
  private static void draw(
      MemoryWorkspace workspace, EntityKey focus, GraphPicture picture, Times drawn)
      throws Exception {
    try (TaskRunner tasks = new TaskRunner(FxThread::run, failure -> {})) {
      GraphViewModel model =
          onFx(() ->
              new GraphViewModel(
                  focus,
                  workspace,
                  (graph, together, progress) -> picture.spots(),
                  new GraphNotes(null),
                  tasks,
                  new RecordingNavigator(),
                  FxThread::run));
      Until.fx(() -> !model.busy().get());
      GraphCanvas canvas =
          onFx(() -> {
            GraphCanvas made = new GraphCanvas(model, new GraphTexts(Texts.load()));
            Scene scene = new Scene(made, 1200, 900);
            Screenshots.theme().attach(scene);
            Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
            stage.setScene(scene);
            stage.show();
            return made;
          });
      onFx(() ->
          drawn.of(() -> {
            canvas.show(picture);
            canvas.applyCss();
            canvas.layout();
            return canvas;
          }));
      onFx(model::close);
    }
  }
}
