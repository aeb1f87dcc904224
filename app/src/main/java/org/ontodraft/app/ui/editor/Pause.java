package org.ontodraft.app.ui.editor;

import org.ontodraft.app.state.Subscription;

/** Calls back once typing has paused. */
@FunctionalInterface
public interface Pause {
  /** Calls back on the FX thread after the pause, unless the subscription is closed before. */
  Subscription then(Runnable action);
}
