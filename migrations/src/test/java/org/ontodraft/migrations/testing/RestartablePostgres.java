package org.ontodraft.migrations.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A PostgreSQL server on one port that can be stopped at once, and started again with its data. */
public final class RestartablePostgres implements AutoCloseable {
  private static final long STOP_SECONDS = 20;

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final Path data;
  private final int port;
  private final EmbeddedPostgres process;

  private RestartablePostgres(Path data, EmbeddedPostgres process) {
    this.data = data;
    this.port = process.getPort();
    this.process = process;
  }

  /** Starts one with its data in this folder and these lines in its configuration. */
  public static RestartablePostgres start(Path data, Map<String, String> settings) {
    try {
      return new RestartablePostgres(
          data,
          PostgresProcess.start(builder -> {
            // The library turns both off, and then a crash takes what was committed.
            EmbeddedPostgres.Builder with =
                builder
                    .setDataDirectory(data)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on");
            settings.forEach(with::setServerConfig);
            return with;
          }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again as it was started first. */
  public void start() {
    try {
      String first = Files.readString(data.resolve("postmaster.opts"));
      Path program = Path.of(first.substring(0, first.indexOf(' ')));
      String options =
          QUOTED
              .matcher(first)
              .results()
              .map(option -> "'" + option.group(1) + "'")
              .collect(Collectors.joining(" "));
      List<String> command = new ArrayList<>(PostgresProcess.unprivileged());
      command.addAll(
          List.of(
              program.resolveSibling("pg_ctl").toString(),
              "-D",
              data.toString(),
              "-w",
              "-l",
              data.resolveSibling(data.getFileName() + ".log").toString(),
              "-o",
              options,
              "start"));
      if (new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          != 0) {
        throw new IllegalStateException("the server did not start again");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Who may connect how, in the words of {@code pg_hba.conf}; from the next start on. */
  public void admit(String lines) {
    try {
      Files.writeString(data.resolve("pg_hba.conf"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as a crash would: no transaction is finished, no client is told. */
  public void stopAtOnce() {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
      ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
      new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start().waitFor();
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }

  @Override
  public void close() {
    try {
      process.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
