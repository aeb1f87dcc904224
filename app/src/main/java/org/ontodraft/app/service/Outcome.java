package org.ontodraft.app.service;

import org.jspecify.annotations.Nullable;

/** What comes of a use case that may be refused. */
public sealed interface Outcome<T> {
  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It was not done, and nothing changed. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** Done with this value. */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** Not done. */
  static <T> Outcome<T> refused(String code, @Nullable Object... arguments) {
    return new Refused<>(Refusal.of(code, arguments));
  }
}
