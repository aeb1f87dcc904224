package org.ontodraft.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rebases drafts over the history of a real repository and compares with what Git says of the same
 * edits: docs/rebase-on-real-history.md. Arguments: a repository or bundle; and to print rebases
 * whole, their ids, or {@code list} for a line about each.
 */
public final class RebaseHistory {
  private static final String LIST = "list";

  /** A history of fewer versions is one of releases. */
  private static final int SHORT = 5;

  private RebaseHistory() {}

  /** Prints the tables, or the rebases asked for. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Set<String> asked = new HashSet<>();
    for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
      asked.addAll(List.of(argument.strip().split(" +")));
    }
    asked.remove("");
    boolean list = asked.remove(LIST);
    Path scratch = Files.createTempDirectory("history");
    try {
      RebaseTally tally = new RebaseTally();
      forEach(
          Path.of(arguments[0]),
          scratch,
          id -> asked.isEmpty() || asked.contains(id),
          rebased -> {
            tally.add(rebased);
            if (list) {
              out.println(RebaseStory.line(rebased));
            }
            if (asked.contains(rebased.id())) {
              RebaseStory.whole(rebased).forEach(out::println);
            }
          });
      if (asked.isEmpty()) {
        out.print(tally.markdown());
      }
    } finally {
      delete(scratch);
    }
  }

  /**
   * Makes the rebases of a repository.
   *
   * @param scratch an empty folder
   * @param wanted by {@link RebasedDraft#id}
   */
  static void forEach(
      Path repository, Path scratch, Predicate<String> wanted, Consumer<RebasedDraft> action)
      throws IOException {
    if (!GitMerge.available(scratch)) {
      throw new IOException("git 2.38 or later is needed, for git merge-tree --write-tree");
    }
    try (RealHistory history = RealHistory.copy(repository, scratch);
        GitMerge merges = GitMerge.in(history.folder())) {
      if (history.versions().size() < SHORT) {
        new ReleaseRebases(history, merges).forEach(wanted, action);
      } else {
        new LinearRebases(history, merges).forEach(wanted, action);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
