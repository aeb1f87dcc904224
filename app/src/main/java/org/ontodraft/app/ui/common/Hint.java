package org.ontodraft.app.ui.common;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a node says when the mouse rests on it. The tooltip is made when the mouse first comes: each
 * is a window of its own, dear to make, and most are never seen. FX thread.
 */
public final class Hint {
  private final Node node;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private @Nullable Tooltip tooltip;
  private boolean installed;

  private Hint(Node node) {
    this.node = node;
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> arrange());
    text.subscribe((before, now) -> {
      if (tooltip != null) {
        arrange();
      }
    });
  }

  /** The hint of a node, which says nothing until it has a text. */
  public static Hint of(Node node) {
    return (Hint) node.getProperties().computeIfAbsent(Hint.class, none -> new Hint(node));
  }

  /** Lets a node say this; nothing where it is empty. */
  public static void say(Node node, String text) {
    of(node).text().set(text);
  }

  /** What is said; nothing where it is empty. */
  public StringProperty text() {
    return text;
  }

  private void arrange() {
    boolean wanted = !text.get().isEmpty();
    Tooltip shown = tooltip;
    if (shown == null) {
      if (!wanted) {
        return;
      }
      shown = new Tooltip();
      shown.textProperty().bind(text);
      tooltip = shown;
    }
    if (wanted && !installed) {
      Tooltip.install(node, shown);
    } else if (!wanted && installed) {
      shown.hide();
      Tooltip.uninstall(node, shown);
    }
    installed = wanted;
  }
}
