package org.ontodraft.app.task;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the list of jobs says of a task.
 *
 * @param name a text key below {@code job.} in the bundle
 * @param subject what it is done to; may be empty
 * @param cancellable whether it can be stopped on the way without harm
 * @param again begins the same once more after it failed; null where that makes no sense
 * @param refused why a result is none, for use cases that answer instead of throwing
 */
public record JobNote<T extends @Nullable Object>(
    String name,
    String subject,
    boolean cancellable,
    @Nullable Runnable again,
    Function<T, Optional<Job.Failure>> refused) {

  /** A job that runs to its end. */
  public static <T extends @Nullable Object> JobNote<T> of(String name, String subject) {
    return new JobNote<>(name, subject, false, null, result -> Optional.empty());
  }

  /** One that can be stopped. */
  public JobNote<T> stoppable() {
    return new JobNote<>(name, subject, true, again, refused);
  }

  /** One that can be begun again after it failed; on the thread that handlers run on. */
  public JobNote<T> repeatable(Runnable once) {
    return new JobNote<>(name, subject, cancellable, once, refused);
  }

  /** One whose result may be a refusal. */
  public JobNote<T> refusing(Function<T, Optional<Job.Failure>> why) {
    return new JobNote<>(name, subject, cancellable, again, why);
  }
}
