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
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks of the engine and prints a table of medians, on the wall and of the
 * processor. The one argument is a regular expression for their names; without it all run, and the
 * heap of snapshots is measured too.
 */
public final class EngineBench {
  private EngineBench() {}

  /** Runs and prints. */
  public static void main(String[] arguments) throws RunnerException {
    String only = arguments.length == 0 ? "" : arguments[0];
    List<RunResult> results = new ArrayList<>();
    if (only.isEmpty()) {
      results.addAll(run("ReadBench"));
      results.addAll(run("HierarchyBench"));
      results.addAll(run("ValidationBench"));
      results.addAll(run("DiffBench"));
      results.addAll(run("RebaseBench"));
      results.addAll(run("ManyConflictsBench"));
      results.addAll(run("OverlayBench", "changes", "0"));
      results.addAll(run("OverlayBench", "changes", "1000", "scale", "L"));
    } else {
      results.addAll(run(only));
    }
    PrintStream out = System.out;
    out.println();
    out.println("| What | median \u00b5s | min | max | processor \u00b5s |");
    out.println("| --- | --- | --- | --- | --- |");
    for (RunResult result : sorted(results)) {
      Statistics times = result.getPrimaryResult().getStatistics();
      out.printf(
          Locale.ROOT,
          "| %s | %,.2f | %,.2f | %,.2f | %,.2f |%n",
          nameOf(result),
          times.getPercentile(50),
          times.getMin(),
          times.getMax(),
          processor(result));
    }
    if (only.isEmpty()) {
      printHeap(out);
    }
  }

  private static double processor(RunResult result) {
    return result.getSecondaryResults().entrySet().stream()
        .filter(each -> each.getKey().endsWith(ProcessorTime.NAME))
        .mapToDouble(each -> each.getValue().getStatistics().getPercentile(50))
        .findFirst()
        .orElseThrow();
  }

  private static Collection<RunResult> run(String names, String... parameters)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(EngineBench.class.getPackageName() + ".*(" + names + ").*")
            .addProfiler(ProcessorTime.class)
            .shouldFailOnError(true);
    for (int i = 0; i < parameters.length; i += 2) {
      options.param(parameters[i], parameters[i + 1]);
    }
    return new Runner(options.build()).run();
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
