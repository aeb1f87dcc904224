package org.ontodraft.app.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ontodraft.app.task.Lull;

/** Work that people wait for, on a thread of its own: the common pool may have but one. */
public final class SomeWork {
  private SomeWork() {}

  /**
   * Begins it, and returns once it has begun.
   *
   * @param mayEnd lets it end
   * @return whether it was let end, within half a minute
   */
  public static CompletableFuture<Boolean> begin(Lull lull, CountDownLatch mayEnd)
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> work =
        CompletableFuture.supplyAsync(
            () ->
                lull.holdOff(() -> {
                  begun.countDown();
                  try {
                    return mayEnd.await(30, TimeUnit.SECONDS);
                  } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                  }
                }),
            Thread::startVirtualThread);
    begun.await();
    return work;
  }
}
