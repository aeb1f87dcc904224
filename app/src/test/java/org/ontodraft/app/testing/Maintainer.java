package org.ontodraft.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does with Git what a maintainer does on a forge's pages. */
final class Maintainer {
  private final Path root;

  Maintainer(Path root) {
    this.root = root;
  }

  /** Merges a branch into another; answers the commit that the other is at then. */
  String merge(Path target, Path source, String branch, String base, ForgeServer.Way way) {
    GitCommand git = clone(target, base);
    git.run("fetch", "-q", source.toString(), branch + ":pulled");
    switch (way) {
      case MERGE -> git.run("merge", "-q", "--no-ff", "-m", "Merge " + branch, "pulled");
      case SQUASH -> {
        git.run("merge", "-q", "--squash", "pulled");
        git.run("commit", "-q", "-m", "Squash " + branch);
      }
      case REBASE -> {
        git.run("checkout", "-q", "pulled");
        git.run("rebase", "-q", base);
        git.run("checkout", "-q", base);
        git.run("merge", "-q", "--ff-only", "pulled");
      }
    }
    git.run("push", "-q", "origin", base);
    return git.run("rev-parse", "HEAD");
  }

  /** Changes one file on a branch. */
  void edit(Path repository, String branch, String path, String text) {
    Path folder = freshFolder();
    GitCommand git = clone(repository, branch, folder);
    try {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.writeString(folder.resolve(path), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    git.run("add", "-A");
    git.run("commit", "-q", "-m", "Edit by a maintainer");
    git.run("push", "-q", "origin", branch);
  }

  private GitCommand clone(Path repository, String branch) {
    return clone(repository, branch, freshFolder());
  }

  private GitCommand clone(Path repository, String branch, Path folder) {
    GitCommand.in(root).run("clone", "-q", "-b", branch, repository.toString(), folder.toString());
    return GitCommand.in(folder);
  }

  private Path freshFolder() {
    try {
      return Files.createTempDirectory(root, "maintainer-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
