package org.ontodraft.app.ui.common;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Glyph;

/**
 * Something a person can do, wherever it is offered: menu, toolbar, context menu, palette, key. The
 * bundle has its name, with the mnemonic, under {@code action.<id>}.
 *
 * @param id dotted, such as {@code draft.new}
 * @param keys its usual keys, with {@code Shortcut} for Ctrl or Cmd; the first is the one shown
 * @param context where its keys count
 * @param glyph what is drawn beside its name; null for nothing
 * @param enabled whether it can be done now
 * @param detail what it would do now, shown in tooltips; may be empty
 * @param reason what is missing while it cannot be done; may be empty
 */
public record Action(
    String id,
    List<KeyCombination> keys,
    Context context,
    @Nullable Glyph glyph,
    ObservableBooleanValue enabled,
    ObservableStringValue detail,
    ObservableStringValue reason,
    Runnable run) {

  public Action {
    keys = List.copyOf(keys);
  }

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
        key.isEmpty() ? List.of() : List.of(KeyCombination.valueOf(key)),
        Context.ANYWHERE,
        null,
        enabled,
        nothing(),
        nothing(),
        run);
  }

  private static ObservableStringValue nothing() {
    return Bindings.createStringBinding(() -> "");
  }

  /** This action with a text that says what it would do now. */
  public Action withDetail(ObservableStringValue text) {
    return new Action(id, keys, context, glyph, enabled, text, reason, run);
  }

  /** This action with a text that says what is missing while it cannot be done. */
  public Action withReason(ObservableStringValue text) {
    return new Action(id, keys, context, glyph, enabled, detail, text, run);
  }

  /** This action with an icon. */
  public Action withIcon(Glyph icon) {
    return new Action(id, keys, context, icon, enabled, detail, reason, run);
  }

  /** This action with another key beside those it has. */
  public Action alsoBy(String key) {
    List<KeyCombination> more =
        Stream.concat(keys.stream(), Stream.of(KeyCombination.valueOf(key))).toList();
    return new Action(id, more, context, glyph, enabled, detail, reason, run);
  }

  /** This action with these keys in place of its own. */
  public Action withKeys(List<KeyCombination> others) {
    return new Action(id, others, context, glyph, enabled, detail, reason, run);
  }

  /** This action with keys that count in one part of the window only. */
  public Action in(Context part) {
    return new Action(id, keys, part, glyph, enabled, detail, reason, run);
  }
}
