package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.git.LocalFolder.LocalOnly;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;

class LocalFolderTest {
  private static final LocalOnly NOTHING = new LocalOnly(0, List.of(), List.of());

  @TempDir Path folder;
  private GitHistory upstream;
  private Path upstreamFolder;

  @BeforeEach
  void start() {
    upstreamFolder = folder.resolve("upstream.git");
    upstream = GitHistory.bare(upstreamFolder);
    upstream.file("categories/A.json", "{}").commit("one");
  }

  @AfterEach
  void stop() {
    upstream.close();
  }

  private Path cloned(String name) {
    Path clone = folder.resolve(name);
    GitCommand.in(folder).run("clone", "-q", upstreamFolder.toString(), clone.toString());
    return clone;
  }

  @Test
  void aCloneLeadsToItsOrigin() {
    assertThat(LocalFolder.inspect(cloned("work")))
        .isEqualTo(new LocalFolder.CloneOf(new Remote.Folder(upstreamFolder), NOTHING));
  }

  @Test
  void commitsTheOriginLacksAreNamed() throws IOException {
    Path work = cloned("work");
    GitCommand git = GitCommand.in(work);
    Files.writeString(work.resolve("categories/B.json"), "{}");
    git.run("add", "-A");
    git.run("commit", "-qm", "mine");
    git.run("checkout", "-qb", "side");
    git.run("commit", "-qm", "aside", "--allow-empty");
    git.run("branch", "same", "origin/main");
    assertThat(LocalFolder.inspect(work))
        .isEqualTo(
            new LocalFolder.CloneOf(
                new Remote.Folder(upstreamFolder),
                new LocalOnly(2, List.of("main", "side"), List.of("aside", "mine"))));
  }

  @Test
  void aRelativeOriginIsTakenFromTheFolder() {
    Path work = cloned("work");
    GitCommand.in(work).run("remote", "set-url", "origin", "../upstream.git");
    assertThat(LocalFolder.inspect(work))
        .isEqualTo(new LocalFolder.CloneOf(new Remote.Folder(upstreamFolder), NOTHING));
  }

  @Test
  void aRewriteInTheFoldersOwnSettingsIsNotObeyed() {
    Path work = cloned("work");
    GitCommand git = GitCommand.in(work);
    git.run("remote", "set-url", "origin", "https://github.com/acme/ontology.git");
    git.run("config", "url.http://127.0.0.1:1/.insteadOf", "https://github.com/");
    assertThat(((LocalFolder.CloneOf) LocalFolder.inspect(work)).origin())
        .isEqualTo(new Remote.Http(URI.create("https://github.com/acme/ontology.git")));
  }

  @Test
  void anOriginThatMustNotBeUsedIsSaid() {
    Path work = cloned("work");
    GitCommand.in(work).run("remote", "set-url", "origin", "ext::sh -c whoami");
    assertThat(LocalFolder.inspect(work))
        .isEqualTo(new LocalFolder.UnusableOrigin(Remote.Problem.SCHEME));
  }

  @Test
  void aBareRepositoryIsItsOwnUpstream() {
    assertThat(LocalFolder.inspect(upstreamFolder))
        .isEqualTo(new LocalFolder.Standalone(new Remote.Folder(upstreamFolder), true));
  }

  @Test
  void aRepositoryWithoutOriginIsItsOwnUpstream() {
    Path work = cloned("work");
    GitCommand.in(work).run("remote", "remove", "origin");
    assertThat(LocalFolder.inspect(work))
        .isEqualTo(new LocalFolder.Standalone(new Remote.Folder(work), false));
  }

  @Test
  void aLinkedWorktreeIsACloneToo() {
    Path work = cloned("work");
    Path linked = folder.resolve("linked");
    GitCommand.in(work).run("worktree", "add", "-q", "-b", "side", linked.toString());
    assertThat(LocalFolder.inspect(linked))
        .isEqualTo(new LocalFolder.CloneOf(new Remote.Folder(upstreamFolder), NOTHING));
  }

  @Test
  void badFoldersAreTold() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(LocalFolder.inspect(empty))
        .isEqualTo(new LocalFolder.NotARepository(Optional.empty()));
    assertThat(LocalFolder.inspect(folder.resolve("nowhere")))
        .isEqualTo(new LocalFolder.NotARepository(Optional.empty()));

    Path work = cloned("work");
    assertThat(LocalFolder.inspect(work.resolve("categories")))
        .isEqualTo(new LocalFolder.NotARepository(Optional.of(work)));

    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    GitCommand.in(fresh).run("init", "-q");
    assertThat(LocalFolder.inspect(fresh)).isEqualTo(new LocalFolder.NoCommits());

    upstream.head("gone");
    assertThat(LocalFolder.inspect(upstreamFolder))
        .isEqualTo(new LocalFolder.MissingDefaultBranch("gone"));

    upstream.head("main");
    Path broken = cloned("broken");
    Files.writeString(broken.resolve(".git/config"), "[core\nrepositoryformatversion = 99");
    assertThat(LocalFolder.inspect(broken)).isInstanceOf(LocalFolder.Unreadable.class);
    Files.writeString(broken.resolve(".git/config"), "[core]\nrepositoryformatversion = 99\n");
    assertThat(LocalFolder.inspect(broken)).isInstanceOf(LocalFolder.Unreadable.class);
  }

  @Test
  void aFileIsABundle() {
    Path file = folder.resolve("o.bundle");
    GitCommand.in(upstreamFolder).run("bundle", "create", "-q", file.toString(), "--all");
    assertThat(LocalFolder.inspect(file))
        .isEqualTo(new LocalFolder.BundleFile(new Remote.Bundle(file)));
  }

  @Test
  void thePersonsFolderIsOnlyRead() {
    Path work = cloned("work");
    SortedMap<String, String> before = snapshot(work);
    LocalFolder.inspect(work);
    try (GitTransports transports =
            new GitTransports(folder.resolve("home"), Duration.ofSeconds(10));
        OntologyRepository repository =
            OntologyRepository.open(folder.resolve("cache"), transports)) {
      FetchOutcome outcome = repository.fetch(new Remote.Folder(work), null, Progress.none());
      assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
      repository.probe(new Remote.Folder(work), null, "main", Progress.none());
    }
    // A file that was made and removed again would have changed its folder's time.
    assertThat(snapshot(work)).isEqualTo(before);
  }

  private static SortedMap<String, String> snapshot(Path root) {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        all.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
      return all;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
