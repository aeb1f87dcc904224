package org.ontodraft.model.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a push.
 *
 * @param push empty when what stands before the changes cannot be read, or there is no change
 * @param problems all that is wrong; those of one change stand below its pointer
 */
public record WikiPushReading(Optional<WikiPush> push, List<DraftFileProblem> problems) {
  public WikiPushReading {
    problems = List.copyOf(problems);
  }
}
