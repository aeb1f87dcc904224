package org.ontodraft.app.ui.testing;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The headless platform writes a window that stands partly below its screen past the end of the
 * screen's picture, and fails. Where a tooltip or menu stands depends on where earlier tests left
 * the mouse; the program asks for nothing wrong. All other exceptions go to who heard of them
 * before.
 */
final class HeadlessEdge implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(HeadlessEdge.class);

  /** What copies a window's pixels to the screen's, and what takes them off when it is moved. */
  private static final Set<String> PAINTING = Set.of("blit", "clearRect");

  private final Thread.UncaughtExceptionHandler before;

  private HeadlessEdge(Thread.UncaughtExceptionHandler before) {
    this.before = before;
  }

  /** Listens from now on, behind TestFX, which is told of all others. */
  static synchronized void install() {
    Thread.UncaughtExceptionHandler present = Thread.getDefaultUncaughtExceptionHandler();
    if (present != null && !(present instanceof HeadlessEdge)) {
      Thread.setDefaultUncaughtExceptionHandler(new HeadlessEdge(present));
    }
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (isPainting(thrown)) {
      LOG.warn("a window stands partly outside the headless screen: {}", windows());
    } else {
      before.uncaughtException(thread, thrown);
    }
  }

  /** Whether it was thrown while a window's pixels were copied to the screen's or taken off it. */
  static boolean isPainting(Throwable thrown) {
    return thrown instanceof IndexOutOfBoundsException
        && Arrays.stream(thrown.getStackTrace())
            .anyMatch(frame ->
                frame.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow")
                    && PAINTING.contains(frame.getMethodName()));
  }

  private static String windows() {
    return Window.getWindows().stream()
        .map(window ->
            "%s %.0f,%.0f %.0fx%.0f"
                .formatted(
                    window.getClass().getSimpleName(),
                    window.getX(),
                    window.getY(),
                    window.getWidth(),
                    window.getHeight()))
        .collect(Collectors.joining("; "));
  }
}
