package org.ontodraft.model.ontology;

import java.util.List;

/**
 * Commits that lead from one version to another, the newest first.
 *
 * @param newest as many as were asked for
 * @param count how many there are
 * @param authors how many people wrote them
 */
public record CommitList(List<Commit> newest, int count, int authors) {
  /** No commits. */
  public static final CommitList NONE = new CommitList(List.of(), 0, 0);

  public CommitList {
    newest = List.copyOf(newest);
  }
}
