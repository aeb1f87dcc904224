package org.ontodraft.app.task;

import java.util.concurrent.CancellationException;

/** How a task tells how far it is and learns that nobody wants it any more. Any thread. */
public interface Progress {
  /**
   * The step that begins.
   *
   * @param stage a text key below {@code stage.} in the bundle
   * @param total the units of work of this step, 0 when unknown
   */
  void stage(String stage, long total);

  /** The units of the present step that are done. */
  void done(long units);

  /** Whether the task should stop. */
  boolean cancelled();

  /** Stops the task if it should. */
  default void checkCancelled() {
    if (cancelled()) {
      throw new CancellationException();
    }
  }

  /** For callers that do not follow progress. */
  static Progress none() {
    return new Progress() {
      @Override
      public void stage(String stage, long total) {}

      @Override
      public void done(long units) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
