package org.ontodraft.app.ui.graph;

import java.util.Locale;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.ontodraft.model.graph.Frame;
import org.ontodraft.model.graph.Spot;

/** The whole picture small, with the part that can be seen; a press moves that part. */
final class GraphOverview extends Region {
  private static final double LEAST_ROOM = 2.5;

  private final GraphLens lens;
  private final SVGPath dots = new SVGPath();
  private final Rectangle seen = new Rectangle();
  private final Scale scale = new Scale(1, 1);
  private Frame all = new Frame(0, 0, 0, 0);

  GraphOverview(GraphViewModel model, GraphLens lens, GraphTexts texts) {
    this.lens = lens;
    getStyleClass().add("graph-overview");
    setAccessibleText(texts.get("graph.overview"));
    dots.getStyleClass().add("dots");
    dots.setManaged(false);
    dots.getTransforms().add(scale);
    seen.getStyleClass().add("seen");
    seen.setManaged(false);
    getChildren().setAll(dots, seen);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::move);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::move);
    model.picture().subscribe(this::show);
    lens.window().subscribe(this::mark);
    widthProperty().subscribe(() -> mark(lens.window().get()));
  }

  private void show(GraphPicture picture) {
    all = picture.bounds();
    StringBuilder path = new StringBuilder();
    for (Frame frame : picture.frames().values()) {
      path.append(
          String.format(
              Locale.ROOT,
              "M%.0f %.0fh%.0fv%.0fh-%.0fz ",
              frame.left(),
              frame.top(),
              frame.width(),
              frame.height(),
              frame.width()));
    }
    dots.setContent(path.toString());
    mark(lens.window().get());
  }

  private double zoom() {
    return Math.min(getWidth() / Math.max(1, all.width()), getHeight() / Math.max(1, all.height()));
  }

  private void mark(Frame window) {
    double zoom = zoom();
    scale.setX(zoom);
    scale.setY(zoom);
    double left = (getWidth() - all.width() * zoom) / 2 - all.left() * zoom;
    double top = (getHeight() - all.height() * zoom) / 2 - all.top() * zoom;
    dots.setLayoutX(left);
    dots.setLayoutY(top);
    seen.setX(left + window.left() * zoom);
    seen.setY(top + window.top() * zoom);
    seen.setWidth(window.width() * zoom);
    seen.setHeight(window.height() * zoom);
    boolean whole =
        window.left() <= all.left()
            && window.top() <= all.top()
            && window.right() >= all.right()
            && window.bottom() >= all.bottom();
    setVisible(!whole && all.width() > 0 && hasRoom());
  }

  /** A small picture would be hidden by its own overview. */
  private boolean hasRoom() {
    return getParent() instanceof Region picture
        && picture.getWidth() >= LEAST_ROOM * getWidth()
        && picture.getHeight() >= LEAST_ROOM * getHeight();
  }

  private void move(MouseEvent event) {
    double zoom = zoom();
    lens.moveTo(
        new Spot(
            (event.getX() - dots.getLayoutX()) / zoom, (event.getY() - dots.getLayoutY()) / zoom));
    event.consume();
  }
}
