package org.ontodraft.app.ui.conflict;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.rebase.RebasePlan;
import tools.jackson.databind.node.StringNode;

/**
 * What a decision takes with many conflicts open: kept in the store, the plan made again, laid out
 * for the screen, the selected row's details. Arguments: conflicts, decisions.
 */
final class DecisionBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private DecisionBench() {}

  private record Taken(long wall, long processor) {}

  private static Taken measured(Runnable work) {
    long wall = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    work.run();
    return new Taken(System.nanoTime() - wall, THREADS.getCurrentThreadCpuTime() - processor);
  }

  private static String category(int number, String label) {
    return "{\"id\": \"C%d\", \"label\": \"%s\", \"description\": \"d\"}\n"
        .formatted(number, label);
  }

  /** Runs and prints. */
  public static void main(String[] arguments) throws Exception {
    int conflicts = Integer.parseInt(arguments[0]);
    int decisions = Integer.parseInt(arguments[1]);
    PrintStream out = System.out;
    Path folder = Files.createTempDirectory("ontodraft-decision-bench");
    try (GitHistory history = GitHistory.bare(folder.resolve("up.git"));
        RealServices services = new RealServices(folder.resolve("home"))) {
      for (int i = 0; i < conflicts; i++) {
        history.file("categories/C" + i + ".json", category(i, "base"));
      }
      history.commit("base");
      try (Workspace workspace = services.open(new OpenRequest.Folder(history.folder()))) {
        DraftSession draft = RealServices.done(workspace.startDraft("Many"));
        for (int i = 0; i < conflicts; i++) {
          EntityKey key = EntityKey.of(EntityType.CATEGORY, "C" + i);
          RealServices.done(draft.setField(key, "label", StringNode.valueOf("mine " + i)));
        }
        for (int i = 0; i < conflicts; i++) {
          history.file("categories/C" + i + ".json", category(i, "theirs " + i));
        }
        history.commit("upstream");
        RealServices.done(workspace.refresh(Progress.none()));
        while (workspace.forecast().get().isEmpty()) {
          Thread.sleep(20);
        }
        Taken[] kept = new Taken[decisions];
        Taken[] laidOut = new Taken[decisions];
        Taken[] details = new Taken[decisions];
        for (int i = 0; i < decisions; i++) {
          RebasePlan plan = workspace.forecast().get().orElseThrow().plan();
          EntityMerge merge = plan.conflicted().getFirst();
          var place = merge.conflicts().getFirst().place();
          Resolution taken =
              new Resolution(
                  place, merge.sides().inputs(place.field()), Choice.of(Choice.Kind.MINE));
          kept[i] = measured(() -> RealServices.done(workspace.decide(List.of(taken), List.of())));
          RebasePlan next = workspace.forecast().get().orElseThrow().plan();
          PlanLayout[] layout = new PlanLayout[1];
          laidOut[i] = measured(() -> layout[0] = PlanLayout.of(next, workspace::waysOut));
          PlanRow open =
              layout[0].rows().stream().filter(PlanRow::isOpen).findFirst().orElseThrow();
          details[i] = measured(() -> RowDetails.of(workspace, open));
        }
        print(out, "decision kept, plan and validity again", kept);
        print(out, "laid out", laidOut);
        print(out, "details of the next row", details);
      }
    }
    System.exit(0);
  }

  /** The second half: the first one warms up. */
  private static void print(PrintStream out, String what, Taken[] all) {
    out.printf(
        Locale.ROOT,
        "%-42s wall p50 %6.1f p95 %6.1f ms   processor p50 %6.1f p95 %6.1f ms%n",
        what,
        percentile(all, Taken::wall, 50),
        percentile(all, Taken::wall, 95),
        percentile(all, Taken::processor, 50),
        percentile(all, Taken::processor, 95));
  }

  private static double percentile(Taken[] all, ToLongFunction<Taken> of, int percent) {
    long[] sorted = Arrays.stream(all, all.length / 2, all.length).mapToLong(of).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
  }
}
