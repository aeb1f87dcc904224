package org.ontodraft.app.ui.common;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.KeyCap;

/**
 * What is done within one part of the window, with its usual keys. The registry has each as the
 * action {@link #id}; the part itself asks {@link #of} what a key means, since the same key may
 * mean something else in its fields.
 */
public enum Deed {
  EXPLORER_OPEN(Context.EXPLORER, "Enter"),
  EXPLORER_NEW(Context.EXPLORER, "Insert"),
  EXPLORER_RENAME(Context.EXPLORER, "F2"),
  EXPLORER_DELETE(Context.EXPLORER, "Delete"),
  EXPLORER_CUT(Context.EXPLORER, "Shortcut+X"),
  EXPLORER_PASTE(Context.EXPLORER, "Shortcut+V"),
  EXPLORER_PASTE_TOO(Context.EXPLORER, "Shortcut+Shift+V"),
  EXPLORER_COPY(Context.EXPLORER, "Shortcut+C"),
  EXPLORER_NEXT_PLACE(Context.EXPLORER, "Alt+Page Down"),
  EXPLORER_PREVIOUS_PLACE(Context.EXPLORER, "Alt+Page Up"),
  TABLE_OPEN(Context.TABLE, "Enter"),
  TABLE_ADD(Context.TABLE, "Insert"),
  TABLE_NEED(Context.TABLE, "Space"),
  TABLE_REMOVE(Context.TABLE, "Delete", "Back Space"),
  REVIEW_NEXT(Context.REVIEW, "F7"),
  REVIEW_PREVIOUS(Context.REVIEW, "Shift+F7"),
  REVIEW_NEXT_ENTITY(Context.REVIEW, "Alt+Down"),
  REVIEW_PREVIOUS_ENTITY(Context.REVIEW, "Alt+Up"),
  REVIEW_TICK(Context.REVIEW, "Space"),
  REVIEW_SPLIT(Context.REVIEW, "S"),
  REVIEW_JSON(Context.REVIEW, "J"),
  REVIEW_PATCH(Context.REVIEW, "P"),
  REVIEW_CHARACTERS(Context.REVIEW, "W"),
  REVIEW_FILTER(Context.REVIEW, "Slash"),
  REVIEW_OPEN(Context.REVIEW, "Enter"),
  REVIEW_REVERT(Context.REVIEW, "Delete"),
  REVIEW_WHY(Context.REVIEW, "I"),
  REVIEW_ANSWER(Context.REVIEW, "C"),
  REVIEW_TAKE(Context.REVIEW, "A"),
  REBASE_NEXT(Context.REBASE, "F8"),
  REBASE_PREVIOUS(Context.REBASE, "Shift+F8"),
  REBASE_OPEN(Context.REBASE, "Enter"),
  REBASE_1(Context.REBASE, "1", "Numpad 1"),
  REBASE_2(Context.REBASE, "2", "Numpad 2"),
  REBASE_3(Context.REBASE, "3", "Numpad 3"),
  REBASE_4(Context.REBASE, "4", "Numpad 4"),
  REBASE_5(Context.REBASE, "5", "Numpad 5"),
  REBASE_6(Context.REBASE, "6", "Numpad 6"),
  REBASE_7(Context.REBASE, "7", "Numpad 7"),
  REBASE_8(Context.REBASE, "8", "Numpad 8"),
  REBASE_0(Context.REBASE, "0", "Numpad 0"),
  REBASE_UNDO(Context.REBASE, "Shortcut+Z"),
  REBASE_REDO(Context.REBASE, "Shortcut+Y", "Shortcut+Shift+Z"),
  REBASE_BASE(Context.REBASE, "Alt+B"),
  REBASE_MOVE(Context.REBASE, "Shortcut+Enter"),
  HISTORY_OPEN(Context.HISTORY, "Enter"),
  HISTORY_THEN(Context.HISTORY, "C"),
  STEPS_OPEN(Context.DRAFT_HISTORY, "Enter"),
  STEPS_TAKE_BACK(Context.DRAFT_HISTORY, "Delete"),
  DRAFTS_OPEN(Context.DRAFTS, "Enter"),
  DRAFTS_RENAME(Context.DRAFTS, "F2"),
  DRAFTS_EXPORT(Context.DRAFTS, "Shortcut+E"),
  DRAFTS_DELETE(Context.DRAFTS, "Delete"),
  PROBLEMS_OPEN(Context.PROBLEMS, "Enter"),
  PROBLEMS_FIX(Context.PROBLEMS, "Alt+Enter"),
  PROBLEMS_FIX_ALL(Context.PROBLEMS, "Shift+Alt+Enter"),
  PROBLEMS_COPY(Context.PROBLEMS, "Shortcut+C"),
  ACTIVITY_AGAIN(Context.ACTIVITY, "Enter"),
  ACTIVITY_STOP(Context.ACTIVITY, "Delete"),
  ACTIVITY_COPY(Context.ACTIVITY, "Shortcut+C"),
  SUBMIT_NEXT(Context.SUBMIT, "Alt+N"),
  SUBMIT_BACK(Context.SUBMIT, "Alt+B"),
  SUBMIT_SEND(Context.SUBMIT, "Shortcut+Enter"),
  GRAPH_OPEN(Context.GRAPH, "Enter"),
  GRAPH_EXPAND(Context.GRAPH, "Plus", "Add", "Equals", "Shift+Equals"),
  GRAPH_CENTRE(Context.GRAPH, "G"),
  GRAPH_MIDDLE(Context.GRAPH, "Home"),
  GRAPH_FIT(Context.GRAPH, "F"),
  GRAPH_LARGER(Context.GRAPH, "Page Up"),
  GRAPH_SMALLER(Context.GRAPH, "Page Down"),
  GRAPH_LAYOUT(Context.GRAPH, "L"),
  GRAPH_TABLE(Context.GRAPH, "T");

  private final Context context;
  private final List<KeyCombination> keys;

  Deed(Context context, String... keys) {
    this.context = context;
    this.keys = Arrays.stream(keys).map(KeyCombination::valueOf).toList();
  }

  /** The part of the window it belongs to. */
  public Context context() {
    return context;
  }

  /** Its id in the registry, such as {@code review.next.entity}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** Its usual keys, the one that is shown first. */
  public List<KeyCombination> keys() {
    return keys;
  }

  /** What a key means in a part of a scene, by the keys a person chose if the scene has them. */
  public static Optional<Deed> of(Context part, Scene scene, KeyEvent event) {
    return Arrays.stream(values())
        .filter(deed -> deed.context == part)
        .filter(deed -> deed.keysIn(scene).stream().anyMatch(key -> key.match(event)))
        .findFirst();
  }

  /** Its keys in a scene now, the one that is shown first. */
  List<KeyCombination> keysIn(@Nullable Scene scene) {
    return KeyMap.in(scene).filter(map -> map.knows(id())).map(map -> map.keys(id())).orElse(keys);
  }

  /** Its key as a cap says it where this node is shown; empty for none. */
  public ObservableValue<String> cap(Node at) {
    return at.sceneProperty()
        .flatMap(scene ->
            KeyMap.in(scene)
                .filter(map -> map.knows(id()))
                .map(map -> map.shown(id()).map(Deed::cap).orElse(""))
                .orElseGet(() -> new ReadOnlyStringWrapper(usualCap())))
        .orElse(usualCap());
  }

  private static String cap(@Nullable KeyCombination key) {
    return key == null ? "" : KeyCap.text(key);
  }

  private String usualCap() {
    return keys.isEmpty() ? "" : KeyCap.text(keys.getFirst());
  }
}
