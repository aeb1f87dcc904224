package org.ontodraft.app.ui.common;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Alt alone goes to the menu bar; Alt with another key does what that key is for. The toolkit takes
 * Alt for alone where the other key was used up before it heard of it, and fingers leave Alt first.
 */
final class AltKey {
  private boolean alone;

  private AltKey() {}

  /** Listens where a scene is shown: within it mnemonics use keys up before any filter. */
  static void install(Scene scene) {
    AltKey alt = new AltKey();
    EventHandler<KeyEvent> heard = alt::heard;
    scene
        .windowProperty()
        .subscribe((before, now) -> {
          if (before != null) {
            before.removeEventFilter(KeyEvent.ANY, heard);
          }
          listen(now, heard);
        });
    listen(scene.getWindow(), heard);
  }

  private static void listen(@Nullable Window window, EventHandler<KeyEvent> heard) {
    if (window != null) {
      window.addEventFilter(KeyEvent.ANY, heard);
    }
  }

  private void heard(KeyEvent event) {
    boolean isAlt = event.getCode() == KeyCode.ALT;
    if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      alone = isAlt;
    } else if (event.getEventType() == KeyEvent.KEY_RELEASED && isAlt && !alone) {
      event.consume();
    }
  }
}
