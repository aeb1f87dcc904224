package org.ontodraft.app.ui.diff;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Turns keys into what the view model does. */
final class ReviewKeys {
  private final ReviewViewModel model;
  private final ReadOnlyObjectProperty<ReviewChoices> choices;
  private final RowActions actions;
  private final Runnable filter;

  /**
   * Keys of a review.
   *
   * @param actions what the buttons of rows do
   * @param filter puts the focus on the filter
   */
  ReviewKeys(ReviewViewModel model, RowActions actions, Runnable filter) {
    this.model = model;
    this.actions = actions;
    this.choices = model.choices();
    this.filter = filter;
  }

  /** Listens on the page, on its list of entities and on its rows. */
  void listen(Parent page, Node index, Node rows) {
    page.addEventFilter(KeyEvent.KEY_PRESSED, event -> consume(event, onPage(event)));
    index.addEventFilter(KeyEvent.KEY_PRESSED, event -> consume(event, onLists(event)));
    rows.addEventFilter(
        KeyEvent.KEY_PRESSED, event -> consume(event, onLists(event) || onRows(event)));
  }

  private static void consume(KeyEvent event, boolean handled) {
    if (handled) {
      event.consume();
    }
  }

  private boolean onPage(KeyEvent event) {
    if (event.getCode() == KeyCode.F7) {
      model.nextChange(!event.isShiftDown());
      return true;
    }
    if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      model.nextEntity(true);
      return true;
    }
    if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      model.nextEntity(false);
      return true;
    }
    return false;
  }

  private boolean onLists(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
      return false;
    }
    switch (event.getCode()) {
      case S ->
          model.show(
              choices.get().mode() == ReviewMode.SPLIT ? ReviewMode.UNIFIED : ReviewMode.SPLIT);
      case W -> model.byCharacter(!choices.get().byCharacter());
      case J -> model.show(ReviewMode.JSON);
      case P -> model.show(ReviewMode.PATCH);
      case SPACE -> model.tick();
      case SLASH -> filter.run();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean onRows(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    switch (event.getCode()) {
      case ENTER -> model.toggle();
      case DELETE -> model.revert();
      case I -> model.explain();
      case C -> comment().ifPresent(actions::answer);
      case A ->
          comment()
              .filter(row -> !row.suggestions().isEmpty())
              .ifPresent(row -> actions.take(row, 0));
      default -> {
        return false;
      }
    }
    return true;
  }

  private Optional<ReviewRow.Comment> comment() {
    return model
        .currentRow()
        .filter(ReviewRow.Comment.class::isInstance)
        .map(ReviewRow.Comment.class::cast);
  }
}
