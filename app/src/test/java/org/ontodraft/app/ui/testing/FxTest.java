package org.ontodraft.app.ui.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Starts the toolkit for a test class: {@code @ExtendWith(FxTest.class)}. */
public final class FxTest implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    // A window that another class left would take the keys of this one.
    onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    HeadlessEdge.install();
  }

  /** Runs on the FX thread and waits for what it gives; its failure is the test's failure. */
  public static <T> T onFx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(60), work);
  }

  /** Runs on the FX thread and waits. */
  public static void onFx(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(60), work);
  }

  /** Waits until the FX thread has nothing left to do. */
  public static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }
}
