package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.ontodraft.app.git.LocalFolder.LocalOnly;

/** Reads what a folder is, without writing to it. */
final class FolderInspection {
  private FolderInspection() {}

  static LocalFolder inspect(Path folder) {
    IsolatedSystemReader.install();
    if (Files.isRegularFile(folder)) {
      return new LocalFolder.BundleFile(new Remote.Bundle(folder));
    }
    if (!isWorkingCopy(folder) && !isBare(folder)) {
      return new LocalFolder.NotARepository(enclosing(folder));
    }
    try (Repository repository = repository(folder)) {
      String origin = repository.getConfig().getString("remote", "origin", "url");
      return origin == null ? standalone(folder, repository) : cloneOf(origin, folder, repository);
    } catch (IOException | IllegalArgumentException unreadable) {
      return new LocalFolder.Unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Opens the repository in a folder for reading. */
  static Repository repository(Path folder) throws IOException {
    RepositoryBuilder builder = new RepositoryBuilder().setMustExist(true);
    return isWorkingCopy(folder)
        ? builder.setWorkTree(folder.toFile()).build()
        : builder.setGitDir(folder.toFile()).build();
  }

  private static boolean isWorkingCopy(Path folder) {
    return Files.exists(folder.resolve(Constants.DOT_GIT));
  }

  private static boolean isBare(Path folder) {
    return Files.isRegularFile(folder.resolve(Constants.HEAD))
        && Files.isDirectory(folder.resolve("objects"))
        && Files.exists(folder.resolve("refs"));
  }

  private static Optional<Path> enclosing(Path folder) {
    for (Path parent = folder.getParent(); parent != null; parent = parent.getParent()) {
      if (isWorkingCopy(parent) || isBare(parent)) {
        return Optional.of(parent);
      }
    }
    return Optional.empty();
  }

  private static LocalFolder standalone(Path folder, Repository repository) throws IOException {
    Ref head = repository.getRefDatabase().exactRef(Constants.HEAD);
    if (head == null) {
      return new LocalFolder.Unreadable("no HEAD");
    }
    if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
      return new LocalFolder.ShallowWithoutOrigin();
    }
    if (head.getObjectId() != null) {
      return new LocalFolder.Standalone(new Remote.Folder(folder), repository.isBare());
    }
    return repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).isEmpty()
        ? new LocalFolder.NoCommits()
        : new LocalFolder.MissingDefaultBranch(
            Repository.shortenRefName(head.getTarget().getName()));
  }

  private static LocalFolder cloneOf(String origin, Path folder, Repository repository)
      throws IOException {
    return switch (resolved(origin, folder)) {
      case Remote.Parsed.Refused refused -> new LocalFolder.UnusableOrigin(refused.problem());
      case Remote.Parsed.Accepted accepted ->
          new LocalFolder.CloneOf(accepted.remote(), localOnly(repository));
    };
  }

  /** Git takes a relative origin from the folder that holds the working copy's files. */
  private static Remote.Parsed resolved(String origin, Path folder) {
    Remote.Parsed parsed = Remote.parse(origin);
    return parsed instanceof Remote.Parsed.Refused(Remote.Problem problem)
            && problem == Remote.Problem.RELATIVE
        ? new Remote.Parsed.Accepted(Remote.of(folder.resolve(origin).normalize()))
        : parsed;
  }

  private static LocalOnly localOnly(Repository repository) throws IOException {
    List<Ref> local = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS);
    List<Ref> seen = repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES + "origin/");
    List<String> branches = new ArrayList<>();
    for (Ref branch : local) {
      if (branch.getObjectId() != null && ahead(repository, List.of(branch), seen).count() > 0) {
        branches.add(Repository.shortenRefName(branch.getName()));
      }
    }
    LocalOnly all = ahead(repository, local, seen);
    return new LocalOnly(all.count(), branches, all.summaries());
  }

  private static LocalOnly ahead(Repository repository, List<Ref> local, List<Ref> seen)
      throws IOException {
    int count = 0;
    List<String> summaries = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.TOPO);
      for (Ref branch : local) {
        if (branch.getObjectId() != null) {
          walk.markStart(walk.parseCommit(branch.getObjectId()));
        }
      }
      for (Ref branch : seen) {
        if (branch.getObjectId() != null) {
          walk.markUninteresting(walk.parseCommit(branch.getObjectId()));
        }
      }
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        count++;
        if (summaries.size() < LocalFolder.NAMED_COMMITS) {
          walk.parseBody(commit);
          summaries.add(commit.getShortMessage());
        }
      }
    }
    return new LocalOnly(count, List.of(), summaries);
  }
}
