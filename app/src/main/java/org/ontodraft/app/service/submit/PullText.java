package org.ontodraft.app.service.submit;

import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.ontology.OntologyVersion;

/** The words that ask somebody to pull a branch, in the form that {@code git request-pull} has. */
final class PullText {
  private static final String RULE = "-".repeat(64);

  private PullText() {}

  /**
   * The words.
   *
   * @param base the version it was made on
   */
  static String of(OntologyVersion base, Submission sent) {
    return "The following changes since commit "
        + base.commit()
        + ":\n\n  "
        + base.summary()
        + " ("
        + base.committedAt()
        + ")\n\nare available in the Git repository at:\n\n  "
        + sent.remote()
        + " "
        + sent.branch()
        + "\n\nfor you to fetch changes up to "
        + sent.commit()
        + ":\n\n  "
        + sent.title()
        + " ("
        + sent.createdAt()
        + ")\n\n"
        + RULE
        + "\n"
        + (sent.body().isBlank() ? "" : sent.body().strip() + "\n\n" + RULE + "\n");
  }
}
