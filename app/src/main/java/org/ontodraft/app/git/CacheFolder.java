package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.ontodraft.app.git.OntologyRepository.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of our own bare repository. What is in it can be fetched again, so at any doubt it is
 * set aside and a new one is made.
 */
final class CacheFolder {
  private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);

  private static final int MANY_PACKS = 50;

  /** All the configuration there is; JGit reads no other. */
  private static final String CONFIG =
      """
      [core]
      \trepositoryformatversion = 0
      \tfilemode = true
      \tbare = true
      \tlogallrefupdates = false
      \tfsyncObjectFiles = true
      \tfsyncRefFiles = true
      [gc]
      \tauto = 0
      \tautoPackLimit = 0
      \tautoDetach = false
      \tprunePackExpire = now
      """;

  /** A repository and what was found. */
  record Opened(Repository repository, Condition condition) {}

  private CacheFolder() {}

  static Opened open(Path folder) throws IOException {
    Condition condition = Condition.NEW;
    if (Files.isDirectory(folder)) {
      clean(folder);
      Repository existing = null;
      try {
        existing = repository(folder);
        verify(existing);
        compact(existing);
        return new Opened(existing, Condition.INTACT);
      } catch (IOException | RuntimeException doubt) {
        if (existing != null) {
          existing.close();
        }
        Path aside = setAside(folder);
        LOG.warn("repository {} cannot be read and is now {}", folder, aside.getFileName(), doubt);
        condition = Condition.SET_ASIDE;
      }
    }
    create(folder);
    return new Opened(repository(folder), condition);
  }

  private static Repository repository(Path folder) throws IOException {
    return new RepositoryBuilder().setGitDir(folder.toFile()).setBare().setMustExist(true).build();
  }

  private static void create(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    Files.createDirectories(folder.resolve("objects").resolve("pack"));
    Files.createDirectories(folder.resolve("refs").resolve("heads"));
    Files.writeString(folder.resolve(Constants.HEAD), "ref: refs/heads/main\n");
    Files.writeString(folder.resolve("config"), CONFIG);
  }

  /** Removes what a killed process left: locks, half-written packs, and foreign settings. */
  private static void clean(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            // Loose objects are named by their hash; a pack folder is all there is to clean.
            boolean looseObjects =
                directory.getFileName().toString().length() == 2
                    && folder.resolve("objects").equals(directory.getParent());
            return looseObjects ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = file.getFileName().toString();
            if (name.endsWith(".lock")
                || name.endsWith(".keep")
                || name.startsWith("incoming_")
                || name.startsWith("noz")) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Files.writeString(folder.resolve("config"), CONFIG);
  }

  /** Reads the head's commit and its root tree, when there is one. */
  private static void verify(Repository repository) throws IOException {
    Ref head = repository.getRefDatabase().exactRef(Constants.HEAD);
    if (head == null) {
      throw new RepositoryNotFoundException(repository.getDirectory());
    }
    ObjectId commit = head.getObjectId();
    if (commit != null) {
      try (RevWalk walk = new RevWalk(repository)) {
        RevTree tree = walk.parseCommit(commit).getTree();
        walk.getObjectReader().open(tree, Constants.OBJ_TREE).getCachedBytes();
      }
    } else if (Files.exists(
        repository.getDirectory().toPath().resolve(head.getTarget().getName()))) {
      throw new IOException(head.getTarget().getName() + " holds no commit");
    }
  }

  /** Each fetch and each commit is a pack of its own, and every read looks through all of them. */
  private static void compact(Repository repository) throws IOException {
    Path packs = repository.getDirectory().toPath().resolve("objects").resolve("pack");
    long count;
    try (Stream<Path> files = Files.list(packs)) {
      count = files.filter(file -> file.toString().endsWith(".pack")).count();
    }
    if (count > MANY_PACKS) {
      try {
        Git.wrap(repository).gc().call();
      } catch (GitAPIException | JGitInternalException failure) {
        LOG.warn("the packs of {} stay as they are", repository.getDirectory(), failure);
      }
    }
  }

  private static Path setAside(Path folder) throws IOException {
    for (int number = 1; ; number++) {
      Path aside = folder.resolveSibling(folder.getFileName() + ".damaged-" + number);
      if (Files.notExists(aside)) {
        return Files.move(folder, aside);
      }
    }
  }
}
