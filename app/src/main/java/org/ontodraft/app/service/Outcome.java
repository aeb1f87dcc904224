package org.ontodraft.app.service;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.Job;

/** What comes of a use case that may be refused. */
public sealed interface Outcome<T> {
  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It was not done, and nothing changed. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** What the list of jobs says of a use case that was refused. */
  static Optional<Job.Failure> failure(Outcome<?> outcome) {
    return switch (outcome) {
      case Done<?> done -> Optional.empty();
      case Refused<?>(Refusal refusal) ->
          Optional.of(Job.Failure.refused(refusal.code(), refusal.arguments()));
    };
  }

  /** Done with this value. */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** Not done. */
  static <T> Outcome<T> refused(String code, @Nullable Object... arguments) {
    return new Refused<>(Refusal.of(code, arguments));
  }
}
