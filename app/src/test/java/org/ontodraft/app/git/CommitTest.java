package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.git.CommitOutcome.Committed;
import org.ontodraft.app.git.CommitOutcome.PathRefused;
import org.ontodraft.app.git.CommitRequest.Author;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;

/** Commits without a working tree, judged by the git program. */
class CommitTest {
  private static final Author ADA = new Author("Ada Löwe", "ada@example.org");
  private static final Instant DATE = Instant.parse("2026-03-04T05:06:07.899Z");

  @TempDir Path folder;
  private final GitTransports transports =
      new GitTransports(Path.of("unused"), Duration.ofSeconds(10));
  private GitHistory upstream;
  private OntologyRepository repository;
  private GitCommand git;
  private String base;

  @BeforeEach
  void fetch() {
    upstream = GitHistory.bare(folder.resolve("upstream.git"));
    base =
        upstream
            .file("README.md", "hello\n")
            .file("categories/A.json", "{\n  \"id\": \"A\"\n}\n")
            .file("categories/a+b.json", "{}\n")
            .executable("categories/B.json", "{}\n")
            .file("categories.md", "sorts between\n")
            .file("resources/Person/Ada.json", "{}\n")
            .file("resources/Person/Only.json", "{}\n")
            .file("resources/caf\u00e9.json", "{}\n")
            .rawName("properties/Caf\u00e9.json", "{}")
            .symlink("categories/link.json", "A.json")
            .commit("base");
    repository = OntologyRepository.open(folder.resolve("cache"), transports);
    repository.fetch(new Remote.Folder(upstream.folder()), null, Progress.none());
    git = GitCommand.in(folder.resolve("cache"));
  }

  @AfterEach
  void close() {
    repository.close();
    upstream.close();
    transports.close();
  }

  private static CommitRequest request(String parent, Map<String, Optional<String>> files) {
    return CommitRequest.of(parent, files, "Title\n\nBody \u00fc", ADA, DATE);
  }

  private CommitOutcome commit(Map<String, Optional<String>> files) {
    return repository.commit(request(base, files));
  }

