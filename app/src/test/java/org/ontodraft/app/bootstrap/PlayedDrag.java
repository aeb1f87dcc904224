package org.ontodraft.app.bootstrap;

import static org.ontodraft.app.ui.testing.FxTest.onFx;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.testfx.api.FxRobot;

/**
 * Dragging on a platform that has none: the mouse begins it, and in place of the system this sends
 * the events over what lies under it.
 */
final class PlayedDrag {
  private final FxRobot robot;

  PlayedDrag(FxRobot robot) {
    this.robot = robot;
  }

  /**
   * Drags something.
   *
   * @param play fills the drag's board and sends events, on the FX thread
   */
  void from(Node source, Consumer<Dragboard> play) {
    onFx(() -> {
      EventHandler<? super MouseEvent> own = source.getOnDragDetected();
      source.setOnDragDetected(detected -> {
        if (own != null) {
          own.handle(detected);
        }
        play.accept(DragboardHelper.createDragboard(board()));
        source.startDragAndDrop(TransferMode.COPY_OR_MOVE).clear(); // or the platform would go on
        source.setOnDragDetected(own);
        detected.consume();
      });
    });
    robot.moveTo(source).press(MouseButton.PRIMARY).moveBy(30, 0).moveBy(30, 0);
    robot.release(MouseButton.PRIMARY);
    onFx(PlayedDrag::end);
  }

  /** No platform ends the drag, and until it has an end its board stands in for the clipboard. */
  private static void end() {
    try {
      Method release =
          Class.forName("com.sun.javafx.tk.quantum.QuantumClipboard")
              .getDeclaredMethod("releaseCurrentDragboard");
      release.setAccessible(true);
      release.invoke(null);
    } catch (ReflectiveOperationException changed) {
      throw new AssertionError("the toolkit ends drags in another way", changed);
    }
  }

  /** Sends an event of a drag to what lies under it, and gives it back as that left it. */
  static DragEvent send(
      EventType<DragEvent> type, Node target, Dragboard board, TransferMode mode) {
    DragEvent[] seen = new DragEvent[1];
    EventHandler<DragEvent> look = event -> seen[0] = event;
    DragEvent event =
        new DragEvent(
            target,
            target,
            type,
            board,
            1,
            1,
            1,
            1,
            mode,
            null,
            target,
            new PickResult(target, 1, 1));
    target.addEventFilter(type, look);
    Event.fireEvent(target, event);
    target.removeEventFilter(type, look);
    return seen[0];
  }

  /** A board of this process that allows everything: the platform's can say nothing of that. */
  private static TKClipboard board() {
    TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
    return (TKClipboard)
        Proxy.newProxyInstance(
            PlayedDrag.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (self, method, arguments) ->
                method.getName().equals("getTransferModes")
                    ? EnumSet.allOf(TransferMode.class)
                    : method.invoke(local, arguments));
  }
}
