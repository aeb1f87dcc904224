package org.ontodraft.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * First and second opening of a repository, from "Open" to a tree that can be used, beside reading
 * and parsing the same blobs with JGit and Jackson alone. Each round starts two processes that are
 * alike, the program idle at its welcome screen, one for each side; the first figure of a process
 * is the <i>fresh</i> one, those after some repetitions are the <i>warm</i> ones; <i>installed</i>
 * is the first of a process with the start-up cache that the installed program has. Arguments: a
 * repository and the number of rounds.
 */
public final class OpenRepositoryBench {
  private final Path repository;
  private final PrintStream out;
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  private OpenRepositoryBench(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  /** Runs the rounds and prints medians. */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    OpenRepositoryBench bench = new OpenRepositoryBench(Path.of(arguments[0]), System.out);
    try (StartUpCache cache = StartUpCache.train(OpenRepositoryRun.class, "train")) {
      for (int round = 0; round < rounds; round++) {
        for (String side : List.of("baseline", "open")) {
          // The first opening of an installed program, and then the same without its cache.
          bench.process(cache.java(OpenRepositoryRun.class, side), "fresh ", "installed ");
          bench.process(StartUpCache.javaWithout(OpenRepositoryRun.class, side), "", "");
        }
      }
    }
    bench.print();
  }

  /** Runs a process and keeps its figures of this state under another name. */
  private void process(List<String> java, String state, String name)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java);
    command.add(repository.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.startsWith(state)) {
          figures
              .computeIfAbsent(name + line.substring(state.length(), tab), n -> new ArrayList<>())
              .add(Double.valueOf(line.substring(tab + 1)));
        }
      }
    }
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException("a process ended with " + exit + ": " + command);
    }
  }

  private void print() {
    figures.forEach((name, values) ->
        out.printf(
            Locale.ROOT,
            "%-48s median %9.1f ms   min %9.1f   max %9.1f   n %d%n",
            name,
            median(values),
            values.stream().mapToDouble(v -> v).min().orElse(0),
            values.stream().mapToDouble(v -> v).max().orElse(0),
            values.size()));
    for (String state : List.of("installed", "fresh", "warm")) {
      double baseline = median(figures.getOrDefault(state + " baseline", List.of()));
      for (String what :
          List.of(
              "first open: tree usable", "first open: rows written", "second open: tree usable")) {
        out.printf(
            Locale.ROOT,
            "%s: %s / baseline = %.2f%n",
            state,
            what,
            median(figures.getOrDefault(state + " " + what, List.of())) / baseline);
      }
    }
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
