package org.ontodraft.app.ui.testing;

import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what comes from the background. */
public final class Until {
  private static final int PATIENCE_SECONDS = 30;

  private Until() {}

  /** Waits, off the FX thread, until this holds on it. */
  public static void fx(BooleanSupplier holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(() -> (Boolean) holds.getAsBoolean()));
    FxTest.settle();
  }

  /** Waits on the FX thread, which goes on with its events, until the value is as wanted. */
  public static <T> void nested(ObservableValue<T> value, Predicate<? super T> wanted) {
    if (wanted.test(value.getValue())) {
      return;
    }
    Object loop = new Object();
    Subscription subscription =
        value.subscribe((before, now) -> {
          if (wanted.test(now)) {
            Platform.exitNestedEventLoop(loop, null);
          }
        });
    Platform.enterNestedEventLoop(loop);
    subscription.unsubscribe();
  }
}
