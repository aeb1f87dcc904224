package org.ontodraft.app.ui.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.input.KeyEvent;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.common.Texts;

/** Turns keys into what the view model does. */
final class ReviewKeys {
  private static final Set<Deed> ON_PAGE =
      EnumSet.range(Deed.REVIEW_NEXT, Deed.REVIEW_PREVIOUS_ENTITY);
  private static final Set<Deed> ON_LISTS = EnumSet.range(Deed.REVIEW_TICK, Deed.REVIEW_FILTER);
  private static final Set<Deed> ON_ROWS = EnumSet.range(Deed.REVIEW_OPEN, Deed.REVIEW_TAKE);

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
    listen(page, ON_PAGE);
    listen(index, ON_LISTS);
    Set<Deed> both = EnumSet.copyOf(ON_LISTS);
    both.addAll(ON_ROWS);
    listen(rows, both);
  }

  private void listen(Node node, Set<Deed> deeds) {
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event ->
            Deed.of(Context.REVIEW, node.getScene(), event)
                .filter(deeds::contains)
                .ifPresent(deed -> {
                  perform(deed);
                  event.consume();
                }));
  }

  /** Gives the list of entities and the rows their context menus. */
  void offer(Texts texts, Control index, Control rows) {
    DeedMenu menu = new DeedMenu(texts, this::isPossible, this::perform);
    List<Deed> steps =
        List.of(
            Deed.REVIEW_NEXT,
            Deed.REVIEW_PREVIOUS,
            Deed.REVIEW_NEXT_ENTITY,
            Deed.REVIEW_PREVIOUS_ENTITY);
    List<Deed> modes =
        List.of(Deed.REVIEW_SPLIT, Deed.REVIEW_JSON, Deed.REVIEW_PATCH, Deed.REVIEW_CHARACTERS);
    rows.setContextMenu(
        menu.menu(
            rows,
            List.of(Deed.REVIEW_OPEN, Deed.REVIEW_WHY, Deed.REVIEW_TICK, Deed.REVIEW_REVERT),
            List.of(Deed.REVIEW_ANSWER, Deed.REVIEW_TAKE),
            steps,
            modes));
    index.setContextMenu(
        menu.menu(index, List.of(Deed.REVIEW_TICK, Deed.REVIEW_FILTER), steps, modes));
  }

  private boolean isPossible(Deed deed) {
    return switch (deed) {
      case REVIEW_TICK, REVIEW_REVERT -> model.layout().get().totals().reviewed() != null;
      case REVIEW_ANSWER -> comment().isPresent();
      case REVIEW_TAKE -> comment().filter(row -> !row.suggestions().isEmpty()).isPresent();
      default -> true;
    };
  }

  /** Does what a key would do. */
  void perform(Deed deed) {
    switch (deed) {
      case REVIEW_NEXT -> model.nextChange(true);
      case REVIEW_PREVIOUS -> model.nextChange(false);
      case REVIEW_NEXT_ENTITY -> model.nextEntity(true);
      case REVIEW_PREVIOUS_ENTITY -> model.nextEntity(false);
      case REVIEW_SPLIT ->
          model.show(
              choices.get().mode() == ReviewMode.SPLIT ? ReviewMode.UNIFIED : ReviewMode.SPLIT);
      case REVIEW_CHARACTERS -> model.byCharacter(!choices.get().byCharacter());
      case REVIEW_JSON -> model.show(ReviewMode.JSON);
      case REVIEW_PATCH -> model.show(ReviewMode.PATCH);
      case REVIEW_TICK -> model.tick();
      case REVIEW_FILTER -> filter.run();
      case REVIEW_OPEN -> model.toggle();
      case REVIEW_REVERT -> model.revert();
      case REVIEW_WHY -> model.explain();
      case REVIEW_ANSWER -> comment().ifPresent(actions::answer);
      case REVIEW_TAKE ->
          comment()
              .filter(row -> !row.suggestions().isEmpty())
              .ifPresent(row -> actions.take(row, 0));
      default -> {}
    }
  }

  private Optional<ReviewRow.Comment> comment() {
    return model
        .currentRow()
        .filter(ReviewRow.Comment.class::isInstance)
        .map(ReviewRow.Comment.class::cast);
  }
}
