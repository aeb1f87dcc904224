package org.ontodraft.app.ui.shell;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Place;

/**
 * Drags a tab to the other side: onto the other tabs, or, while there is one side only, onto the
 * right half of what is shown. Within its own strip the tab pane itself moves it. FX thread.
 */
final class TabDrag {
  private static final double HALF = 0.5;

  private final TabsViewModel model;
  private final Region hint = new Region();
  private boolean pressed;
  private @Nullable Place dragged;
  private @Nullable StackPane over;

  TabDrag(TabsViewModel model) {
    this.model = model;
    hint.getStyleClass().add("tab-drop");
    hint.setMouseTransparent(true);
  }

  /**
   * Lets the tabs of one side be dragged away.
   *
   * @param area where the tabs stand
   * @param target where a tab would go from here
   */
  void install(TabPane tabs, TabGroup group, StackPane area, Function<TabGroup, StackPane> target) {
    tabs.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          pressed = isTab(event);
          dragged = null;
        });
    tabs.addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          // The tab that was pressed is in front by now.
          dragged = pressed ? group.front().get() : null;
          show(wanted(event, target.apply(group)), target.apply(group) == area);
        });
    tabs.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> drop(event, target.apply(group)));
  }

  private static boolean isTab(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !(event.getTarget() instanceof Node pressed)) {
      return false;
    }
    for (Node at = pressed; at != null && !(at instanceof TabPane); at = at.getParent()) {
      if (at.getStyleClass().contains("tab-close-button")) {
        return false;
      }
      if (at.getStyleClass().contains("tab")) {
        return true;
      }
    }
    return false;
  }

  private Optional<StackPane> wanted(MouseEvent event, StackPane target) {
    if (dragged == null || model.places().size() < 2) {
      return Optional.empty();
    }
    Bounds bounds = target.localToScene(target.getLayoutBounds());
    double head = headOf(target);
    boolean alone = model.right().isEmpty();
    double left = alone ? bounds.getMinX() + bounds.getWidth() * HALF : bounds.getMinX();
    double top = alone ? bounds.getMinY() + head : bounds.getMinY();
    // Of one side whatever is right of its middle will do, the inspector too.
    double right = alone ? Double.MAX_VALUE : bounds.getMaxX();
    boolean within =
        event.getSceneX() >= left
            && event.getSceneX() <= right
            && event.getSceneY() >= top
            && event.getSceneY() <= bounds.getMaxY();
    return within ? Optional.of(target) : Optional.empty();
  }

  private static double headOf(StackPane area) {
    return area.lookup(".tab-header-area") instanceof Region header ? header.getHeight() : 0;
  }

  /** Shows where the tab would go. */
  private void show(Optional<StackPane> target, boolean half) {
    StackPane wanted = target.orElse(null);
    if (wanted == over) {
      return;
    }
    hide();
    if (wanted != null) {
      over = wanted;
      hint.maxWidthProperty().unbind();
      if (half) {
        hint.maxWidthProperty().bind(wanted.widthProperty().multiply(HALF));
      } else {
        hint.setMaxWidth(Double.MAX_VALUE);
      }
      StackPane.setAlignment(hint, Pos.CENTER_RIGHT);
      wanted.getChildren().add(hint);
    }
  }

  private void hide() {
    if (over != null) {
      over.getChildren().remove(hint);
      over = null;
    }
  }

  private void drop(MouseEvent event, StackPane target) {
    Place moved = dragged;
    boolean across = wanted(event, target).isPresent();
    hide();
    dragged = null;
    pressed = false;
    if (moved != null && across) {
      // The tab pane ends its own dragging first.
      FxThread.later(() -> model.moveAcross(moved));
    }
  }
}
