package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;

/** The first fetch from a folder, when its packs can be copied and when they cannot. */
class PackCopyTest {
  @TempDir Path folder;
  private GitTransports transports;
  private GitHistory upstream;

  @BeforeEach
  void makeUpstream() {
    transports = new GitTransports(folder.resolve("home"), Duration.ofSeconds(10));
    upstream = GitHistory.bare(folder.resolve("up.git"));
    upstream.file("categories/A.json", "{}").commit("one");
    upstream.file("categories/B.json", "{}").commit("two");
  }

  @AfterEach
  void close() {
    upstream.close();
    transports.close();
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  /** Fetches into a new repository and reads the whole head. */
  private int fetchedFiles(Path from) {
    try (OntologyRepository repository = OntologyRepository.open(cache(), transports)) {
      FetchOutcome outcome = repository.fetch(new Remote.Folder(from), null, Progress.none());
      assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
      return (int)
          repository.entries(repository.head().commit()).stream()
              .filter(entry -> repository.read(entry.blobId(), 100).isPresent())
              .count();
    }
  }

  private static Set<String> packs(Path repository) throws IOException {
    try (Stream<Path> files = Files.list(repository.resolve("objects/pack"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pack"))
          .collect(Collectors.toSet());
    }
  }

  private void pack() {
    GitCommand.in(upstream.folder()).run("repack", "-a", "-d", "-q");
  }

  @Test
  void packs_of_a_folder_are_copied_as_they_are() throws IOException {
    pack();

    assertThat(fetchedFiles(upstream.folder())).isEqualTo(2);

    assertThat(packs(cache())).isEqualTo(packs(upstream.folder()));
  }

  @Test
  void what_is_not_packed_is_fetched() throws IOException {
    pack();
    upstream.file("categories/C.json", "{}").commit("three");

    assertThat(fetchedFiles(upstream.folder())).isEqualTo(3);

    assertThat(packs(cache())).containsAll(packs(upstream.folder())).hasSizeGreaterThan(1);
  }

  @Test
  void a_folder_that_keeps_its_objects_elsewhere_is_fetched() throws IOException {
    pack();
    Path sharing = folder.resolve("sharing.git");
    GitCommand.in(folder).run("clone", "-q", "--bare", "--shared", "up.git", "sharing.git");

    assertThat(fetchedFiles(sharing)).isEqualTo(2);

    assertThat(packs(sharing)).isEmpty();
  }

  @Test
  void a_damaged_pack_is_told_like_any_fetch() throws IOException {
    pack();
    for (String pack : packs(upstream.folder())) {
      Path file = upstream.folder().resolve("objects/pack").resolve(pack);
      file.toFile().setWritable(true);
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }

    try (OntologyRepository repository = OntologyRepository.open(cache(), transports)) {
      assertThat(repository.fetch(new Remote.Folder(upstream.folder()), null, Progress.none()))
          .isInstanceOf(RemoteFailure.class);
    }
  }
}
