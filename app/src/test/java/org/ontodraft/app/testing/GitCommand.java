package org.ontodraft.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the {@code git} program, as an independent judge of what we wrote. */
public final class GitCommand {
  private final Path folder;

  private GitCommand(Path folder) {
    this.folder = folder;
  }

  /** Git in a repository or working copy. */
  public static GitCommand in(Path folder) {
    return new GitCommand(folder);
  }

  /**
   * How a command ended.
   *
   * @param output what it printed, without white space around it
   */
  public record Answer(int status, String output, String errors) {}

  /**
   * Runs a command with no configuration but the repository's own.
   *
   * @return what it printed, without white space around it
   * @throws AssertionError when it fails
   */
  public String run(String... arguments) {
    Answer answer = ask(arguments);
    if (answer.status() != 0) {
      throw new AssertionError(
          "git " + String.join(" ", arguments) + "\n" + answer.output() + answer.errors());
    }
    return answer.output();
  }

  /** Runs a command as {@link #run} does, also one that says no by its status. */
  public Answer ask(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of("-c", "safe.directory=*", "-c", "core.quotePath=false"));
    command.addAll(List.of("-c", "user.name=Ada", "-c", "user.email=ada@example.org"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_AUTHOR_DATE", "2026-01-05T08:00:00Z");
    environment.put("GIT_COMMITTER_DATE", "2026-01-05T08:00:00Z");
    environment.put("LC_ALL", "C.UTF-8");
    try {
      Path errors = Files.createTempFile("git", ".err");
      Process process = builder.redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int status = process.waitFor();
      String said = Files.readString(errors);
      Files.delete(errors);
      return new Answer(status, output, said);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
