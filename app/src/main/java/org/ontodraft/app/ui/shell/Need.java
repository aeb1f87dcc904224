package org.ontodraft.app.ui.shell;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.ontodraft.app.ui.common.Place;

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
  TAB,
  FREE_TAB,
  PAGE_BESIDE,
  CLOSED_TAB,
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
      case TAB -> tabs.current().map(place -> true);
      case FREE_TAB ->
          Bindings.createObjectBinding(
              () -> tabs.current().get() != null && !tabs.pinned().contains(tabs.current().get()),
              tabs.current(),
              tabs.pinned());
      case PAGE_BESIDE -> tabs.beside().map(place -> true);
      case CLOSED_TAB -> tabs.lastClosed().map(place -> true);
      case PLACE_BEFORE -> tabs.canGoBack();
      case PLACE_AFTER -> tabs.canGoForward();
    };
  }

  /** The key of the text that says it is missing. */
  String text() {
    return "needs." + name().toLowerCase(Locale.ROOT);
  }
}
