package org.ontodraft.app.service.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.git.FetchOutcome;
import org.ontodraft.app.git.GitTransports;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

class GitEntityHistoryTest {
  private static final Path BUNDLE =
      Path.of("..", "..", "shared", "ontologies", "labki-json.bundle");
  private static final EntityKey HUMAN = EntityKey.parse("category:Human").orElseThrow();

  @TempDir Path folder;
  private GitTransports transports;
  private OntologyRepository repository;

  @BeforeEach
  void open() {
    transports = new GitTransports(folder.resolve("home"), Duration.ofSeconds(60));
    repository = OntologyRepository.open(folder.resolve("cache"), transports);
  }

  @AfterEach
  void close() {
    repository.close();
    transports.close();
  }

  private String fetch(Path upstream) {
    return ((FetchOutcome.Fetched)
            repository.fetch(new Remote.Folder(upstream), null, Progress.none()))
        .to()
        .commit();
  }

  private List<HistoryEntry> all(EntityKey key, String commit, int atATime) {
    EntityHistory history = new GitEntityHistory(repository, repository.history());
    List<HistoryEntry> entries = new ArrayList<>();
    Optional<HistoryPosition> next = Optional.of(new HistoryPosition(key, commit));
    while (next.isPresent()) {
      EntityHistory.Page page = history.read(next.get(), atATime, Progress.none());
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(atATime);
      entries.addAll(page.entries());
      next = page.next();
    }
    return entries;
  }

  private static String category(String key, String label, String description) {
    return "{\n  \"id\": \"%s\",\n  \"label\": \"%s\",\n  \"description\": \"%s\"\n}\n"
        .formatted(key, label, description);
  }

  private static List<String> told(List<HistoryEntry> entries) {
    return entries.stream()
        .map(entry ->
            entry.commit().version().summary()
                + ": "
                + entry.status()
                + " "
                + entry.changes().stream().map(change -> change.field().name()).toList())
        .toList();
  }

  @Test
  void followsFieldsThroughARenameAndABrokenFile() {
    try (GitHistory upstream = GitHistory.bare(folder.resolve("up.git"))) {
      upstream.file("categories/Person.json", category("Person", "Person", "One")).commit("Made");
      upstream.file("categories/Other.json", category("Other", "Other", "Two")).commit("Elsewhere");
      upstream.file("categories/Person.json", category("Person", "Person", "All")).commit("Said");
      upstream
          .delete("categories/Person.json")
          .file("categories/Human.json", category("Human", "Person", "All"))
          .commit("Renamed");
      upstream.file("categories/Human.json", "{ broken").commit("Broken");
      upstream.file("categories/Human.json", category("Human", "Human", "All")).commit("Mended");

      List<HistoryEntry> entries = all(HUMAN, fetch(upstream.folder()), 2);

      assertThat(told(entries))
          .containsExactly(
              "Mended: MODIFIED [id, label, description]",
              "Broken: BROKEN [id, label, description]",
              "Renamed: RENAMED [id]",
              "Said: MODIFIED [description]",
              "Made: ADDED [id, label, description]");
      assertThat(entries.get(2).from()).isEqualTo(EntityKey.parse("category:Person").orElseThrow());
      assertThat(entries.get(1).problems()).isNotEmpty();
      assertThat(entries.getFirst().commit().author()).isEqualTo("Ada Curator");
    }
  }

  @Test
  void anEntityThatGoesAndComesBackTellsBoth() {
    try (GitHistory upstream = GitHistory.bare(folder.resolve("up.git"))) {
      upstream.file("categories/Human.json", category("Human", "Human", "One")).commit("Made");
      upstream.delete("categories/Human.json").file("README", "x").commit("Gone");
      upstream.file("categories/Human.json", category("Human", "Human", "One")).commit("Back");

      assertThat(told(all(HUMAN, fetch(upstream.folder()), 20)))
          .containsExactly(
              "Back: ADDED [id, label, description]",
              "Gone: DELETED [id, label, description]",
              "Made: ADDED [id, label, description]");
    }
  }

  @Test
  void nobodyMadeWhatWasNeverThere() {
    try (GitHistory upstream = GitHistory.bare(folder.resolve("up.git"))) {
      upstream.file("categories/A.json", category("A", "A", "One")).commit("Made");
      assertThat(all(HUMAN, fetch(upstream.folder()), 20)).isEmpty();
    }
  }

  @Test
  void aTagAndTheBeginningOfAnIdNameACommit() {
    try (GitHistory upstream = GitHistory.bare(folder.resolve("up.git"))) {
      String first = upstream.file("categories/A.json", category("A", "A", "One")).commit("Made");
      GitCommand.in(upstream.folder()).run("tag", "v1", first);
      upstream.file("categories/A.json", category("A", "A", "Two")).commit("Said");
      String second = fetch(upstream.folder());

      assertThat(repository.history().tags())
          .extracting(tag -> tag.name() + " " + tag.version().commit())
          .containsExactly("v1 " + first);
      for (String name : List.of("v1", first, first.substring(0, 8))) {
        assertThat(repository.history().named(name).orElseThrow().version().commit())
            .isEqualTo(first);
      }
      assertThat(repository.history().named("main").orElseThrow().version().commit())
          .isEqualTo(second);
      assertThat(repository.history().named("nothing")).isEmpty();
      assertThat(repository.history().named("../HEAD")).isEmpty();
    }
  }

  @Test
  void aRealHistoryHasTheCommitsThatGitNames() {
    assumeTrue(Files.exists(BUNDLE), "the real repositories are not beside the checkout");
    Path clone = folder.resolve("real.git");
    GitCommand git = GitCommand.in(folder);
    git.run("clone", "--quiet", "--bare", BUNDLE.toAbsolutePath().toString(), clone.toString());
    String head = fetch(clone);
    EntityKey person = EntityKey.parse("category:Person").orElseThrow();

    List<HistoryEntry> entries = all(person, head, 5);

    String named =
        GitCommand.in(clone)
            .run("log", "--first-parent", "--format=%H", head, "--", "categories/Person.json");
    assertThat(entries.stream().map(entry -> entry.commit().version().commit()))
        .containsAll(named.lines().toList());
    assertThat(entries.getLast().status()).isIn(EntityStatus.ADDED, EntityStatus.RENAMED);
  }
}
