package org.ontodraft.model.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks of the engine and prints a table of medians. The one argument is a regular
 * expression for their names; without it all run, and the heap of snapshots is measured too.
 */
public final class EngineBench {
  private EngineBench() {}

  /** Runs and prints. */
  public static void main(String[] arguments) throws RunnerException {
    String only = arguments.length == 0 ? "" : arguments[0];
    PrintStream out = System.out;
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(EngineBench.class.getPackageName() + ".*" + only + ".*")
                    .shouldFailOnError(true)
                    .build())
            .run();
    out.println();
    out.println("| What | median \u00b5s | min | max |");
    out.println("| --- | --- | --- | --- |");
    for (RunResult result : sorted(results)) {
      Statistics times = result.getPrimaryResult().getStatistics();
      out.printf(
          Locale.ROOT,
          "| %s | %,.2f | %,.2f | %,.2f |%n",
          nameOf(result),
          times.getPercentile(50),
          times.getMin(),
          times.getMax());
    }
    if (only.isEmpty()) {
      printHeap(out);
    }
  }

  private static List<RunResult> sorted(Collection<RunResult> results) {
    List<RunResult> sorted = new ArrayList<>(results);
    sorted.sort(Comparator.comparing(EngineBench::nameOf));
    return sorted;
  }

  private static String nameOf(RunResult result) {
    StringBuilder name = new StringBuilder(result.getParams().getBenchmark());
    name.delete(0, EngineBench.class.getPackageName().length() + 1);
    for (String key : result.getParams().getParamsKeys()) {
      name.append(", ").append(key).append(' ').append(result.getParams().getParam(key));
    }
    return name.toString();
  }

  private static void printHeap(PrintStream out) {
    out.println();
    out.println("| Heap without documents | index MB | hierarchy MB | closure of properties MB |");
    out.println("| --- | --- | --- | --- |");
    for (BenchOntology.Scale scale : BenchOntology.Scale.values()) {
      SnapshotHeap.Heap heap = SnapshotHeap.of(scale);
      out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.1f | %.1f |%n",
          scale,
          heap.index(),
          heap.hierarchy(),
          heap.closure());
    }
  }
}
