package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.model.ontology.CommitList;
import org.ontodraft.model.ontology.OntologySource.TreeChange;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologySource.TreeEntry.Kind;
import org.ontodraft.model.ontology.OntologyVersion;

class OntologyRepositoryTest {
  @TempDir Path folder;
  private GitTransports transports;
  private GitHistory upstream;
  private OntologyRepository repository;

  @BeforeEach
  void open() {
    transports = new GitTransports(folder.resolve("home"), Duration.ofSeconds(10));
    upstream = GitHistory.bare(folder.resolve("up 100% ü.git"));
    repository = OntologyRepository.open(folder.resolve("cache"), transports);
  }

  @AfterEach
  void close() {
    repository.close();
    upstream.close();
    transports.close();
  }

  private FetchOutcome fetch() {
    return repository.fetch(new Remote.Folder(upstream.folder()), null, Progress.none());
  }

  private OntologyVersion fetched() {
    return ((FetchOutcome.Fetched) fetch()).to();
  }

  private static String text(Optional<byte[]> bytes) {
    return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void fetchTellsFromWhereToWhere() {
    String first = upstream.file("categories/A.json", "{}").commit("one\n\nmore");
    assertThat(repository.fetchedHead()).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> repository.head());

    FetchOutcome.Fetched initial = (FetchOutcome.Fetched) fetch();
    assertThat(initial.from()).isEmpty();
    assertThat(initial.to().commit()).isEqualTo(first);
    assertThat(initial.to().branch()).isEqualTo("main");
    assertThat(initial.to().summary()).isEqualTo("one");
    assertThat(initial.to().committedAt()).isEqualTo("2026-01-05T09:00:00Z");
    assertThat(initial.moved()).isTrue();
    assertThat(repository.head()).isEqualTo(initial.to());

    assertThat(((FetchOutcome.Fetched) fetch()).moved()).isFalse();

    String second = upstream.file("categories/B.json", "{}").commit("two");
    FetchOutcome.Fetched next = (FetchOutcome.Fetched) fetch();
    assertThat(next.from()).contains(initial.to());
    assertThat(next.to().commit()).isEqualTo(second);
    assertThat(next.rewritten()).isFalse();
  }

  @Test
  void rewrittenHistoryIsSaidAndThePinnedBaseStays() {
    UUID draft = new UUID(1, 2);
    String base = upstream.file("categories/A.json", "{\"a\":1}").commit("one");
    fetch();
    repository.pin(draft, base);
    String other = upstream.orphan().file("categories/A.json", "{\"a\":2}").commit("again");

    FetchOutcome.Fetched outcome = (FetchOutcome.Fetched) fetch();
    assertThat(outcome.rewritten()).isTrue();
    assertThat(outcome.to().commit()).isEqualTo(other);
    assertThat(repository.version(base)).isPresent();
    assertThat(text(repository.read(repository.entries(base).getFirst().blobId(), 100)))
        .isEqualTo("{\"a\":1}");
  }

  @Test
  void theDefaultBranchIsTheRemotesHead() {
    upstream.file("categories/A.json", "{}").commit("one");
    fetch();
    String trunk = upstream.on("trunk").file("categories/B.json", "{}").commit("two");
    upstream.head("trunk");
    OntologyVersion version = fetched();
    assertThat(version.branch()).isEqualTo("trunk");
    assertThat(version.commit()).isEqualTo(trunk);
    assertThat(repository.head().branch()).isEqualTo("trunk");
  }

  @Test
  void noCommitsIsItsOwnOutcome() {
    assertThat(fetch()).isEqualTo(new FetchOutcome.NoCommits());
    assertThat(repository.fetchedHead()).isEmpty();
  }

  @Test
  void aHeadThatNamesAMissingBranchIsItsOwnOutcome() {
    upstream.file("categories/A.json", "{}").commit("one");
    upstream.head("gone");
    assertThat(fetch()).isEqualTo(new FetchOutcome.MissingDefaultBranch(Optional.of("gone")));
    assertThat(repository.fetchedHead()).isEmpty();
  }

  @Test
  void aDetachedHeadIsTheBranchAtItsCommit() throws Exception {
    String commit = upstream.file("categories/A.json", "{}").commit("one");
    upstream.on("beta").on("main");
    upstream.point("beta", commit);
    Files.writeString(upstream.folder().resolve("HEAD"), commit + "\n");
    assertThat(fetched().branch()).isEqualTo("main");
  }

