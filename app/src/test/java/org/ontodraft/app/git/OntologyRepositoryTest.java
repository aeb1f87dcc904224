package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
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
    upstream = GitHistory.bare(folder.resolve("upstream.git"));
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

  @Test
  void fetchTellsFromWhereToWhere() {
    String first = upstream.file("categories/A.json", "{}").commit("one\n\nmore");
    assertThat(repository.fetchedHead()).isEmpty();

    FetchOutcome.Fetched initial = (FetchOutcome.Fetched) fetch();
    assertThat(initial.from()).isEmpty();
    assertThat(initial.to().commit()).isEqualTo(first);
    assertThat(initial.to().branch()).isEqualTo("main");
    assertThat(initial.to().summary()).isEqualTo("one");
    assertThat(initial.to().committedAt()).isEqualTo("2026-01-05T09:00:00Z");
    assertThat(initial.moved()).isTrue();

    FetchOutcome.Fetched again = (FetchOutcome.Fetched) fetch();
    assertThat(again.moved()).isFalse();

    String second = upstream.file("categories/B.json", "{}").commit("two");
    FetchOutcome.Fetched next = (FetchOutcome.Fetched) fetch();
    assertThat(next.from().map(OntologyVersion::commit)).contains(first);
    assertThat(next.to().commit()).isEqualTo(second);
    assertThat(next.rewritten()).isFalse();
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
            .rawName("properties/Caf\u00e9.json", "{}")
            .file("resources/Person/Jos\u00e9.json", "{}")
            .file("categoriesX/D.json", "{}")
            .commit("all kinds");
    fetch();
    assertThat(repository.entries(commit))
        .extracting(TreeEntry::path, TreeEntry::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("categories/A.json", Kind.FILE),
            org.assertj.core.groups.Tuple.tuple("categories/B.json", Kind.EXECUTABLE),
            org.assertj.core.groups.Tuple.tuple("categories/C.json", Kind.SYMLINK),
            org.assertj.core.groups.Tuple.tuple("modules/sub", Kind.SUBMODULE),
            org.assertj.core.groups.Tuple.tuple("properties/Caf\\xE9.json", Kind.FILE),
            org.assertj.core.groups.Tuple.tuple("resources/Person/Jos\u00e9.json", Kind.FILE));
    String blob = repository.entries(commit).getFirst().blobId();
    assertThat(repository.read(blob, 10))
        .hasValue("{\"id\":\"A\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(repository.read(blob, 9)).isEqualTo(Optional.empty());
  }
}
