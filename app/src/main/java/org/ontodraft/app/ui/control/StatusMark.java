package org.ontodraft.app.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.entity.EntityStatus;

/**
 * What a draft does to an entity, as one sign, so that no colour is needed: {@code + ~ -}, an arrow
 * for renamed, a hollow dot for affected, a filled diamond for a conflict, a cracked circle for a
 * change that does not apply.
 */
public final class StatusMark extends Label {
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

  private final Texts texts;
  private EntityStatus shown = EntityStatus.UNCHANGED;

  /** An empty mark. */
  public StatusMark(Texts texts) {
    this.texts = texts;
    getStyleClass().add("status-mark");
  }

  /** A mark that shows this. */
  public static StatusMark of(Texts texts, EntityStatus status) {
    StatusMark mark = new StatusMark(texts);
    mark.show(status);
    return mark;
  }

  /** Shows a status; nothing for {@link EntityStatus#UNCHANGED}. */
  public void show(EntityStatus status) {
    if (status == shown) {
      return;
    }
    shown = status;
    setText(signOf(status));
    setGraphic(
        switch (status) {
          case AFFECTED -> new Icon(Glyph.AFFECTED, "small-icon");
          case CONFLICTED -> new Icon(Glyph.CONFLICT, "small-icon", "conflict");
          case BROKEN -> new Icon(Glyph.BROKEN, "small-icon", "conflict");
          case UNCHANGED, ADDED, MODIFIED, RENAMED, DELETED -> null;
        });
    pseudoClassStateChanged(
        BROKEN, status == EntityStatus.BROKEN || status == EntityStatus.CONFLICTED);
    setAccessibleText(status == EntityStatus.UNCHANGED ? null : texts.status(status));
  }

  /** The sign of a status as text, for copying; empty for none. */
  public static String signOf(EntityStatus status) {
    return switch (status) {
      case ADDED -> "+";
      case MODIFIED -> "~";
      case RENAMED -> "\u2192";
      case DELETED -> "-";
      case UNCHANGED, AFFECTED, CONFLICTED, BROKEN -> "";
    };
  }
}
