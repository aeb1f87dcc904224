package org.ontodraft.app.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;

/**
 * The list under a text field that offers entities while somebody types. Down opens it and moves in
 * it, Enter takes what is selected, Escape closes it; the focus stays in the field.
 */
public final class SuggestionPopup {
  private static final int ROWS = 8;

  private final TextField field;
  private final Consumer<Consumer<List<Suggestion>>> find;
  private final Consumer<EntityKey> choose;
  private final ListView<Offer> list = new ListView<>();
  private final PopupControl popup = new PopupControl();
  private Function<String, Optional<String>> creates = text -> Optional.empty();
  private Consumer<String> create = text -> {};
  private boolean asking;

  /** A line of the list. */
  private sealed interface Offer {
    /** An entity there is. */
    record Present(Suggestion suggestion) implements Offer {}

    /** One that could be created. */
    record Creation(String text, String words) implements Offer {}
  }

  /**
   * Attaches a list to a field.
   *
   * @param find looks for what to offer
   * @param choose takes what was chosen
   */
  public SuggestionPopup(
      TextField field,
      String name,
      Consumer<Consumer<List<Suggestion>>> find,
      Consumer<EntityKey> choose) {
    this.field = field;
    this.find = find;
    this.choose = choose;
    list.setFocusTraversable(false);
    list.setAccessibleText(name);
    list.setCellFactory(view -> new SuggestionCell());
    list.setOnMouseClicked(event -> takeSelected());
    popup.getStyleClass().add("combo-box-popup");
    popup.setAutoHide(true);
    popup.setHideOnEscape(false);
    popup.setSkin(new ListSkin(popup, list));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.setOnKeyTyped(event -> {
      if (!event.isShortcutDown() && !event.isAltDown() && printable(event.getCharacter())) {
        ask();
      }
    });
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            close();
          }
        });
  }

  /**
   * Offers, last, to create what was typed.
   *
   * @param words what the line says for a text; empty where nothing can be created of it
   * @param begin begins to create it
   */
  public SuggestionPopup creating(
      Function<String, Optional<String>> words, Consumer<String> begin) {
    creates = words;
    create = begin;
    return this;
  }

  /** Whether the list is open. */
  public boolean showing() {
    return popup.isShowing();
  }

  private static boolean printable(String typed) {
    return !typed.isEmpty() && (typed.charAt(0) >= ' ' || typed.charAt(0) == '\b');
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && !showing()) {
      ask();
      event.consume();
    } else if (showing()) {
      pressedInList(event);
    }
  }

  private void pressedInList(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> select(event, 1);
      case UP -> select(event, -1);
      case PAGE_DOWN -> select(event, ROWS - 1);
      case PAGE_UP -> select(event, 1 - ROWS);
      case ESCAPE -> {
        close();
        event.consume();
      }
      case ENTER -> {
        if (list.getSelectionModel().getSelectedItem() != null) {
          takeSelected();
          event.consume();
        } else {
          close();
        }
      }
      default -> {}
    }
  }

  private void select(KeyEvent event, int by) {
    int now = list.getSelectionModel().getSelectedIndex();
    int next = Math.clamp((long) now + by, 0, list.getItems().size() - 1);
    list.getSelectionModel().select(next);
    list.scrollTo(Math.max(0, next - ROWS / 2));
    event.consume();
  }

  private void takeSelected() {
    Offer selected = list.getSelectionModel().getSelectedItem();
    close();
    switch (selected) {
      case null -> {}
      case Offer.Present(Suggestion suggestion) -> choose.accept(suggestion.key());
      case Offer.Creation(String text, String words) -> create.accept(text);
    }
  }

  private void ask() {
    if (field.isEditable()) {
      asking = true;
      find.accept(this::offer);
    }
  }

  private void offer(List<Suggestion> found) {
    if (!asking || !field.isFocused()) {
      return;
    }
    List<Offer> offers = new ArrayList<>();
    found.forEach(suggestion -> offers.add(new Offer.Present(suggestion)));
    String typed = field.getText().strip();
    if (found.stream().noneMatch(suggestion -> suggestion.key().key().equals(typed))) {
      creates.apply(typed).ifPresent(words -> offers.add(new Offer.Creation(typed, words)));
    }
    list.getItems().setAll(offers);
    list.getSelectionModel().clearSelection();
    if (offers.isEmpty() || field.getScene() == null) {
      popup.hide();
      return;
    }
    double row = field.getFont().getSize() * 2.15;
    list.setFixedCellSize(row);
    list.setPrefSize(
        Math.max(field.getWidth(), row * 14), row * Math.min(ROWS, offers.size()) + row * 0.5);
    if (!popup.isShowing()) {
      Bounds place = field.localToScreen(field.getBoundsInLocal());
      popup.show(field, place.getMinX(), place.getMaxY() + 2);
    }
  }

  private void close() {
    asking = false;
    popup.hide();
  }

  private record ListSkin(PopupControl skinnable, Node node) implements Skin<PopupControl> {
    @Override
    public PopupControl getSkinnable() {
      return skinnable;
    }

    @Override
    public Node getNode() {
      return node;
    }

    @Override
    public void dispose() {}
  }

  /** Key and label of an entity, with the shape of its type. */
  private static final class SuggestionCell extends ListCell<Offer> {
    @Override
    protected void updateItem(@Nullable Offer item, boolean empty) {
      super.updateItem(item, empty);
      switch (empty ? null : item) {
        case null -> {
          setText(null);
          setGraphic(null);
        }
        case Offer.Present(Suggestion found) -> {
          setGraphic(new Icon(Glyph.of(found.key().type()), "small-icon"));
          String key = found.key().key();
          setText(found.label().equals(key) ? key : found.label() + "  (" + key + ")");
        }
        case Offer.Creation(String text, String words) -> {
          setGraphic(new Icon(Glyph.PLUS, "small-icon"));
          setText(words);
        }
      }
    }
  }
}
