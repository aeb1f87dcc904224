package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * What must be there before an action can be done. The bundle says what is missing under {@code
 * needs.<name>}.
 */
enum Need {
  REPOSITORY,
  DRAFT,
  CHANGES,
  NEWER_VERSION,
  EDIT_BEFORE,
  EDIT_UNDONE,
  ENTITY,
  OF_ENTITY,
  CATEGORY,
  MODULE_MEMBER,
  TABLE,
  TAB,
  FREE_TAB,
  ANOTHER_TAB,
  TWO_SIDES,
  INSPECTOR,
  CLOSED_TAB,
  REVIEW,
  REBASE,
  HISTORY,
  STEPS,
  GRAPH,
  DRAFTS,
  ACTIVITY,
  SUBMIT,
  PLACE_BEFORE,
  PLACE_AFTER;

  /** Whether it is there in an open repository. */
  ObservableValue<Boolean> in(WorkbenchViewModel bench) {
    TabsViewModel tabs = bench.tabs();
    return switch (this) {
      case REPOSITORY -> bench.hasDraft().map(any -> true);
      case DRAFT -> bench.hasDraft();
      case CHANGES -> bench.canSubmit();
      case NEWER_VERSION -> bench.canMove();
      case EDIT_BEFORE -> bench.canUndo();
      case EDIT_UNDONE -> bench.canRedo();
      case ENTITY -> tabs.current().map(Place.Entity.class::isInstance);
      case OF_ENTITY -> tabs.current().map(place -> place != null && place.entity().isPresent());
      case CATEGORY -> tabs.current().map(place -> isFor(RefactoringKind.SPLIT, place));
      case MODULE_MEMBER ->
          tabs.current().map(place -> isFor(RefactoringKind.MOVE_BETWEEN_MODULES, place));
      case TABLE -> tabs.current().map(Need::hasTable);
      case TAB -> tabs.current().map(place -> true);
      case FREE_TAB ->
          Bindings.createObjectBinding(
              () -> tabs.current().get() != null && !tabs.isPinned(tabs.current().get()),
              tabs.current(),
              tabs.left().pinned(),
              tabs.right().pinned());
      case ANOTHER_TAB ->
          Bindings.createObjectBinding(() -> tabs.places().size() > 1, tabs.places());
      case TWO_SIDES ->
          Bindings.createObjectBinding(() -> !tabs.right().isEmpty(), tabs.right().places());
      case INSPECTOR ->
          Bindings.createObjectBinding(
              () -> tabs.right().isEmpty() && isInspected(tabs.current().get()),
              tabs.right().places(),
              tabs.current());
      case REVIEW -> isIn(tabs, Place.Review.class, Place.Compare.class);
      case REBASE -> isIn(tabs, Place.Rebase.class);
      case HISTORY -> isIn(tabs, Place.History.class);
      case STEPS -> isIn(tabs, Place.Steps.class);
      case GRAPH -> isIn(tabs, Place.Graph.class);
      case DRAFTS -> isIn(tabs, Place.Drafts.class);
      case ACTIVITY -> isIn(tabs, Place.Activity.class);
      case SUBMIT -> isIn(tabs, Place.Submit.class);
      case CLOSED_TAB -> tabs.lastClosed().map(place -> true);
      case PLACE_BEFORE -> tabs.canGoBack();
      case PLACE_AFTER -> tabs.canGoForward();
    };
  }

  private static boolean isFor(RefactoringKind kind, @Nullable Place place) {
    return place instanceof Place.Entity(EntityKey key) && kind.isFor(key.type());
  }

  private static boolean hasTable(@Nullable Place place) {
    return place instanceof Place.Entity(EntityKey key)
        && (key.type() == EntityType.CATEGORY || key.type() == EntityType.SUBOBJECT);
  }

  private static boolean isInspected(@Nullable Place place) {
    return place instanceof Place.Entity || place instanceof Place.Graph;
  }

  @SafeVarargs
  private static ObservableValue<Boolean> isIn(
      TabsViewModel tabs, Class<? extends Place>... places) {
    return tabs.current().map(place -> place != null && List.of(places).contains(place.getClass()));
  }

  /** What the deeds of a part need. */
  static Need of(Context part) {
    return switch (part) {
      case TABLE -> TABLE;
      case REVIEW -> REVIEW;
      case REBASE -> REBASE;
      case HISTORY -> HISTORY;
      case DRAFT_HISTORY -> STEPS;
      case GRAPH -> GRAPH;
      case DRAFTS -> DRAFTS;
      case ACTIVITY -> ACTIVITY;
      case SUBMIT -> SUBMIT;
      default -> REPOSITORY;
    };
  }

  /** What a refactoring needs. */
  static Need of(RefactoringKind kind) {
    return switch (kind) {
      case RENAME, MERGE, DEPRECATE, DELETE -> ENTITY;
      case CHANGE_PARENT, MOVE_UP, MOVE_DOWN, SPLIT -> CATEGORY;
      case MOVE_BETWEEN_MODULES -> MODULE_MEMBER;
    };
  }

  /** The key of the text that says it is missing. */
  String text() {
    return "needs." + name().toLowerCase(Locale.ROOT);
  }
}
