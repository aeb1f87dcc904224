package org.ontodraft.app.ui.common;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import javafx.animation.AnimationTimer;

/**
 * Parts of a screen that are made pulse by pulse, in order, so that a screen of many parts does not
 * hold the FX thread until the last is there. As many are made for a pulse as take a few
 * milliseconds: on a warm process all of what is seen at once, on a cold one less. Whoever began
 * first is served first; nobody makes anything for the pulse that shows what began with it. FX
 * thread.
 */
public final class Gradually {
  /**
   * What making takes in a pulse; styling and layout of what was made take two or three times as
   * long.
   */
  private static final long SLICE_NANOS = 4_000_000;

  private static final Pulses PULSES = new Pulses();

  private final int most;
  private final Deque<Runnable> left = new ArrayDeque<>();

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
   *     there is time; with none, the first is made once what was there is shown
   */
  public void make(int atOnce, Collection<? extends Runnable> parts) {
    left.clear();
    left.addAll(parts);
    if (atOnce > 0) {
      make(atOnce);
    }
    if (!left.isEmpty()) {
      PULSES.serve(this);
    }
  }

  /** Makes all that is left. */
  public void finish() {
    while (!left.isEmpty()) {
      left.removeFirst().run();
    }
    PULSES.leave(this);
  }

  /** Forgets what is left. */
  public void stop() {
    left.clear();
    PULSES.leave(this);
  }

  private void make(int atLeast) {
    long end = System.nanoTime() + SLICE_NANOS;
    for (int made = 0;
        !left.isEmpty() && (made < atLeast || made < most && System.nanoTime() < end);
        made++) {
      left.removeFirst().run();
    }
    if (left.isEmpty()) {
      PULSES.leave(this);
    }
  }

  /** Whoever has parts left, in the order of their beginning. */
  private static final class Pulses extends AnimationTimer {
    private final SequencedSet<Gradually> waiting = new LinkedHashSet<>();
    private boolean begun;

    void serve(Gradually one) {
      begun = waiting.add(one) || begun;
      start();
    }

    void leave(Gradually one) {
      waiting.remove(one);
      if (waiting.isEmpty()) {
        stop();
      }
    }

    @Override
    public void handle(long now) {
      if (!begun) {
        waiting.getFirst().make(1);
      }
      begun = false;
    }
  }
}
