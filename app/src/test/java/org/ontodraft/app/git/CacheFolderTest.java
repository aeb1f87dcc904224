package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.git.OntologyRepository.Condition;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;

/** Our own repository after kills, damage and meddling. */
class CacheFolderTest {
  @TempDir Path folder;
  private final GitTransports transports =
      new GitTransports(Path.of("unused"), Duration.ofSeconds(10));
  private GitHistory upstream;
  private Path cache;
  private String commit;

  @BeforeEach
  void fetchOnce() {
    upstream = GitHistory.bare(folder.resolve("upstream.git"));
    commit = upstream.file("categories/A.json", "{}").commit("one");
    cache = folder.resolve("cache");
    try (OntologyRepository repository = open()) {
      assertThat(repository.condition()).isEqualTo(Condition.NEW);
      fetch(repository);
    }
  }

  @AfterEach
  void close() {
    upstream.close();
    transports.close();
  }

  private OntologyRepository open() {
    return OntologyRepository.open(cache, transports);
  }

  private FetchOutcome fetch(OntologyRepository repository) {
    return repository.fetch(new Remote.Folder(upstream.folder()), null, Progress.none());
  }

  @Test
  void openedAgainItIsAsItWasLeft() {
    try (OntologyRepository repository = open()) {
      assertThat(repository.condition()).isEqualTo(Condition.INTACT);
      assertThat(repository.head().commit()).isEqualTo(commit);
    }
  }

  @Test
  void onlyTheUserMayLookInside() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .isEqualTo("rwx------");
  }

  @Test
  void locksOfAKilledProcessAreRemoved() throws IOException {
    List<String> left =
        List.of(
            "HEAD.lock",
            "config.lock",
            "packed-refs.lock",
            "refs/heads/main.lock",
            "objects/pack/incoming_1.pack",
            "objects/pack/pack-1.keep");
    for (String name : left) {
      Files.writeString(cache.resolve(name), "");
    }
    UUID draft = new UUID(1, 1);
    Path pin = cache.resolve("refs/ontodraft/base/" + draft + ".lock");
    Files.createDirectories(pin.getParent());
    Files.writeString(pin, "");
    String next = upstream.file("categories/A.json", "{ }").commit("two");
    try (OntologyRepository repository = open()) {
      assertThat(repository.condition()).isEqualTo(Condition.INTACT);
      assertThat(((FetchOutcome.Fetched) fetch(repository)).to().commit()).isEqualTo(next);
      repository.pin(draft, next);
    }
    assertThat(left).noneMatch(name -> Files.exists(cache.resolve(name)));
  }

  @Test
  void settingsAreOursAgainAtEveryStart() throws IOException {
    Files.writeString(
        cache.resolve("config"),
        """
        [core]
        \trepositoryformatversion = 0
        \tbare = true
        \thooksPath = /tmp
        [url "http://127.0.0.1:1/"]
        \tinsteadOf = https://github.com/
        """);
    open().close();
    assertThat(cache.resolve("config")).content().doesNotContain("insteadOf", "hooksPath");
  }

  @Test
  void manyPacksBecomeOneAndPinnedBasesStay() throws IOException {
    UUID draft = new UUID(3, 3);
    try (OntologyRepository repository = open()) {
      repository.pin(draft, commit);
      upstream.orphan();
      for (int i = 0; i < 55; i++) {
        upstream.file("categories/A.json", "{\"n\":" + i + "}").commit("change " + i);
        fetch(repository);
      }
    }
    assertThat(packs()).isGreaterThan(50);
    try (OntologyRepository repository = open()) {
      assertThat(repository.condition()).isEqualTo(Condition.INTACT);
      assertThat(packs()).isLessThan(3);
      assertThat(repository.head().summary()).isEqualTo("change 54");
      assertThat(repository.entries(commit)).hasSize(1);
      assertThat(repository.pins()).containsEntry(draft, commit);
    }
  }

  private long packs() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("objects/pack"))) {
      return files.filter(file -> file.toString().endsWith(".pack")).count();
    }
  }

  /** A way to damage the folder. */
  record Damage(String id, Meddling meddling) {
    @Override
    public String toString() {
      return id;
    }
  }

  /** Damages a folder. */
  interface Meddling {
    void with(Path folder) throws IOException;
  }

  static Stream<Damage> damages() {
    return Stream.of(
        new Damage("K01 HEAD is empty", dir -> Files.writeString(dir.resolve("HEAD"), "")),
        new Damage("K02 HEAD is gone", dir -> Files.delete(dir.resolve("HEAD"))),
        new Damage("K03 the packs are gone", dir -> each(dir, Files::delete)),
        new Damage(
            "K04 the packs are empty",
            dir -> each(dir, pack -> Files.write(overwritable(pack), new byte[0]))),
        new Damage(
            "K05 the packs are noise",
            dir -> each(dir, pack -> Files.write(overwritable(pack), new byte[4000]))),
        new Damage(
            "K06 a ref is noise", dir -> Files.writeString(dir.resolve("refs/heads/main"), "zzz")),
        new Damage(
            "K07 a ref names nothing",
            dir -> Files.writeString(dir.resolve("refs/heads/main"), "1".repeat(40))));
  }

  private static void each(Path folder, Meddling meddling) throws IOException {
    try (Stream<Path> packs = Files.list(folder.resolve("objects/pack"))) {
      for (Path pack : packs.toList()) {
        meddling.with(pack);
      }
    }
  }

  private static Path overwritable(Path file) {
    file.toFile().setWritable(true);
    return file;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void damageMeansANewOneAndTheOldIsKept(Damage damage) throws IOException {
    damage.meddling().with(cache);
    try (OntologyRepository repository = open()) {
      assertThat(repository.condition()).isEqualTo(Condition.SET_ASIDE);
      assertThat(repository.fetchedHead()).isEmpty();
      assertThat(((FetchOutcome.Fetched) fetch(repository)).to().commit()).isEqualTo(commit);
    }
    assertThat(folder.resolve("cache.damaged-1")).isDirectory();
    try (OntologyRepository repository = open()) {
      assertThat(repository.condition()).isEqualTo(Condition.INTACT);
    }
  }
}