  @Test
  void onlyWhatWasAskedForDiffers() {
    Committed made =
        (Committed)
            commit(
                Map.of(
                    "categories/A.json",
                        Optional.of("{\n  \"id\": \"A\",\n  \"label\": \"x\"\n}\n"),
                    "categories/B.json", Optional.of("{ }\n"),
                    "categories/New.json", Optional.of("{}\n"),
                    "modules/deep/er/M.json", Optional.of("{}\n"),
                    "resources/Person/Only.json", Optional.empty()));
    assertThat(git.run("diff", "--raw", "--no-renames", "--abbrev=4", base, made.commit()).lines())
        .map(line -> line.replaceAll(" [0-9a-f]{4}(?= )", ""))
        .containsExactly(
            ":100644 100644 M\tcategories/A.json",
            ":100755 100755 M\tcategories/B.json",
            ":000000 100644 A\tcategories/New.json",
            ":000000 100644 A\tmodules/deep/er/M.json",
            ":100644 000000 D\tresources/Person/Only.json");
    assertThat(git.run("diff", "--numstat", base, made.commit(), "--", "categories/A.json"))
        .isEqualTo("2\t1\tcategories/A.json");
    assertThat(git.run("cat-file", "commit", made.commit()).lines().skip(1))
        .containsExactly(
            "parent " + base,
            "author Ada L\u00f6we <ada@example.org> 1772600767 +0000",
            "committer Ada L\u00f6we <ada@example.org> 1772600767 +0000",
            "",
            "Title",
            "",
            "Body \u00fc");
    assertThat(git.run("fsck", "--strict", "--full")).doesNotContain("error", "warning");
    assertThat(git.run("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
  }

  @Test
  void theSameRequestGivesTheSameCommitAnywhere() {
    Map<String, Optional<String>> files =
        Map.of(
            "categories/A.json", Optional.of("1"),
            "resources/x/y.json", Optional.of("2"),
            "resources/Person/Ada.json", Optional.empty());
    CommitOutcome first = commit(files);
    assertThat(commit(new HashMap<>(files))).isEqualTo(first);
    try (OntologyRepository other = OntologyRepository.open(folder.resolve("other"), transports)) {
      other.fetch(new Remote.Folder(upstream.folder()), null, Progress.none());
      assertThat(other.commit(request(base, files))).isEqualTo(first);
    }
  }

  @Test
  void theTreeIsTheOneGitWouldMake() {
    long seed = 7;
    Random random = new Random(seed);
    SortedMap<String, String> expected = new TreeMap<>();
    String parent = base;
    for (int round = 0; round < 12; round++) {
      Map<String, Optional<String>> files = new HashMap<>();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        String path = "modules/" + "xyz".charAt(random.nextInt(3)) + random.nextInt(4) + "/m.json";
        if (random.nextInt(4) == 0) {
          files.put(path, Optional.empty());
          expected.remove(path);
        } else {
          files.put(path, Optional.of("n" + round + i));
          expected.put(path, "n" + round + i);
        }
      }
      if (repository.commit(request(parent, files)) instanceof Committed made) {
        parent = made.commit();
      }
      SortedMap<String, String> actual = new TreeMap<>();
      String listed = git.run("ls-tree", "-r", "--name-only", parent, "modules/");
      listed.lines().forEach(path -> actual.put(path, ""));
      for (String path : actual.keySet()) {
        actual.put(path, git.run("cat-file", "blob", parent + ":" + path));
      }
      assertThat(actual).as("seed %s, round %s", seed, round).isEqualTo(expected);
    }
    assertThat(git.run("fsck", "--strict", "--full")).doesNotContain("error");
    assertThat(git.run("diff", "--name-only", base, parent).lines())
        .allMatch(path -> path.startsWith("modules/"));
  }

  @Test
  void nothingToChangeIsSaid() {
    assertThat(commit(Map.of())).isEqualTo(new CommitOutcome.Unchanged());
    assertThat(
            commit(
                Map.of(
                    "categories/B.json", Optional.of("{}\n"),
                    "categories/none.json", Optional.empty(),
                    "bundles/none.json", Optional.empty())))
        .isEqualTo(new CommitOutcome.Unchanged());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "C01 differs in case,            categories/a.json,             categories/A.json",
    "C02 differs in Unicode form,    resources/cafe\u0301.json,     resources/caf\u00e9.json",
    "C03 a folder differs in case,   resources/person/Bob.json,     resources/Person",
    "C04 a file where a folder is,   resources/Person,              resources/Person",
    "C05 a folder where a file is,   categories/A.json/x.json,      categories/A.json",
    "C06 over a symbolic link,       categories/link.json,          categories/link.json",
    "C07 upwards,                    categories/../x.json,          categories/../x.json",
    "C08 into .git,                  .git/config,                   .git/config",
    "C09 a device of Windows,        categories/con.json,           categories/con.json",
    "C10 a colon,                    categories/a:b.json,           categories/a:b.json",
    "C11 absolute,                   /etc/passwd,                   /etc/passwd",
    "C12 an empty name,              categories//x.json,            categories//x.json",
  })
  void aPathThatCannotBeIsRefused(String id, String path, String existing) {
    assertThat(commit(Map.of(path, Optional.of("x")))).isEqualTo(new PathRefused(path, existing));
  }

  @Test
  void aNameMayChangeItsCaseInOneCommit() {
    Committed made =
        (Committed)
            commit(
                Map.of(
                    "categories/A.json", Optional.empty(),
                    "categories/a.json", Optional.of("{}")));
    assertThat(git.run("ls-tree", "--name-only", made.commit(), "categories/"))
        .contains("categories/a.json")
        .doesNotContain("categories/A.json");
  }
}
