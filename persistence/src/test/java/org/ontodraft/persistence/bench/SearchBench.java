package org.ontodraft.persistence.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.search.Ranking;
import org.ontodraft.model.search.SearchHit;
import org.ontodraft.model.search.SearchQuery;
import org.ontodraft.model.search.SearchableEntity;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.OntologyGenerator.Shape;
import org.ontodraft.persistence.search.LuceneSearchIndex;

/** Filling the index, changing it, and asking it what people type, with hits ranked. */
public final class SearchBench {
  private static final long SEED = 42;
  private static final int SHOWN = 50;
  private static final int ROUNDS = 100;
  private static final List<String> TYPED =
      List.of("Prot", "sample dev", "Has_1", "protcol", "asay recrod", "tissue buffer", "xyz", "p");

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final PrintStream out;
  private final Map<EntityKey, String> labels = new HashMap<>();

  private SearchBench(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @param arguments how many entities; 100,000 when there is none
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    int size =
        arguments.length == 0 || arguments[0].isEmpty() ? 100_000 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("search-bench");
    try {
      new SearchBench(System.out).run(size, folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run(int size, Path folder) throws IOException {
    List<SearchableEntity> entities = entities(size);
    try (LuceneSearchIndex index = LuceneSearchIndex.open(folder)) {
      timed(
          "index of " + size + " entities",
          () -> {
            for (int i = 0; i < entities.size(); i += 250) {
              index.change(entities.subList(i, Math.min(entities.size(), i + 250)), List.of());
            }
            index.finish("0");
          });
      for (int round = 0; round < 5; round++) {
        int version = round + 1;
        timed(
            "100 changed",
            () -> {
              index.change(entities.subList(version * 100, version * 100 + 100), List.of());
              index.finish(Integer.toString(version));
            });
      }
      out.printf(Locale.ROOT, "size on disk: %.1f MB%n", sizeOf(folder) / 1e6);
      ask(index);
    }
    timed("open and check", () -> LuceneSearchIndex.open(folder).close());
  }

  private List<SearchableEntity> entities(int size) {
    List<SearchableEntity> entities = new ArrayList<>(size);
    OntologyGenerator.generate(
        SEED,
        size,
        Shape.MIXED,
        (path, text) -> {
          int slash = path.indexOf('/');
          EntityType type = EntityType.ofFolder(path.substring(0, slash)).orElseThrow();
          String name = path.substring(slash + 1, path.length() - ".json".length());
          EntityKey key = EntityKey.of(type, name);
          EntityDocument document = JsonCodec.parse(text);
          String label = document.label().orElse(name);
          labels.put(key, label);
          String prose =
              document.description().orElse("") + "\n" + document.text("wikitext").orElse("");
          entities.add(new SearchableEntity(key, label, prose, Integer.toString(text.hashCode())));
        });
    return entities;
  }

  private void ask(LuceneSearchIndex index) {
    for (String typed : TYPED) {
      SearchQuery query = SearchQuery.of(typed);
      long[] nanos = new long[ROUNDS];
      long processor = 0;
      int found = 0;
      for (int i = -ROUNDS; i < ROUNDS; i++) {
        if (i == 0) {
          processor = system.getProcessCpuTime();
        }
        long before = System.nanoTime();
        found = hits(index, query).size();
        if (i >= 0) {
          nanos[i] = System.nanoTime() - before;
        }
      }
      Arrays.sort(nanos);
      processor = system.getProcessCpuTime() - processor;
      out.printf(
          Locale.ROOT,
          "%-14s %3d hits  wall ms: median %6.2f p95 %6.2f  processor ms: mean %6.2f%n",
          typed,
          found,
          nanos[ROUNDS / 2] / 1e6,
          nanos[ROUNDS * 95 / 100] / 1e6,
          processor / 1e6 / ROUNDS);
    }
  }

  private List<SearchHit> hits(LuceneSearchIndex index, SearchQuery query) {
    Ranking ranking = new Ranking(query);
    return index.candidates(query, SHOWN * 2).stream()
        .map(key -> ranking.known(key, labels.getOrDefault(key, "")))
        .sorted()
        .limit(SHOWN)
        .toList();
  }

  private void timed(String what, Runnable work) {
    long processor = system.getProcessCpuTime();
    long before = System.nanoTime();
    work.run();
    out.printf(
        Locale.ROOT,
        "%s: %.0f ms, processor %.0f ms%n",
        what,
        (System.nanoTime() - before) / 1e6,
        (system.getProcessCpuTime() - processor) / 1e6);
  }

  private static long sizeOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
