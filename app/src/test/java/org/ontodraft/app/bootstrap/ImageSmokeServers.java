package org.ontodraft.app.bootstrap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitHttpServer;
import org.ontodraft.app.testing.SelfSignedTls;
import org.ontodraft.migrations.testing.PostgresProcess;

/**
 * Runs the smoke test of a built image against servers that it starts: PostgreSQL, and Git over
 * HTTPS. Argument: the script. Ends with the script's code, and with 1 when the image did not say
 * that it reached both.
 */
public final class ImageSmokeServers {
  private ImageSmokeServers() {}

  /** Starts the servers, runs the script and stops the servers. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("ontodraft-smoke");
    int code;
    try {
      code = run(Path.of(arguments[0]), folder);
    } finally {
      delete(folder);
    }
    System.exit(code);
  }

  private static int run(Path script, Path folder) throws Exception {
    SelfSignedTls tls = SelfSignedTls.in(folder);
    Path log = folder.resolve("log");
    try (GitHistory upstream = GitHistory.bare(folder.resolve("served/ontology.git"));
        GitHttpServer git = GitHttpServer.servingTls(folder.resolve("served"), tls.context());
        EmbeddedPostgres postgres = PostgresProcess.start()) {
      upstream.file("categories/A.json", "{\"id\": \"A\", \"label\": \"A\"}\n").commit("First");
      ProcessBuilder smoke =
          new ProcessBuilder("sh", script.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      smoke.environment().put("SMOKE_POSTGRES", "127.0.0.1:" + postgres.getPort());
      smoke.environment().put("SMOKE_REPOSITORY", git.address("ontology.git"));
      smoke.environment().put("SMOKE_TRUST", tls.trust().toString());
      int code = smoke.start().waitFor();
      List<String> said = Files.readAllLines(log);
      said.forEach(System.out::println);
      boolean both =
          said.stream().anyMatch(line -> line.startsWith("fetched "))
              && said.stream().anyMatch(line -> line.startsWith("connected to PostgreSQL "));
      return code == 0 && !both ? 1 : code;
    }
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
