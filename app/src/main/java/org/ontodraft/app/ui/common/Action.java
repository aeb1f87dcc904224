package org.ontodraft.app.ui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something a person can do, wherever it is offered. The bundle has its name, with the mnemonic,
 * under {@code action.<id>}.
 *
 * @param id dotted, such as {@code draft.new}
 * @param key its keys, with {@code Shortcut} for Ctrl or Cmd; null for none
 * @param enabled whether it can be done now
 * @param detail what it would do now, shown in tooltips; may be empty
 */
public record Action(
    String id,
    @Nullable KeyCombination key,
    ObservableBooleanValue enabled,
    ObservableStringValue detail,
    Runnable run) {

  /** An action that is always possible. */
  public static Action of(String id, String key, Runnable run) {
    return of(id, key, Bindings.createBooleanBinding(() -> true), run);
  }

  /**
   * An action that is possible at times.
   *
   * @param key as {@link KeyCombination#valueOf} reads it, or empty for none
   */
  public static Action of(String id, String key, ObservableBooleanValue enabled, Runnable run) {
    return new Action(
        id,
        key.isEmpty() ? null : KeyCombination.valueOf(key),
        enabled,
        Bindings.createStringBinding(() -> ""),
        run);
  }

  /** This action with a text that says what it would do now. */
  public Action withDetail(ObservableStringValue text) {
    return new Action(id, key, enabled, text, run);
  }
}
