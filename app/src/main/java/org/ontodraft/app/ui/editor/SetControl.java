package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Gradually;
import org.ontodraft.app.ui.control.SuggestionPopup;
import org.ontodraft.app.ui.editor.SetFieldViewModel.Item;
import org.ontodraft.app.ui.editor.SetFieldViewModel.Side;

/**
 * A set as chips with a field to add to it. One stop for Tab: from the empty field, Left goes to
 * the chips; there Left and Right move, Delete takes out or puts back, Enter opens.
 */
final class SetControl implements FieldControl {
  /** Chips shown before somebody asks for all; a module may list thousands of keys. */
  private static final int SHOWN = 40;

  /** New ones for one pulse. */
  private static final int AT_ONCE = 10;

  private static final PseudoClass READ_ONLY = PseudoClass.getPseudoClass("readonly");
  private static final PseudoClass NOTHING_TO_ADD = PseudoClass.getPseudoClass("nothing-to-add");

  private final SetFieldViewModel field;
  private final EditorTexts texts;
  private final FlowPane node = new FlowPane();
  private final TextField input = new TextField();
  private final Hyperlink more = new Hyperlink();
  private final List<SetChip> chips = new ArrayList<>();
  private final Gradually arriving = new Gradually(AT_ONCE);
  private boolean all;

  SetControl(SetFieldViewModel field, EditorTexts texts, EditingKeys keys) {
    this.field = field;
    this.texts = texts;
    node.getStyleClass().add("chip-field");
    input.getStyleClass().add("chip-input");
    input.textProperty().bindBidirectional(field.input());
    input.editableProperty().bind(field.editable());
    input.setOnAction(event -> field.commit());
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::inputKey);
    more.setOnAction(event -> {
      all = true;
      showItems();
    });
    field
        .target()
        .ifPresent(type ->
            new SuggestionPopup(
                    input,
                    texts.get("editor.suggest", texts.plain().type(type)),
                    field::suggest,
                    field::choose)
                .creating(
                    text -> field.editable().get() ? texts.creation(type, text) : Optional.empty(),
                    text -> field.create(texts.nameOf(field.content().get()), text)));
    keys.install(input, field);
    field.items().addListener((ListChangeListener<Item>) change -> showItems());
    field.editable().subscribe(now -> showItems());
  }

  private void showItems() {
    node.pseudoClassStateChanged(READ_ONLY, !field.editable().get());
    int focused = focusedChip();
    List<Item> items = field.items();
    boolean editable = field.editable().get();
    node.pseudoClassStateChanged(NOTHING_TO_ADD, !editable && !items.isEmpty());
    List<Item> shown = new ArrayList<>();
    for (Item item : items) {
      if (all || shown.size() < SHOWN || item.side() != Side.BOTH) {
        shown.add(item);
      }
    }
    Map<Item, SetChip> known = new HashMap<>();
    chips.stream()
        .filter(chip -> chip.isFor(editable))
        .forEach(chip -> known.put(chip.item(), chip));
    chips.clear();
    node.getChildren().clear();
    if (shown.size() < items.size()) {
      more.setText(texts.get("editor.chips.more", items.size() - shown.size()));
      node.getChildren().add(more);
    }
    node.getChildren().add(input);
    arriving.make(
        atOnce(shown, known),
        shown.stream().<Runnable>map(item -> () -> add(item, known.remove(item))).toList());
    String prompt = items.isEmpty() ? texts.get("editor.value.not-set") : "";
    input.setPromptText(editable ? texts.get("editor.chips.add") : prompt);
    if (focused >= 0 && !chips.isEmpty()) {
      chips.get(Math.min(focused, chips.size() - 1)).requestFocus();
    }
  }

  /** So many are shown at once that no more than a few of them need a new chip. */
  private static int atOnce(List<Item> items, Map<Item, SetChip> known) {
    int made = 0;
    for (int count = 0; count < items.size(); count++) {
      if (!known.containsKey(items.get(count)) && ++made > AT_ONCE) {
        return count;
      }
    }
    return items.size();
  }

  private void add(Item item, @Nullable SetChip known) {
    SetChip chip = known;
    if (chip == null) {
      SetChip made = new SetChip(item, field, texts, field.editable().get());
      made.setOnKeyPressed(event -> chipKey(event, made));
      chip = made;
    }
    node.getChildren().add(chips.size(), chip);
    chips.add(chip);
  }

  private int focusedChip() {
    for (int i = 0; i < chips.size(); i++) {
      if (chips.get(i).isFocused()) {
        return i;
      }
    }
    return -1;
  }

  private void inputKey(KeyEvent event) {
    boolean toChips =
        event.getCode() == KeyCode.LEFT
            || (event.getCode() == KeyCode.BACK_SPACE && input.isEditable());
    if (toChips && input.getCaretPosition() == 0 && !chips.isEmpty()) {
      chips.getLast().requestFocus();
      event.consume();
    }
  }

  private void chipKey(KeyEvent event, SetChip chip) {
    int place = chips.indexOf(chip);
    switch (event.getCode()) {
      case LEFT -> chips.get(Math.max(0, place - 1)).requestFocus();
      case RIGHT -> {
        if (place == chips.size() - 1) {
          input.requestFocus();
        } else {
          chips.get(place + 1).requestFocus();
        }
      }
      case HOME -> chips.getFirst().requestFocus();
      case END, ESCAPE -> input.requestFocus();
      case DELETE, BACK_SPACE -> chip.toggle();
      case ENTER -> chip.open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node focusTarget() {
    return input;
  }

  @Override
  public boolean tall() {
    return true;
  }
}
