package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ontodraft.app.bench.StartUpCache;

/**
 * Runs a program in the state of an installation: class path in jars, start-up cache trained by the
 * smoke test. Arguments: the program's class and its arguments.
 */
public final class InstalledRun {
  private InstalledRun() {}

  /** Ends when the program has ended. */
  public static void main(String[] arguments) throws Exception {
    try (StartUpCache cache = train()) {
      run(
          cache.java(
              Class.forName(arguments[0]), Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
  }

  /** The cache that the image's build makes. */
  static StartUpCache train() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("ontodraft-smoke-test");
    return StartUpCache.train(Main.class, "--smoke-test", "--data-dir", data.toString());
  }

  /** Runs a command whose output is this program's. */
  static void run(List<String> command) throws IOException, InterruptedException {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("a process ended with " + exit + ": " + command);
    }
  }
}
