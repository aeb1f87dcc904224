package org.ontodraft.app.ui.control;

import java.util.List;
import java.util.function.Consumer;
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
  private final ListView<Suggestion> list = new ListView<>();
  private final PopupControl popup = new PopupControl();
  private boolean asking;

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
    Suggestion selected = list.getSelectionModel().getSelectedItem();
    close();
    if (selected != null) {
      choose.accept(selected.key());
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
    list.getItems().setAll(found);
    list.getSelectionModel().clearSelection();
    if (found.isEmpty() || field.getScene() == null) {
      popup.hide();
      return;
    }
    double row = field.getFont().getSize() * 2.15;
    list.setFixedCellSize(row);
    list.setPrefSize(
        Math.max(field.getWidth(), row * 14), row * Math.min(ROWS, found.size()) + row * 0.5);
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
  private static final class SuggestionCell extends ListCell<Suggestion> {
    private @Nullable Icon icon;

    @Override
    protected void updateItem(@Nullable Suggestion item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      Icon shown = icon == null ? new Icon(Glyph.of(item.key().type()), "small-icon") : icon;
      icon = shown;
      setGraphic(shown);
      String key = item.key().key();
      setText(item.label().equals(key) ? key : item.label() + "  (" + key + ")");
    }
  }
}
