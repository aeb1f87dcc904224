package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.ImpactTag;
import org.ontodraft.app.ui.control.ImpactTag.Impact;
import org.ontodraft.model.impact.SemverLevel;

/** What a change means for others: a tag for each level, which says why when it is pressed. */
final class ImpactCell extends VBox {
  private final Texts texts;
  private List<SemverLevel> shown = List.of();
  private Runnable explain = () -> {};

  ImpactCell(Texts texts) {
    this.texts = texts;
    getStyleClass().add("impact-cell");
  }

  /** Shows levels, the greatest first, and says them in words; nothing for none. */
  String show(List<SemverLevel> levels, Runnable why) {
    explain = why;
    if (!levels.equals(shown)) {
      shown = List.copyOf(levels);
      getChildren().setAll(levels.stream().map(this::button).toList());
    }
    return levels.stream().map(this::word).collect(Collectors.joining(", "));
  }

  private Button button(SemverLevel level) {
    Button button = new Button();
    button.setGraphic(tag(level));
    button.getStyleClass().addAll("plain", "impact-button");
    button.setAccessibleText(texts.get("review.impact.why", word(level)));
    button.setFocusTraversable(false);
    button.setOnAction(event -> explain.run());
    return button;
  }

  private String word(SemverLevel level) {
    return texts.get("review.impact." + level.name().toLowerCase(Locale.ROOT));
  }

  /** The tag of a level that is one. */
  static ImpactTag tag(SemverLevel level) {
    return new ImpactTag(
        switch (level) {
          case MAJOR -> Impact.MAJOR;
          case MINOR -> Impact.MINOR;
          case PATCH, NONE -> Impact.PATCH;
        });
  }
}
