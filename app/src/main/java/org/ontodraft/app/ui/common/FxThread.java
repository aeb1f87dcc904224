package org.ontodraft.app.ui.common;

import javafx.application.Platform;

/** The one door to the FX thread. Services never hear of it. */
public final class FxThread {
  private FxThread() {}

  /** Runs at once on the FX thread, else as soon as that thread gets to it. Any thread. */
  public static void run(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /** Runs after the event in hand, also when called on the FX thread. Any thread. */
  public static void later(Runnable action) {
    Platform.runLater(action);
  }

  /**
   * Says that the caller must be on the FX thread.
   *
   * @throws IllegalStateException on any other thread
   */
  public static void requires() {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException("not the FX thread: " + Thread.currentThread().getName());
    }
  }
}
