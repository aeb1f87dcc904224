package org.ontodraft.persistence.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.model.search.SearchQuery;
import org.ontodraft.persistence.testing.ChildProcess;

/** An index and other processes: one that has it, and one that is killed while it writes. */
class SearchIndexProcessesTest {
  private static final int KILLS = 6;

  @TempDir Path folder;

  private Path search() {
    return folder.resolve("search");
  }

  @Test
  void whileAnotherProcessHasItThisOneIsInMemory() {
    try (ChildProcess child = ChildProcess.java(IndexChild.class, search().toString(), "1")) {
      child.awaitLine("finished 1");
      try (LuceneSearchIndex index = LuceneSearchIndex.open(search())) {
        assertThat(index.commit()).isEmpty();
        index.change(IndexChild.version(1).subList(0, 1), List.of());
        index.finish("mine");
        assertThat(index.candidates(SearchQuery.of("entity"), 10)).hasSize(1);
      }
    }
    try (LuceneSearchIndex index = LuceneSearchIndex.open(search())) {
      assertThat(index.contents()).hasSize(IndexChild.ENTITIES);
    }
  }

  @Test
  void whoeverIsKilledLeavesOneVersionWhole() {
    int next = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> rest;
      String last = "";
      try (ChildProcess child =
          ChildProcess.java(IndexChild.class, search().toString(), Integer.toString(next))) {
        child.awaitLine("ready");
        for (int i = 0; i <= kill; i++) {
          last = child.nextLine().orElseThrow();
        }
        rest = child.kill();
      }
      if (!rest.isEmpty()) {
        last = rest.getLast();
      }
      int told = Integer.parseInt(last.substring(last.indexOf(' ') + 1));
      int finished = last.startsWith("finished") ? told : told - 1;
      try (LuceneSearchIndex index = LuceneSearchIndex.open(search())) {
        int held = index.commit().map(Integer::parseInt).orElse(0);
        assertThat(held).as("after %s", last).isBetween(finished, finished + 1);
        Set<String> versions = new TreeSet<>(index.contents().values());
        assertThat(versions).isEqualTo(held == 0 ? Set.of() : Set.of(Integer.toString(held)));
        if (held > 0) {
          assertThat(index.candidates(SearchQuery.of("version" + held), 1_000))
              .hasSize(IndexChild.ENTITIES);
        }
        next = held + 1;
      }
    }
  }
}
