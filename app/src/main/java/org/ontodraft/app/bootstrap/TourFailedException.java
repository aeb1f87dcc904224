package org.ontodraft.app.bootstrap;

/** A step of the tour or the smoke test did not come to its end. */
final class TourFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TourFailedException(String message) {
    super(message);
  }
}