  @Test
  void aFolderWithoutARepositoryIsSaid() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(repository.fetch(new Remote.Folder(empty), null, Progress.none()))
        .isEqualTo(new RemoteFailure.NotARepository());
    assertThat(repository.fetch(new Remote.Folder(folder.resolve("none")), null, Progress.none()))
        .isEqualTo(new RemoteFailure.NotARepository());
  }

  @Test
  void aCancelledFetchChangesNothing() {
    upstream.file("categories/A.json", "{}").commit("one");
    Progress stopped =
        new Progress() {
          @Override
          public void stage(String stage, long total) {
            throw new CancellationException();
          }

          @Override
          public void done(long units) {}

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    assertThat(repository.fetch(new Remote.Folder(upstream.folder()), null, stopped))
        .isEqualTo(new RemoteFailure.Cancelled());
    assertThat(repository.fetchedHead()).isEmpty();
    assertThat(fetched().summary()).isEqualTo("one");
  }

  @Test
  void progressNamesItsStages() {
    for (int i = 0; i < 50; i++) {
      upstream.file("categories/C" + i + ".json", "{\"n\":" + i + "}");
    }
    upstream.commit("many");
    List<String> stages = new CopyOnWriteArrayList<>();
    repository.fetch(
        new Remote.Folder(upstream.folder()),
        null,
        new Progress() {
          @Override
          public void stage(String stage, long total) {
            stages.add(stage);
          }

          @Override
          public void done(long units) {}

          @Override
          public boolean cancelled() {
            return false;
          }
        });
    assertThat(stages).startsWith("fetch").contains("fetch.receive");
    assertThat(stages).allMatch(stage -> stage.matches("fetch(\\.(prepare|receive|resolve))?"));
  }

  @Test
  void entriesAreThoseOfTheEntityFolders() {
    String commit =
        upstream
            .file("README.md", "no")
            .file("categories/A.json", "{\"id\":\"A\"}")
            .executable("categories/B.json", "{}")
            .symlink("categories/C.json", "../../etc/passwd")
            .submodule("modules/sub")
            .symlink("dashboards", "categories")
            .rawName("properties/Caf\u00e9.json", "{}")
            .file("resources/Person/Jos\u00e9.json", "{}")
            .file("categoriesX/D.json", "{}")
            .commit("all kinds");
    fetch();
    assertThat(repository.entries(commit))
        .extracting(TreeEntry::path, TreeEntry::kind)
        .containsExactly(
            tuple("categories/A.json", Kind.FILE),
            tuple("categories/B.json", Kind.EXECUTABLE),
            tuple("categories/C.json", Kind.SYMLINK),
            tuple("dashboards", Kind.SYMLINK),
            tuple("modules/sub", Kind.SUBMODULE),
            tuple("properties/Caf\\xE9.json", Kind.FILE),
            tuple("resources/Person/Jos\u00e9.json", Kind.FILE));
    String blob = repository.entries(commit).getFirst().blobId();
    assertThat(text(repository.read(blob, 10))).isEqualTo("{\"id\":\"A\"}");
    assertThat(repository.read(blob, 9)).isEmpty();
  }

  @Test
  void changesAreThePathsThatDiffer() {
    String before =
        upstream
            .file("categories/A.json", "1")
            .file("categories/B.json", "1")
            .file("categories/C.json", "1")
            .file("resources/X", "a file")
            .file("README.md", "1")
            .commit("one");
    String after =
        upstream
            .file("categories/A.json", "2")
            .delete("categories/B.json")
            .file("categories/D.json", "1")
            .executable("categories/C.json", "1")
            .delete("resources/X")
            .file("resources/X/Y.json", "a folder")
            .file("README.md", "2")
            .commit("two");
    fetch();
    assertThat(repository.changes(before, after))
        .extracting(TreeChange::path, OntologyRepositoryTest::sides)
        .containsExactly(
            tuple("categories/A.json", "FILE FILE"),
            tuple("categories/B.json", "FILE -"),
            tuple("categories/C.json", "FILE EXECUTABLE"),
            tuple("categories/D.json", "- FILE"),
            tuple("resources/X", "FILE -"),
            tuple("resources/X/Y.json", "- FILE"));
    assertThat(repository.changes(after, after)).isEmpty();
  }

  private static String sides(TreeChange change) {
    return side(change.before()) + " " + side(change.after());
  }

  private static String side(Optional<TreeEntry> entry) {
    return entry.map(found -> found.kind().name()).orElse("-");
  }

  @Test
  void aCommitThatIsNotHereHasNoVersion() {
    upstream.file("categories/A.json", "{}").commit("one");
    OntologyVersion head = fetched();
    assertThat(repository.version("0".repeat(40))).isEmpty();
    assertThat(repository.version("main")).isEmpty();
    String blob = repository.entries(head.commit()).getFirst().blobId();
    assertThat(repository.version(blob)).isEmpty();
    assertThatThrownBy(() -> repository.read("1".repeat(40), 10))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void pinsAreKeptMovedAndLetGo() {
    UUID draft = new UUID(7, 8);
    String one = upstream.file("categories/A.json", "1").commit("one");
    String two = upstream.file("categories/A.json", "2").commit("two");
    fetch();
    repository.pin(draft, one);
    repository.pin(draft, one);
    assertThat(repository.pins()).isEqualTo(Map.of(draft, one));
    repository.pin(draft, two);
    repository.pin(new UUID(9, 9), one);
    assertThat(repository.pins()).containsEntry(draft, two).hasSize(2);
    repository.unpin(draft);
    repository.unpin(draft);
    assertThat(repository.pins()).containsOnlyKeys(new UUID(9, 9));
  }

  @Test
  void manyThreadsReadTheSameBlobs() throws Exception {
    long seed = 42;
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      upstream.file("properties/P" + i + ".json", "x".repeat(random.nextInt(4000)) + i);
    }
    String commit = upstream.commit("many");
    fetch();
    List<TreeEntry> entries = repository.entries(commit);
    List<String> expected =
        entries.stream().map(entry -> text(repository.read(entry.blobId(), 5000))).toList();
    assertThat(expected).hasSize(300).doesNotHaveDuplicates();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> readings =
          IntStream.range(0, 16)
              .mapToObj(i ->
                  threads.submit(() ->
                      entries.stream()
                          .map(entry -> text(repository.read(entry.blobId(), 5000)))
                          .toList()))
              .toList();
      for (Future<List<String>> reading : readings) {
        assertThat(reading.get()).as("seed %s", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void aBundleIsReadAndNotWritten() {
    for (String name : List.of("labki-json", "schemaorg")) {
      Path bundle = Path.of("..", "..", "shared", "ontologies", name + ".bundle");
      Assumptions.assumeTrue(Files.exists(bundle), bundle + " is not here");
      try (OntologyRepository cache =
          OntologyRepository.open(folder.resolve("cache-" + name), transports)) {
        Remote remote = Remote.of(bundle);
        OntologyVersion head =
            ((FetchOutcome.Fetched) cache.fetch(remote, null, Progress.none())).to();
        assertThat(head.branch()).isEqualTo("main");
        assertThat(cache.entries(head.commit())).isNotEmpty();
        assertThat(cache.probe(remote, null, "main", Progress.none()))
            .isEqualTo(new ProbeOutcome.Present(head.commit()));
        assertThat(
                cache.push(remote, null, "other", head.commit(), Optional.empty(), Progress.none()))
            .isEqualTo(new PushOutcome.ReadOnlyRemote());
      }
    }
  }

  @Test
  void theCommitsBetweenTwoVersionsAreNamedAndCounted() {
    String first = upstream.file("categories/A.json", "{}").commit("one");
    upstream.file("categories/A.json", "{ }").commit("two\n\nand more of it");
    String last = upstream.file("categories/B.json", "{}").commit("three");
    fetched();

    CommitList commits = repository.commits(first, last, 1);

    assertThat(commits.newest())
        .extracting(commit -> commit.version().summary())
        .containsExactly("three");
    assertThat(commits.newest().getFirst().author()).isNotEmpty();
    assertThat(commits.count()).isEqualTo(2);
    assertThat(commits.authors()).isEqualTo(1);
    assertThat(repository.commits(last, last, 10)).isEqualTo(CommitList.NONE);
    assertThat(repository.commits("0".repeat(40), last, 10)).isEqualTo(CommitList.NONE);
  }
}
