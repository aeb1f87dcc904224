package org.ontodraft.app.ui.common;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/**
 * Parts of a screen that are made pulse by pulse, in order, so that a screen of many parts does not
 * hold the FX thread until the last is there. As many are made for a pulse as take a few
 * milliseconds: on a warm process all of what is seen at once, on a cold one less. FX thread.
 */
public final class Gradually {
  /** What making takes in a pulse; styling and layout of what was made take about as long again. */
  private static final long SLICE_NANOS = 8_000_000;

  private final int most;
  private final Deque<Runnable> left = new ArrayDeque<>();
  private final AnimationTimer pulses =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          make(1);
        }
      };

  /**
   * With nothing to make.
   *
   * @param most parts for one pulse, however quick they are
   */
  public Gradually(int most) {
    this.most = most;
  }

  /**
   * Forgets what is left of earlier parts, and makes these.
   *
   * @param atOnce so many are made before this returns, however long they take, and more while
   *     there is time; with none, the first is made for the next pulse
   */
  public void make(int atOnce, Collection<? extends Runnable> parts) {
    left.clear();
    left.addAll(parts);
    if (atOnce > 0) {
      make(atOnce);
    } else {
      pulses.start();
    }
  }

  /** Makes all that is left. */
  public void finish() {
    while (!left.isEmpty()) {
      left.removeFirst().run();
    }
    pulses.stop();
  }

  /** Forgets what is left. */
  public void stop() {
    left.clear();
    pulses.stop();
  }

  private void make(int atLeast) {
    long end = System.nanoTime() + SLICE_NANOS;
    for (int made = 0;
        !left.isEmpty() && (made < atLeast || made < most && System.nanoTime() < end);
        made++) {
      left.removeFirst().run();
    }
    if (left.isEmpty()) {
      pulses.stop();
    } else {
      pulses.start();
    }
  }
}
