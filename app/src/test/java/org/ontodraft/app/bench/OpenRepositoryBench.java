package org.ontodraft.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.ontodraft.app.bootstrap.Services;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.explorer.ExplorerViewModel;
import tools.jackson.databind.json.JsonMapper;

/**
 * First and second opening of a repository, from "Open" to a tree that can be used, beside reading
 * and parsing the same blobs with JGit and Jackson alone; both in one process, taking turns. Also
 * tells how long the FX thread was kept from other work meanwhile. Arguments: a repository and the
 * number of rounds.
 */
public final class OpenRepositoryBench {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path repository;
  private final PrintStream out;
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  private OpenRepositoryBench(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  /** Runs the rounds and prints medians. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    PrintStream out = System.out;
    Platform.startup(() -> {});
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    OpenRepositoryBench bench = new OpenRepositoryBench(Path.of(arguments[0]), out);
    for (int round = 0; round < rounds; round++) {
      bench.round(round >= 2);
    }
    bench.print();
    Platform.exit();
  }

  private void round(boolean counts) throws Exception {
    measure("baseline: JGit + Jackson, one thread", counts, this::baseline);
    Path data = Files.createTempDirectory("ontodraft-bench");
    try {
      open(data, "first open", counts);
      open(data, "second open", counts);
    } finally {
      delete(data);
    }
  }

  private void baseline() throws IOException {
    try (Repository git =
            new FileRepositoryBuilder().setGitDir(gitFolder().toFile()).setMustExist(true).build();
        ObjectReader reader = git.newObjectReader();
        TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(new RevWalk(reader).parseCommit(git.resolve("HEAD")).getTree());
      walk.setRecursive(true);
      int members = 0;
      while (walk.next()) {
        if (walk.getPathString().endsWith(".json")) {
          members += JSON.readTree(reader.open(walk.getObjectId(0)).getBytes()).size();
        }
      }
      if (members == 0) {
        throw new IOException("nothing read");
      }
    }
  }

  private Path gitFolder() {
    Path inner = repository.resolve(".git");
    return Files.isDirectory(inner) ? inner : repository;
  }

  private interface Work {
    void run() throws Exception;
  }

  private void measure(String name, boolean counts, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    add(name, counts, start);
  }

  private void add(String name, boolean counts, long start) {
    if (counts) {
      figures
          .computeIfAbsent(name, ignored -> new ArrayList<>())
          .add((System.nanoTime() - start) / 1e6);
    }
  }

  private void open(Path data, String name, boolean counts) throws Exception {
    TaskRunner tasks =
        new TaskRunner(
            FxThread::run,
            failure -> {
              throw new IllegalStateException(failure.cause());
            });
    try (Services services =
        new Services(
            new DataDirectory(data),
            tasks,
            new MemorySecretStore(),
            data,
            InstantSource.system())) {
      Stages stages = new Stages();
      FxWatch watch = new FxWatch();
      long start = System.nanoTime();
      Outcome<Workspace> outcome =
          services.opener().open(new OpenRequest.Folder(repository), stages);
      if (!(outcome instanceof Outcome.Done<Workspace>(Workspace workspace))) {
        throw new IllegalStateException(outcome.toString());
      }
      add(name + ": opened", counts, start);
      try (workspace) {
        Executor fx = FxThread::run;
        ExplorerViewModel tree =
            new ExplorerViewModel(workspace, tasks, new RecordingNavigator(), Texts.load(), fx);
        while (!watch.onFx(() -> tree.tree().get() != null)) {
          Thread.sleep(1);
        }
        add(name + ": tree usable", counts, start);
        watch.close();
        if (counts) {
          figures
              .computeIfAbsent(name + ": longest FX task", ignored -> new ArrayList<>())
              .add(watch.longest.get() / 1e6);
          stages.end();
          stages.times.forEach((stage, time) ->
              figures
                  .computeIfAbsent(name + ":   stage " + stage, ignored -> new ArrayList<>())
                  .add(time));
        }
        FxThread.run(tree::close);
      }
    }
  }

  private void print() {
    figures.forEach((name, values) ->
        out.printf(
            Locale.ROOT,
            "%-48s median %9.1f ms   min %9.1f   max %9.1f%n",
            name,
            median(values),
            values.stream().mapToDouble(v -> v).min().orElse(0),
            values.stream().mapToDouble(v -> v).max().orElse(0)));
    double baseline =
        median(figures.getOrDefault("baseline: JGit + Jackson, one thread", List.of()));
    for (String name : List.of("first open: tree usable", "second open: tree usable")) {
      out.printf(
          Locale.ROOT,
          "%s / baseline = %.2f%n",
          name,
          median(figures.getOrDefault(name, List.of())) / baseline);
    }
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    }
  }

  /** Adds up the time between the stages that an opening reports. */
  private static final class Stages implements Progress {
    private final Map<String, Double> times = new LinkedHashMap<>();
    private String present = "prepare";
    private long since = System.nanoTime();

    @Override
    public synchronized void stage(String stage, long total) {
      end();
      present = stage;
    }

    synchronized void end() {
      long now = System.nanoTime();
      times.merge(present, (now - since) / 1e6, Double::sum);
      since = now;
    }

    @Override
    public void done(long units) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  /** Asks the FX thread for a sign of life every two milliseconds and keeps the longest wait. */
  private static final class FxWatch implements AutoCloseable {
    private final AtomicLong longest = new AtomicLong();
    private volatile boolean closed;

    FxWatch() {
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            while (!closed) {
              long asked = System.nanoTime();
              onFx(() -> true);
              longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
              try {
                Thread.sleep(2);
              } catch (InterruptedException stopped) {
                return;
              }
            }
          });
    }

    <T> T onFx(Callable<T> action) {
      FutureTask<T> task = new FutureTask<>(action);
      FxThread.later(task);
      try {
        return task.get();
      } catch (InterruptedException | ExecutionException failed) {
        throw new IllegalStateException(failed);
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
