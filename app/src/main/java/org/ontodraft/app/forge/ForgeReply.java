package org.ontodraft.app.forge;

/** What comes of a call to a forge. */
public sealed interface ForgeReply<T> {
  /** It did or told what was asked. */
  record Given<T>(T value) implements ForgeReply<T> {}

  /** It did not. */
  record Failed<T>(ForgeFailure failure) implements ForgeReply<T> {}

  /** The reply with this value. */
  static <T> ForgeReply<T> given(T value) {
    return new Given<>(value);
  }

  /** The reply that failed. */
  static <T> ForgeReply<T> failed(ForgeFailure failure) {
    return new Failed<>(failure);
  }
}
