package org.ontodraft.app.bench;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.FxThread;

/**
 * Times from the arrival of a key or a press of the mouse to the end of the pulses that show what
 * comes of it. FX thread.
 */
public final class PulseClock implements AutoCloseable {
  private final Scene scene;
  private final Runnable afterLayout = () -> FxThread.later(this::pulseEnded);
  private final EventHandler<InputEvent> arrival = this::arrived;
  private Supplier<?> shown = () -> "";
  private @Nullable Object before;
  private long start;
  private double first = Double.NaN;
  private double last = Double.NaN;

  /** A clock of the window that has this scene. */
  public PulseClock(Scene scene) {
    this.scene = scene;
    scene.addPostLayoutPulseListener(afterLayout);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, arrival);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, arrival);
  }

  /**
   * Waits for the next event.
   *
   * @param shown what the deed changes; cheap, asked after each pulse
   */
  public void expect(Supplier<?> shown) {
    this.shown = shown;
    before = shown.get();
    start = 0;
    first = Double.NaN;
    last = Double.NaN;
  }

  /** Begins now, for a deed without an event. */
  public void begin(Supplier<?> shown) {
    expect(shown);
    start = System.nanoTime();
  }

  private void arrived(InputEvent event) {
    if (start == 0) {
      start = System.nanoTime();
    }
  }

  private void pulseEnded() {
    Object now = shown.get();
    if (start != 0 && !Objects.equals(now, before)) {
      before = now;
      last = (System.nanoTime() - start) / 1e6;
      if (Double.isNaN(first)) {
        first = last;
      }
    }
  }

  /** Milliseconds to the end of the first pulse with a change, NaN without one. */
  public double first() {
    return first;
  }

  /** Milliseconds to the end of the last pulse with a change so far, NaN without one. */
  public double last() {
    return last;
  }

  @Override
  public void close() {
    scene.removePostLayoutPulseListener(afterLayout);
    scene.removeEventFilter(KeyEvent.KEY_PRESSED, arrival);
    scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, arrival);
  }
}
