package org.ontodraft.app.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that a person may want to know of: what it is, how far it is, how it ended.
 *
 * @param id in the order they began
 * @param name a text key below {@code job.} in the bundle
 * @param subject what it is done to, such as a file; may be empty
 * @param ended null while it runs
 */
public record Job(
    long id,
    String name,
    String subject,
    State state,
    ProgressReport progress,
    Instant began,
    @Nullable Instant ended,
    Optional<Failure> failure) {

  /** How a job stands. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /**
   * Why a job failed.
   *
   * @param code of the refusal, whose text the bundle has; empty for a fault
   * @param fault what was thrown; null for a refusal
   */
  public record Failure(String code, List<String> arguments, @Nullable Exception fault) {
    public Failure {
      arguments = List.copyOf(arguments);
    }

    /** A refusal of a use case. */
    public static Failure refused(String code, List<String> arguments) {
      return new Failure(code, arguments, null);
    }
  }

  Job progressed(ProgressReport report) {
    return new Job(id, name, subject, state, report, began, ended, failure);
  }

  Job ended(State how, Instant when, Optional<Failure> why) {
    return new Job(id, name, subject, how, progress, began, when, why);
  }
}
