package org.ontodraft.migrations.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Starts a PostgreSQL server of the test's own. The server refuses to run as root; the library gets
 * round that with a user namespace, and where those are refused too (in most containers), the
 * server runs as {@code nobody} here.
 */
public final class PostgresProcess {
  private static final String AS_NOBODY =
      """
      #!/bin/sh
      for argument; do
        [ "$before" = -D ] && chown nobody "$argument"
        before=$argument
      done
      exec setpriv --reuid=nobody --regid=nogroup --clear-groups "$0.real" "$@"
      """;

  private PostgresProcess() {}

  /** A server that has started; the caller closes it. */
  public static EmbeddedPostgres start() throws IOException {
    return start(builder -> builder);
  }

  /**
   * A server that has started as it is asked to; the caller closes it.
   *
   * @param settings what the server is to have
   */
  public static EmbeddedPostgres start(UnaryOperator<EmbeddedPostgres.Builder> settings)
      throws IOException {
    if (!isRootWithoutNamespaces()) {
      return settings.apply(EmbeddedPostgres.builder()).start();
    }
    // Folders above must be open to nobody, which a home folder is not.
    Path home = Path.of(System.getProperty("java.io.tmpdir"), "ontodraft-postgres");
    EmbeddedPostgres.Builder builder =
        settings.apply(EmbeddedPostgres.builder()).setOverrideWorkingDirectory(home.toFile());
    try {
      return builder.start();
    } catch (IllegalStateException refusedToRoot) {
      // The first try has unpacked the programs; now they can be told to change the user.
      if (!runAsNobody(home)) {
        throw refusedToRoot;
      }
      return builder.start();
    }
  }

  /** What goes in front of a command that refuses to run as root. */
  static List<String> unprivileged() throws IOException {
    boolean root = "root".equals(System.getProperty("user.name"));
    return root && !isRootWithoutNamespaces() ? List.of("unshare", "-U") : List.of();
  }

  private static boolean isRootWithoutNamespaces() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return false;
    }
    try {
      Process probe = new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true).start();
      probe.getInputStream().readAllBytes();
      return probe.waitFor() != 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private static boolean runAsNobody(Path home) throws IOException {
    boolean changed = false;
    try (Stream<Path> folders = Files.list(home)) {
      for (Path folder : folders.filter(path -> Files.exists(path.resolve("bin"))).toList()) {
        for (String name : List.of("initdb", "pg_ctl")) {
          Path program = folder.resolve("bin").resolve(name);
          Path real = folder.resolve("bin").resolve(name + ".real");
          if (Files.notExists(real)) {
            Files.move(program, real);
            Files.writeString(program, AS_NOBODY);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            changed = true;
          }
        }
      }
    }
    return changed;
  }
}
