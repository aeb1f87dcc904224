package org.ontodraft.app.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import org.ontodraft.app.ui.common.Hint;

/**
 * A drawing that follows the font size. The style sheet gives its colour as {@code -icon-color}.
 * Without a name it only decorates what stands beside it.
 */
public final class Icon extends Region {
  private static final double GRID = 16;
  private static final double STROKE = 1.45;

  private final Scale scale = new Scale();
  private Glyph glyph;

  /** An icon that decorates. */
  public Icon(Glyph glyph, String... styles) {
    this.glyph = glyph;
    getStyleClass().add("icon");
    getStyleClass().addAll(styles);
    setMouseTransparent(true);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    draw();
  }

  /** An icon that says something by itself, with a tooltip. */
  public static Icon named(Glyph glyph, String text, String... styles) {
    Icon icon = new Icon(glyph, styles);
    icon.name(text);
    return icon;
  }

  /** What is drawn. */
  public Glyph glyph() {
    return glyph;
  }

  /** Draws something else. */
  public void show(Glyph other) {
    if (glyph != other) {
      glyph = other;
      draw();
    }
  }

  /** Says in words what the icon stands for. */
  public void name(String text) {
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(text);
    setMouseTransparent(false);
    // Its lines have nothing between them to rest the mouse on.
    setPickOnBounds(true);
    Hint.say(this, text);
  }

  private void draw() {
    getChildren().setAll(glyph.parts().stream().map(this::path).toList());
    requestLayout();
  }

  private Node path(Glyph.Part part) {
    SVGPath path = new SVGPath();
    path.setContent(part.path());
    path.setManaged(false);
    path.setStrokeWidth(STROKE);
    path.setStrokeLineCap(StrokeLineCap.ROUND);
    path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    path.getTransforms().add(scale);
    path.getStyleClass()
        .add(
            switch (part.paint()) {
              case STROKE, DASHED -> "stroke";
              case FILL -> "fill";
              case KNOCKOUT -> "knockout";
            });
    if (part.paint() == Glyph.Paint.DASHED) {
      path.setStrokeLineCap(StrokeLineCap.BUTT);
      path.getStrokeDashArray().setAll(2.6, 1.9);
    }
    return path;
  }

  @Override
  protected void layoutChildren() {
    double size = Math.min(getWidth(), getHeight());
    scale.setX(size / GRID);
    scale.setY(size / GRID);
    double left = (getWidth() - size) / 2;
    double top = (getHeight() - size) / 2;
    for (Node path : getChildren()) {
      path.setLayoutX(left);
      path.setLayoutY(top);
    }
  }
}
