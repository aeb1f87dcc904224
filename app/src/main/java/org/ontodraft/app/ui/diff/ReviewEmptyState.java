package org.ontodraft.app.ui.diff;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;

/** What stands where there is no change to show: why, and what can be done. */
final class ReviewEmptyState {
  private final Texts texts;
  private final Navigator navigator;
  private final Optional<Refusal> refused;

  ReviewEmptyState(Texts texts, Navigator navigator, Optional<Refusal> refused) {
    this.texts = texts;
    this.navigator = navigator;
    this.refused = refused;
  }

  /** What stands there; nothing where there are changes. */
  Optional<Node> of(ReviewViewModel.Phase phase) {
    return switch (phase) {
      case CHANGES -> Optional.empty();
      case LOADING -> Optional.of(new Label(texts.get("review.loading")));
      case REFUSED -> refused.map(this::refusal);
      case NO_CHANGES ->
          Optional.of(
              new EmptyState(
                  Glyph.CHANGES, texts.get("review.empty.title"), texts.get("review.empty.text")));
      case NO_DRAFT -> {
        Button start = new Button(texts.get("review.nodraft.start"));
        start.getStyleClass().add("accent");
        start.setOnAction(event -> navigator.newDraft());
        yield Optional.of(
            new EmptyState(
                Glyph.CHANGES,
                texts.get("review.nodraft.title"),
                texts.get("review.nodraft.text"),
                start));
      }
    };
  }

  private Node refusal(Refusal refusal) {
    String key = "refusal." + refusal.code();
    return new EmptyState(
        Glyph.WARNING,
        texts.get(key + ".title"),
        texts.get(key + ".text", refusal.arguments().toArray())
            + " "
            + texts.get(key + ".next")
            + " ("
            + refusal.code()
            + ")");
  }
}
