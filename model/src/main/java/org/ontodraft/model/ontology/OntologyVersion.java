package org.ontodraft.model.ontology;

import java.time.Instant;

/**
 * One commit of the repository's default branch.
 *
 * @param commit the commit's full object id in hexadecimal
 * @param branch the short name of the branch it was read from
 * @param committedAt when it was committed
 * @param summary the first line of its message
 */
public record OntologyVersion(String commit, String branch, Instant committedAt, String summary) {
  /** The first seven digits of the commit, as people read it. */
  public String shortCommit() {
    return commit.substring(0, Math.min(7, commit.length()));
  }
}
