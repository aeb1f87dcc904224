package org.ontodraft.app.ui.control;

import javafx.scene.control.Label;

/** A round label for a state or a side: {@code ~ Modified}, {@code Mine}, {@code 2 left}. */
public final class Pill extends Label {
  /** Whose side or what state the colour stands for. */
  public enum Side {
    PLAIN,
    BASE,
    MINE,
    UPSTREAM,
    TYPED,
    CONFLICT,
    DONE
  }

  /** A pill with this text. */
  public Pill(String text, Side side) {
    super(text);
    getStyleClass().add("pill");
    show(side);
  }

  /** Shows another side. */
  public void show(Side side) {
    for (Side other : Side.values()) {
      getStyleClass().remove(styleOf(other));
    }
    getStyleClass().add(styleOf(side));
  }

  private static String styleOf(Side side) {
    return switch (side) {
      case PLAIN -> "plain-pill";
      case BASE -> "base";
      case MINE -> "mine";
      case UPSTREAM -> "upstream";
      case TYPED -> "typed";
      case CONFLICT -> "conflict";
      case DONE -> "done";
    };
  }
}
