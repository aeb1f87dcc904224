package org.ontodraft.app.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.exchange.MovableDraft;
import org.ontodraft.app.ui.common.Texts;

/** The question which drafts go along to another store: all, unless somebody says otherwise. */
final class DraftsAlong extends VBox {
  private record Choice(MovableDraft draft, CheckBox tick) {}

  private final List<Choice> choices = new ArrayList<>();

  /**
   * With a list of drafts.
   *
   * @param about what the switch means
   */
  DraftsAlong(Texts texts, String about, List<MovableDraft> drafts) {
    getStyleClass().add("drafts-along");
    Label text = new Label(about);
    text.setWrapText(true);
    getChildren().add(text);
    if (drafts.isEmpty()) {
      return;
    }
    Label heading = new Label(texts.get("database.drafts"));
    heading.getStyleClass().add("medium-text");
    VBox list = new VBox();
    list.getStyleClass().add("drafts-along-list");
    for (MovableDraft draft : drafts) {
      String line = texts.get("database.drafts.line", draft.title(), draft.changes());
      if (!draft.mine()) {
        Label theirs = new Label(texts.get("database.drafts.theirs", line));
        theirs.getStyleClass().add("muted-text");
        list.getChildren().add(theirs);
        continue;
      }
      CheckBox tick =
          new CheckBox(draft.shared() ? texts.get("database.drafts.shared", line) : line);
      tick.setSelected(true);
      tick.setMnemonicParsing(false);
      choices.add(new Choice(draft, tick));
      list.getChildren().add(tick);
    }
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(texts.get("database.drafts"));
    Label rest = new Label(texts.get("database.drafts.rest"));
    rest.getStyleClass().add("muted-text");
    rest.setWrapText(true);
    getChildren().addAll(heading, scroll, rest);
  }

  /** The drafts that go along. */
  List<MovableDraft> chosen() {
    return choices.stream()
        .filter(choice -> choice.tick().isSelected())
        .map(Choice::draft)
        .toList();
  }

  /** Where work begins: the first draft, or the question itself. */
  Node first() {
    return choices.isEmpty() ? this : choices.getFirst().tick();
  }
}
