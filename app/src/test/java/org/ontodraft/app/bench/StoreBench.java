package org.ontodraft.app.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ontodraft.app.testing.GeneratedRepository;
import org.ontodraft.migrations.testing.PostgresProcess;

/**
 * What the store costs at a scale, on both databases in one process: first import, syncs of 1, 100
 * and 10,000 changed files, opening, effective properties in memory and as the server's rows;
 * beside reading and parsing the same blobs alone and {@code git diff-tree}. Arguments: scale (M, L
 * or XL), rounds, databases ({@code h2}, {@code postgres} or both with a comma). All rounds but the
 * first count.
 */
public final class StoreBench {
  private static final long SEED = 5;
  private static final int MOST_REFRESHED = 200_000;

  private StoreBench() {}

  /** Runs the rounds and prints medians. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    int entities =
        switch (arguments[0]) {
          case "M" -> 3_000;
          case "L" -> 100_000;
          case "XL" -> 1_000_000;
          default -> Integer.parseInt(arguments[0]);
        };
    int rounds = Integer.parseInt(arguments[1]);
    List<String> databases = List.of(arguments[2].split(","));
    Path folder = Files.createTempDirectory("ontodraft-store-bench");
    Figures figures = new Figures();
    try (EmbeddedPostgres server =
        databases.contains("postgres") ? PostgresProcess.start() : null) {
      for (int round = 0; round < rounds; round++) {
        Figures taken = new Figures();
        for (String database : databases) {
          Path place = Files.createDirectory(folder.resolve(database + round));
          try (GeneratedRepository repository =
              GeneratedRepository.make(place.resolve("upstream.git"), SEED, entities)) {
            new StoreRun(
                    repository,
                    place.resolve("data"),
                    database,
                    server,
                    taken,
                    entities <= MOST_REFRESHED)
                .run();
          } finally {
            delete(place);
          }
        }
        if (round > 0 || rounds == 1) {
          figures.addAll(taken);
        }
        out.printf(Locale.ROOT, "round %d of %d%n", round + 1, rounds);
        taken.print(out);
      }
    } finally {
      delete(folder);
    }
    out.println("scale " + arguments[0] + ", medians");
    figures.print(out);
    System.exit(0); // threads of the libraries would keep the process alive
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
