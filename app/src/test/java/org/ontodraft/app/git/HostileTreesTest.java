package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitHttpServer;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologySource.TreeEntry.Kind;

/**
 * Trees made to do harm where they are checked out. We check nothing out; refusing them all the
 * same keeps what we read safe to hand on.
 */
class HostileTreesTest {
  @TempDir Path folder;

  /**
   * A row of the table.
   *
   * @param entry the kind the entry is told as; empty when the fetch is refused as a whole
   */
  record Row(String id, Consumer<GitHistory> tree, Optional<Kind> entry) {
    @Override
    public String toString() {
      return id;
    }
  }

  private static Row refused(String id, String path) {
    return new Row(id, history -> history.file(path, "x"), Optional.empty());
  }

  private static Row told(String id, Consumer<GitHistory> tree, Kind kind) {
    return new Row(id, tree, Optional.of(kind));
  }

  static List<Row> rows() {
    return List.of(
        refused("H01 parent folder", "categories/../../etc/x"),
        refused("H02 this folder", "categories/./x"),
        refused("H03 .git", "categories/.git/config"),
        refused("H04 .GIT", "categories/.GIT/config"),
        refused("H05 its short name on Windows", "categories/GIT~1/config"),
        refused("H06 a trailing dot", "categories/.git./config"),
        refused("H07 a trailing space", "categories/.git /config"),
        refused("H08 HFS ignores a joiner", "categories/.g\u200cit/config"),
        refused("H09 a stream", "categories/.git::$INDEX_ALLOCATION/config"),
        refused("H10 a backslash", "categories/a\\..\\b.json"),
        refused("H11 a colon", "categories/a:b.json"),
        refused("H12 a device", "categories/CON"),
        refused("H13 a device with an ending", "categories/aux.json"),
        refused("H14 a wildcard", "categories/a*.json"),
        refused("H15 a control character", "categories/a\u0001b.json"),
        refused("H16 outside the entity folders", "docs/../x"),
        new Row(
            "H17 names that differ in case",
            history -> history.file("categories/Foo.json", "1").file("categories/foo.json", "2"),
            Optional.empty()),
        new Row(
            "H18 names that differ in Unicode form",
            history ->
                history.file("categories/\u00e9.json", "1").file("categories/e\u0301.json", "2"),
            Optional.empty()),
        told(
            "H19 a link out of the repository",
            history -> history.symlink("categories/x.json", "/etc/passwd"),
            Kind.SYMLINK),
        told("H20 a submodule", history -> history.submodule("categories/x.json"), Kind.SUBMODULE),
        told(
            "H21 hostile .gitmodules",
            history ->
                history
                    .file(".gitmodules", "[submodule \"../../x\"]\n\turl = ext::sh -c id\n")
                    .submodule("categories/x.json"),
            Kind.SUBMODULE),
        told(
            "H22 attributes and filters",
            history ->
                history.file(".gitattributes", "* filter=evil\n").file("categories/x.json", "x"),
            Kind.FILE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void fetched(Row row) {
    try (GitHistory history = GitHistory.bare(folder.resolve("upstream.git"));
        GitHttpServer server = GitHttpServer.serving(folder);
        GitTransports transports =
            new GitTransports(folder.resolve("home"), Duration.ofSeconds(10))) {
      row.tree().accept(history);
      String commit = history.commit("hostile");
      Remote http =
          ((Remote.Parsed.Accepted) Remote.parse(server.address("upstream.git"))).remote();
      check(row, commit, new Remote.Folder(history.folder()), "by-folder", transports);
      check(row, commit, http, "by-http", transports);
    }
  }

  private void check(
      Row row, String commit, Remote remote, String cache, GitTransports transports) {
    try (OntologyRepository repository =
        OntologyRepository.open(folder.resolve(cache), transports)) {
      FetchOutcome outcome = repository.fetch(remote, null, Progress.none());
      if (row.entry().isEmpty()) {
        assertThat(outcome).isInstanceOf(FetchOutcome.HostileObjects.class);
        assertThat(repository.fetchedHead()).isEmpty();
        assertThat(repository.version(commit)).isEmpty();
      } else {
        assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(repository.entries(commit))
            .singleElement()
            .extracting(TreeEntry::kind)
            .isEqualTo(row.entry().get());
      }
    }
  }
}
