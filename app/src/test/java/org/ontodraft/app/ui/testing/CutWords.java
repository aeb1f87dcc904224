package org.ontodraft.app.ui.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.text.Text;
import org.ontodraft.app.ui.common.Hint;

/** What a button says that does not fit on it and is told by no hint. */
public final class CutWords {
  private CutWords() {}

  /** The texts of buttons that are shown shortened. FX thread. */
  public static List<String> in(Parent root) {
    List<String> cut = new ArrayList<>();
    collect(root, cut);
    return cut;
  }

  private static void collect(Node node, List<String> cut) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof ButtonBase button) {
      shown(button)
          .filter(shown -> !shown.equals(said(button)) && !isToldByItsHint(button))
          .ifPresent(shown -> cut.add(button.getText() + ", shown as " + shown));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, cut));
    }
  }

  private static String said(ButtonBase button) {
    return button.isMnemonicParsing() ? button.getText().replace("_", "") : button.getText();
  }

  private static boolean isToldByItsHint(ButtonBase button) {
    return Hint.of(button).text().get().contains(button.getText());
  }

  /** What of its own text it shows; its picture may have texts as well. */
  private static Optional<String> shown(ButtonBase button) {
    return button.getChildrenUnmodifiable().stream()
        .filter(child -> child instanceof Text && child != button.getGraphic())
        .map(child -> ((Text) child).getText())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
