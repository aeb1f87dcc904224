package org.ontodraft.persistence.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A Java process of its own, to be killed or to hold something. Reads what it prints. */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private ChildProcess(List<String> command) {
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Runs a main class on this process's class path. */
  public static ChildProcess java(Class<?> main, String... arguments) {
    return new ChildProcess(javaCommand(main, arguments));
  }

  /**
   * Runs a main class where a small file system of its own is mounted on a folder; skips the test
   * where the system does not allow that.
   */
  public static ChildProcess javaOnSmallDisk(
      String folder, int megabytes, Class<?> main, String... arguments) {
    Assumptions.assumeTrue(
        mayMount(), "needs unshare and the right to mount in a namespace of its own");
    String script =
        "mount -t tmpfs -o size=" + megabytes + "m none '" + folder + "' && exec \"$@\"";
    List<String> command = new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", script, "child"));
    command.addAll(javaCommand(main, arguments));
    return new ChildProcess(command);
  }

  private static boolean mayMount() {
    try {
      Process probe =
          new ProcessBuilder("unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt")
              .redirectErrorStream(true)
              .start();
      probe.inputReader().lines().forEach(line -> {});
      return probe.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> javaCommand(Class<?> main, String... arguments) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-da:org.h2...",
                "-cp",
                classPath,
                main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The next line it prints, or empty when it has ended. */
  public Optional<String> nextLine() {
    try {
      return Optional.ofNullable(output.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads up to a line with this word in front and gives the line. */
  public String awaitWord(String word) {
    StringBuilder seen = new StringBuilder();
    for (Optional<String> line = nextLine(); line.isPresent(); line = nextLine()) {
      if (line.get().startsWith(word + " ")) {
        return line.get();
      }
      seen.append(line.get()).append('\n');
    }
    throw new IllegalStateException("the process ended without " + word + ":\n" + seen);
  }

  /** Reads up to a line. */
  public void awaitLine(String expected) {
    StringBuilder seen = new StringBuilder();
    for (Optional<String> line = nextLine(); line.isPresent(); line = nextLine()) {
      if (line.get().equals(expected)) {
        return;
      }
      seen.append(line.get()).append('\n');
    }
    throw new IllegalStateException("the process ended without " + expected + ":\n" + seen);
  }

  /** Ends it as a power switch would (SIGKILL) and gives what it had still printed. */
  public List<String> kill() {
    // Not the process itself: that would close its output with what is still in it.
    process.toHandle().destroyForcibly();
    List<String> rest = new ArrayList<>();
    for (Optional<String> line = nextLine(); line.isPresent(); line = nextLine()) {
      rest.add(line.get());
    }
    await();
    return rest;
  }

  private void await() {
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the process does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
