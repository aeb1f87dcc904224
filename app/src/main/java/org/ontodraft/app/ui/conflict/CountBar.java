package org.ontodraft.app.ui.conflict;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** How much of a plan is merged, decided and left, as lengths of a bar. */
final class CountBar extends Pane {
  private final Region merged = part("merged-part");
  private final Region decided = part("decided-part");
  private final Region left = part("left-part");
  private int[] counts = {0, 0, 0};

  CountBar() {
    getStyleClass().add("count-bar");
    setAccessibleRole(AccessibleRole.NODE);
    getChildren().addAll(merged, decided, left);
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().add(style);
    return part;
  }

  /** Shows these counts; the text beside it says them. */
  void show(PlanLayout layout) {
    counts = new int[] {layout.automatic(), layout.decided(), layout.left()};
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double whole = Math.max(1, counts[0] + counts[1] + counts[2]);
    double x = 0;
    int at = 0;
    for (Region part : List.of(merged, decided, left)) {
      double width = snapSizeX(getWidth() * counts[at++] / whole);
      part.resizeRelocate(x, 0, Math.min(width, getWidth() - x), getHeight());
      x += width;
    }
  }
}
