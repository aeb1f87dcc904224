package org.ontodraft.app.ui.graph;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.ontodraft.model.graph.Frame;
import org.ontodraft.model.graph.Spot;

/** Which part of a picture is seen, and how large. */
final class GraphLens {
  private static final double SMALLEST = 0.15;
  private static final double LARGEST = 4;
  private static final double STEP = 1.25;

  private final Region canvas;
  private final Node content;
  private final Scale scale = new Scale(1, 1);
  private final ReadOnlyObjectWrapper<Frame> window =
      new ReadOnlyObjectWrapper<>(new Frame(0, 0, 0, 0));

  /** A lens of a canvas over what is drawn in it. */
  GraphLens(Region canvas, Node content) {
    this.canvas = canvas;
    this.content = content;
    content.getTransforms().add(scale);
  }

  /** The part of the picture that can be seen. */
  ReadOnlyObjectProperty<Frame> window() {
    return window.getReadOnlyProperty();
  }

  double zoom() {
    return scale.getX();
  }

  /** The zoom at which a frame just fits. */
  double fitting(Frame all) {
    return Math.min(canvas.getWidth() / all.width(), canvas.getHeight() / all.height());
  }

  /** A step nearer or away, round the middle. */
  void step(boolean nearer) {
    step(nearer, canvas.getWidth() / 2, canvas.getHeight() / 2);
  }

  /** A step nearer or away, so that what is at this place of the canvas stays there. */
  void step(boolean nearer, double x, double y) {
    double zoom = Math.clamp(zoom() * (nearer ? STEP : 1 / STEP), SMALLEST, LARGEST);
    double change = zoom / zoom();
    content.setLayoutX(x - (x - content.getLayoutX()) * change);
    content.setLayoutY(y - (y - content.getLayoutY()) * change);
    set(zoom);
    publish();
  }

  /** Puts a spot of the picture into the middle. */
  void moveTo(Spot spot) {
    moveTo(spot, zoom());
  }

  void moveTo(Spot spot, double wanted) {
    double zoom = Math.clamp(wanted, SMALLEST, LARGEST);
    set(zoom);
    content.setLayoutX(canvas.getWidth() / 2 - spot.x() * zoom);
    content.setLayoutY(canvas.getHeight() / 2 - spot.y() * zoom);
    publish();
  }

  void pan(double right, double down) {
    content.setLayoutX(content.getLayoutX() + right);
    content.setLayoutY(content.getLayoutY() + down);
    publish();
  }

  /** Moves no further than needed for this to be seen whole. */
  void reveal(Frame wanted) {
    Frame seen = window.get();
    if (seen.width() > 0) {
      double right = Math.max(0, wanted.right() - seen.right());
      double left = Math.max(0, seen.left() - wanted.left());
      double down = Math.max(0, wanted.bottom() - seen.bottom());
      double up = Math.max(0, seen.top() - wanted.top());
      pan((left - right) * zoom(), (up - down) * zoom());
    }
  }

  /** The spot of the picture at a place of the canvas. */
  Spot spot(double x, double y) {
    return new Spot((x - content.getLayoutX()) / zoom(), (y - content.getLayoutY()) / zoom());
  }

  /** Says again what is seen, after the canvas has another size. */
  void publish() {
    Spot corner = spot(0, 0);
    window.set(
        new Frame(
            corner.x(),
            corner.y(),
            corner.x() + canvas.getWidth() / zoom(),
            corner.y() + canvas.getHeight() / zoom()));
  }

  private void set(double zoom) {
    scale.setX(zoom);
    scale.setY(zoom);
  }
}
