package org.ontodraft.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
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
 * One process of {@link OpenRepositoryBench}: the toolkit and the services up and idle, then one
 * side again and again. Prints a figure in milliseconds per line, after a tab. A run for training
 * opens the sample, as a build of the installed program does.
 */
public final class OpenRepositoryRun {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int REPETITIONS = 10;
  private static final int WARM_AFTER = 5;

  private final Path repository;
  private final PrintStream out;
  private String state = "";

  private OpenRepositoryRun(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  /** Arguments: {@code baseline} or {@code open} and the repository, or {@code train}. */
  public static void main(String[] arguments) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    PrintStream out = System.out;
    int exit = 0;
    try {
      Platform.startup(() -> {});
      if (arguments[0].equals("train")) {
        train();
      } else {
        OpenRepositoryRun run = new OpenRepositoryRun(Path.of(arguments[1]), out);
        for (int i = 0; i < REPETITIONS; i++) {
          run.state = i == 0 ? "fresh " : i < WARM_AFTER ? "" : "warm ";
          run.repetition(arguments[0].equals("open"));
        }
      }
    } catch (Exception failed) {
      failed.printStackTrace(System.err);
      exit = 1;
    }
    System.exit(exit); // the toolkit's threads would keep the process alive
  }

  private static void train() throws Exception {
    Path data = Files.createTempDirectory("ontodraft-bench");
    try (Services services = services(data)) {
      services.prepare().join();
      if (!(services.opener().open(new OpenRequest.Sample(), Progress.none())
          instanceof Outcome.Done<Workspace>(Workspace workspace))) {
        throw new IllegalStateException("the sample was refused");
      }
      workspace.close();
    } finally {
      delete(data);
    }
  }

  private void repetition(boolean opens) throws Exception {
    Path data = Files.createTempDirectory("ontodraft-bench");
    try {
      if (opens) {
        open(data, "first open");
        open(data, "second open");
      } else {
        try (Services services = services(data)) {
          services.prepare().join();
          long start = System.nanoTime();
          baseline();
          say("baseline", start);
        }
      }
    } finally {
      delete(data);
    }
  }

  private void say(String name, long start) {
    say(name, (System.nanoTime() - start) / 1e6);
  }

  private void say(String name, double milliseconds) {
    if (!state.isEmpty()) {
      out.printf(Locale.ROOT, "%s%s\t%.1f%n", state, name, milliseconds);
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

  private static Services services(Path data) {
    TaskRunner tasks =
        new TaskRunner(
            FxThread::run,
            failure -> {
              throw new IllegalStateException(failure.cause());
            });
    return new Services(
        new DataDirectory(data), tasks, new MemorySecretStore(), data, InstantSource.system());
  }

  private void open(Path data, String name) throws Exception {
    try (Services services = services(data)) {
      services.prepare().join();
      Stages stages = new Stages();
      FxWatch watch = new FxWatch();
      long start = System.nanoTime();
      Outcome<Workspace> outcome =
          services.opener().open(new OpenRequest.Folder(repository), stages);
      if (!(outcome instanceof Outcome.Done<Workspace>(Workspace workspace))) {
        throw new IllegalStateException(outcome.toString());
      }
      stages.end();
      try (workspace) {
        Executor fx = FxThread::run;
        ExplorerViewModel tree =
            new ExplorerViewModel(
                workspace, services.tasks(), new RecordingNavigator(), Texts.load(), fx);
        while (!watch.onFx(() -> tree.tree().get() != null)) {
          Thread.sleep(1);
        }
        say(name + ": tree usable", start);
        watch.close();
        say(name + ": longest FX task", watch.longest());
        stages.times.forEach((stage, time) -> say(name + ":   stage " + stage, time));
        FxThread.run(tree::close);
      }
      say(name + ": rows written", start);
    }
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
}
