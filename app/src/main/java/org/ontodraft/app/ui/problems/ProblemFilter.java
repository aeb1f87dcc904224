package org.ontodraft.app.ui.problems;

import java.util.Optional;
import org.ontodraft.model.validation.Severity;

/**
 * Which problems are listed.
 *
 * @param severity empty for all
 * @param code a rule or a short code; empty for all
 */
record ProblemFilter(Origin origin, Optional<Severity> severity, Optional<String> code) {
  /** Everything. */
  static final ProblemFilter ALL =
      new ProblemFilter(Origin.ALL, Optional.empty(), Optional.empty());

  /** Since when something is wrong. */
  enum Origin {
    ALL,
    /** Because of the open draft, or in a file of the repository. */
    INTRODUCED,
    /** With an entity that the draft changes, and before it did. */
    KNOWN
  }

  boolean takes(ProblemRow row) {
    boolean ofOrigin =
        switch (origin) {
          case ALL -> true;
          case INTRODUCED -> !row.known();
          case KNOWN -> row.known();
        };
    return ofOrigin
        && severity.map(wanted -> wanted == row.severity()).orElse(true)
        && code.map(wanted -> wanted.equals(row.code())).orElse(true);
  }

  ProblemFilter of(Origin other) {
    return new ProblemFilter(other, severity, code);
  }

  ProblemFilter of(Severity other) {
    return new ProblemFilter(origin, Optional.of(other), code);
  }

  ProblemFilter ofAnySeverity() {
    return new ProblemFilter(origin, Optional.empty(), code);
  }

  ProblemFilter ofCode(Optional<String> other) {
    return new ProblemFilter(origin, severity, other);
  }
}
