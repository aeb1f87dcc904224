package org.ontodraft.app.testing;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.app.state.Subscription;

/** Pauses that end when the test says so. */
public final class ManualPause {
  private final List<Runnable> waiting = new ArrayList<>();

  /** Waits for {@link #end}. */
  public Subscription then(Runnable action) {
    waiting.add(action);
    return () -> waiting.remove(action);
  }

  /** Ends every pause. */
  public void end() {
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }

  /** How many pauses have not ended. */
  public int count() {
    return waiting.size();
  }
}
