package org.ontodraft.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.merge.MergeStrategy;
import org.ontodraft.app.testing.GitCommand;

/** Merges two commits as Git does, without a work tree: the program, and beside it JGit. */
final class GitMerge implements AutoCloseable {
  private static final Pattern CONFLICT = Pattern.compile("CONFLICT \\(([^)]+)\\)");
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
  private static final int MAJOR = 2;
  private static final int MINOR = 38;

  private final GitCommand git;
  private final Repository repository;

  private GitMerge(Path folder, Repository repository) {
    this.git = GitCommand.in(folder);
    this.repository = repository;
  }

  /**
   * What became of a merge.
   *
   * @param tree the merged tree; where there are conflicts, files in it hold both sides
   * @param paths the files in conflict
   * @param kinds the kinds of conflict as Git names them
   */
  record Result(String tree, List<String> paths, Set<String> kinds, boolean clean) {}

  /** Merges in this bare repository. */
  static GitMerge in(Path folder) throws IOException {
    return new GitMerge(
        folder, new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build());
  }

  /** The version of the program, where it can merge without a work tree. */
  static boolean available(Path anywhere) {
    Matcher version = VERSION.matcher(GitCommand.in(anywhere).run("version"));
    if (!version.find()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    return major > MAJOR || major == MAJOR && Integer.parseInt(version.group(2)) >= MINOR;
  }

  /** {@code git merge-tree --write-tree}. */
  Result merge(String upstream, String draft) {
    GitCommand.Answer answer =
        git.ask(
            "-c",
            "core.fsync=none",
            "merge-tree",
            "--write-tree",
            "--name-only",
            "--messages",
            upstream,
            draft);
    if (answer.status() > 1) {
      throw new AssertionError("git merge-tree: " + answer.output() + answer.errors());
    }
    String[] lines = answer.output().split("\n");
    List<String> paths = new ArrayList<>();
    for (int i = 1; i < lines.length && !lines[i].isBlank(); i++) {
      paths.add(lines[i]);
    }
    boolean clean = answer.status() == 0;
    Set<String> kinds = new TreeSet<>();
    Matcher conflicts = CONFLICT.matcher(answer.output());
    while (conflicts.find()) {
      kinds.add(conflicts.group(1));
    }
    return new Result(lines[0], clean ? List.of() : paths, kinds, clean);
  }

  /** Whether JGit's recursive merger, in memory, merges them without a conflict. */
  boolean mergesInJGit(String upstream, String draft) throws IOException {
    return MergeStrategy.RECURSIVE
        .newMerger(repository, true)
        .merge(ObjectId.fromString(upstream), ObjectId.fromString(draft));
  }

  /** A commit of this tree, on no branch. */
  String commit(String tree, String parent) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      PersonIdent author = new PersonIdent("Git", "git@example.org", Instant.EPOCH, ZoneOffset.UTC);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(ObjectId.fromString(tree));
      commit.setParentId(ObjectId.fromString(parent));
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage("Merged");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id.name();
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
