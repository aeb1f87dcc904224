package org.ontodraft.app.ui.control;

import javafx.scene.control.Label;

/** How far a change reaches, by weight: MAJOR filled, minor outlined, patch plain. */
public final class ImpactTag extends Label {
  /** The three sizes of semantic versioning, with the word shown. */
  public enum Impact {
    MAJOR("MAJOR", "major"),
    MINOR("minor", "minor"),
    PATCH("patch", "patch");

    private final String word;
    private final String style;

    Impact(String word, String style) {
      this.word = word;
      this.style = style;
    }
  }

  /** A tag for this impact. */
  public ImpactTag(Impact impact) {
    super(impact.word);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().addAll("impact-tag", impact.style);
  }
}
