package org.ontodraft.app.ui.common;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;

/**
 * Parts of a screen that are made pulse by pulse, in order, so that a screen of many parts does not
 * hold the FX thread until the last is there. As many are made for a pulse as take a few
 * milliseconds: on a warm process all of what is seen at once, on a cold one less. Whoever began
 * first is served first, what stands aside after all others; nobody makes anything for the pulse
 * that shows what began with it. FX thread.
 */
public final class Gradually {
  /**
   * What making takes in a pulse; styling and layout of what was made take two or three times as
   * long.
   */
  private static final long SLICE_NANOS = 4_000_000;

  private static final Pulses PULSES = new Pulses();

  private final int most;
  private final boolean aside;
  private final Deque<Runnable> left = new ArrayDeque<>();

  /**
   * With nothing to make.
   *
   * @param most parts for one pulse, however quick they are
   */
  public Gradually(int most) {
    this(most, false);
  }

  private Gradually(int most, boolean aside) {
    this.most = most;
    this.aside = aside;
  }

  /** The same for what is looked at last: it waits until no others have parts left. */
  public static Gradually aside(int most) {
    return new Gradually(most, true);
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
      make(atOnce, System.nanoTime() + SLICE_NANOS);
    }
    if (!left.isEmpty()) {
      PULSES.serve(this);
    }
  }

  /**
   * How many of these, from the first on, are to be there at once so that what was there stays and
   * no more than a few are made.
   *
   * @param made whether it was made before
   */
  public static <T> int atOnce(List<T> parts, Predicate<? super T> made, int few) {
    int fresh = 0;
    for (int count = 0; count < parts.size(); count++) {
      if (!made.test(parts.get(count)) && ++fresh > few) {
        return count;
      }
    }
    return parts.size();
  }

  /** Makes all that is left. */
  public void finish() {
    finish(() -> false);
  }

  /** Makes what is left until this holds. */
  public void finish(BooleanSupplier enough) {
    while (!left.isEmpty() && !enough.getAsBoolean()) {
      left.removeFirst().run();
    }
    if (left.isEmpty()) {
      PULSES.leave(this);
    }
  }

  /** Forgets what is left. */
  public void stop() {
    left.clear();
    PULSES.leave(this);
  }

  private void make(int atLeast, long end) {
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
        long end = System.nanoTime() + SLICE_NANOS;
        int atLeast = 1;
        for (Gradually one : inOrder()) {
          one.make(atLeast, end);
          atLeast = 0;
        }
      }
      begun = false;
    }

    private List<Gradually> inOrder() {
      return waiting.stream().sorted(Comparator.comparing(one -> one.aside)).toList();
    }
  }
}
