package org.ontodraft.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.SourceProblem;

/**
 * What cannot be opened is refused with its code and place; what can is opened in spite of flaws.
 */
class OpenRefusalsTest {
  private static final String GOOD =
      "{\n  \"id\": \"A\",\n  \"label\": \"A\",\n  \"description\": \"A.\"\n}\n";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealServices parts;

  @BeforeEach
  void start() {
    parts = new RealServices(folder.resolve("home"));
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  /** A row of the table: what is opened and the code it gets. */
  record Row(String id, String code, Prepare prepare) {
    @Override
    public String toString() {
      return id + " " + code;
    }
  }

  /** Makes what is opened below a folder. */
  interface Prepare {
    OpenRequest in(Path folder) throws IOException;
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row("O01-not-a-repository", "OPEN-04", OpenRequest.Folder::new),
        new Row("O02-missing", "OPEN-04", at -> new OpenRequest.Folder(at.resolve("none"))),
        new Row("O03-inside-a-repository", "OPEN-03", OpenRefusalsTest::inside),
        new Row("O04-head-names-a-missing-branch", "OPEN-05", OpenRefusalsTest::missingBranch),
        new Row("O05-no-commits", "OPEN-06", OpenRefusalsTest::empty),
        new Row("O06-no-entity-folders", "OPEN-09", at -> bare(at, "README.md")),
        new Row("O07-wikitext-of-a-json-type", "OPEN-09", at -> bare(at, "modules/A.wikitext")),
        new Row("O08-no-address", "ADDR-01", at -> new OpenRequest.Address(" ")),
        new Row("O09-scheme", "ADDR-03", at -> new OpenRequest.Address("ftp://example.org/a.git")),
        new Row("O10-plain-http", "ADDR-04", at -> new OpenRequest.Address("http://example.org/a")),
        new Row(
            "O11-password",
            "ADDR-05",
            at -> new OpenRequest.Address("https://me:secret@example.org/a.git")),
        new Row("O12-relative", "ADDR-06", at -> new OpenRequest.Address("../a.git")),
        new Row(
            "O13-refused-connection",
            "NET-02",
            at -> new OpenRequest.Address("http://127.0.0.1:1/a.git")),
        new Row(
            "O14-folder-of-an-address",
            "GIT-04",
            at -> new OpenRequest.Address(at.resolve("none.git").toUri().toString())));
  }

  private static OpenRequest bare(Path at, String file) {
    Path repository = at.resolve("bare.git");
    try (GitHistory history = GitHistory.bare(repository)) {
      history.file(file, GOOD).commit("one");
    }
    return new OpenRequest.Folder(repository);
  }

  private static OpenRequest empty(Path at) {
    Path repository = at.resolve("empty.git");
    GitHistory.bare(repository).close();
    return new OpenRequest.Folder(repository);
  }

  private static OpenRequest missingBranch(Path at) {
    Path repository = at.resolve("bare.git");
    try (GitHistory history = GitHistory.bare(repository)) {
      history.file("categories/A.json", GOOD).commit("one");
      history.head("trunk");
    }
    return new OpenRequest.Folder(repository);
  }

  private static OpenRequest inside(Path at) throws IOException {
    org.ontodraft.app.testing.GitCommand.in(at).run("init", "-q");
    return new OpenRequest.Folder(Files.createDirectories(at.resolve("docs")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void is_refused(Row row) throws IOException {
    Path place = Files.createDirectories(folder.resolve("place"));

    Refusal refusal = parts.refused(row.prepare().in(place));

    assertThat(refusal.code()).isEqualTo(row.code());
    assertThat(refusal.arguments()).isNotEmpty();
    assertThat(refusal.toString()).doesNotContain("secret");
  }

  @Test
  void bad_files_are_listed_and_drop_nothing_else() {
    Path repository = folder.resolve("flawed.git");
    try (GitHistory history = GitHistory.bare(repository)) {
      history.file("categories/A.json", GOOD);
      history.file("categories/B.json", "{ \"id\": \"B\", ");
      history.file("categories/C.json", GOOD);
      history.file("categories/D.json", "[]");
      history.file("categories/G.json", GOOD.replace("\"A\"", "\"H\""));
      history.file("categories/E.json", new byte[] {'{', (byte) 0xff, '}'});
      history.file("properties/Has_x.json", "{\"id\": \"Has_x\", \"id\": \"Has_y\"}");
      history.symlink("categories/F.json", "../../outside");
      history.commit("one");
    }

    try (Workspace workspace = parts.open(new OpenRequest.Folder(repository))) {
      assertThat(workspace.effective().get().entities(EntityType.CATEGORY))
          .singleElement()
          .satisfies(only -> assertThat(only.key().key()).isEqualTo("A"));
      List<SourceProblem> problems = workspace.canonical().get().problems();
      assertThat(problems)
          .extracting(problem -> problem.path() + " " + problem.code().shortCode())
          .containsExactlyInAnyOrder(
              "categories/B.json SRC-01",
              "categories/C.json SRC-08",
              "categories/D.json SRC-04",
              "categories/E.json SRC-03",
              "categories/F.json SRC-11",
              "categories/G.json SRC-07",
              "properties/Has_x.json SRC-02");
    }
  }

  @Test
  void without_the_remote_the_stored_version_opens_and_says_so() throws IOException {
    Path repository = folder.resolve("origin.git");
    try (GitHistory history = GitHistory.bare(repository)) {
      history.file("categories/A.json", GOOD).commit("one");
    }
    parts.open(new OpenRequest.Address(repository.toUri().toString())).close();
    Files.move(repository, folder.resolve("away.git"));

    try (Workspace workspace = parts.open(new OpenRequest.Address(repository.toUri().toString()))) {
      assertThat(workspace.effective().get().entities(EntityType.CATEGORY)).hasSize(1);
      assertThat(workspace.sync().get().failure()).isNotNull();
      assertThat(workspace.sync().get().checkedAt()).isNull();
    }
  }

  @Test
  void a_workspace_that_is_open_is_not_opened_twice() {
    try (Workspace first = parts.open(new OpenRequest.Sample());
        RealServices second = new RealServices(folder.resolve("home"))) {
      assertThat(second.refused(new OpenRequest.Sample()).code()).isEqualTo("STORE-02");
      assertThat(first.effective().get().entities(EntityType.CATEGORY)).isNotEmpty();
    }
  }
}
