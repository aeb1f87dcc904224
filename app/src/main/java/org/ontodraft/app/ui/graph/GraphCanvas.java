package org.ontodraft.app.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Gradually;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.Compass;
import org.ontodraft.model.graph.Frame;
import org.ontodraft.model.graph.GraphHull;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;

/**
 * Draws a picture, and lets a person move about in it. It has one stop of the focus: the chosen
 * node.
 */
final class GraphCanvas extends Region {
  private static final double READABLE = 0.6;
  private static final double NEAR = 6;
  private static final double MAX_PIXELS = 6_000;
  private static final double USUAL_PIXELS = 13;

  /** Shapes for one pulse. */
  private static final int AT_ONCE = 64;

  private final GraphViewModel model;
  private final GraphTexts texts;
  private final Group hulls = new Group();
  private final LinkLayer links;
  private final Group nodes = new Group();
  private final Pane content = new Pane();

  /** Never seen: it has the size that texts have outside the picture. */
  private final Text measure = new Text();

  private final GraphLens lens = new GraphLens(this, content);
  private final Map<EntityKey, NodeShape> shapes = new HashMap<>();
  private GraphPicture picture;
  private Map<EntityKey, Frame> frames = Map.of();
  private final Gradually drawing = new Gradually(AT_ONCE);
  private boolean awaited;
  private boolean fitted;
  private double pressedX;
  private double pressedY;

  /** A node that has no shape yet. */
  private record Missing(GraphNode node, Frame frame) {}

  GraphCanvas(GraphViewModel model, GraphTexts texts) {
    this.model = model;
    this.texts = texts;
    this.links = new LinkLayer(texts);
    this.picture = model.picture().get();
    getStyleClass().add("graph-canvas");
    content.getStyleClass().add("graph-content");
    content.setManaged(false);
    content.getChildren().setAll(hulls, links, nodes);
    measure.setManaged(false);
    getChildren().addAll(content, measure);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> setCursor(Cursor.DEFAULT));
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    widthProperty().subscribe(this::sizeChanged);
    heightProperty().subscribe(this::sizeChanged);
    model.picture().subscribe(this::show);
    model.selected().subscribe(this::choose);
  }

  /** Which part of the picture is seen. */
  GraphLens lens() {
    return lens;
  }

  private void sizeChanged() {
    if (!fitted && !frames.isEmpty() && getWidth() > 0 && getHeight() > 0) {
      begin();
    }
    lens.publish();
  }

  /** Draws another picture. */
  void show(GraphPicture made) {
    boolean another =
        OntologyGraph.asksAnew(picture.graph().question(), made.graph().question())
            || picture.spots().keySet().stream()
                .anyMatch(key -> moved(picture.spots().get(key), made.spots().get(key)));
    boolean held = shapes.values().stream().anyMatch(NodeShape::isFocused);
    picture = made;
    frames = made.frames();
    draw();
    choose(model.selected().get());
    if (held || awaited) {
      requestChosen();
    }
    if (another || !fitted) {
      fitted = false;
      sizeChanged();
    }
  }

  private static boolean moved(@Nullable Spot before, @Nullable Spot after) {
    return after != null && !after.equals(before);
  }

  private void draw() {
    OntologyGraph graph = picture.graph();
    Map<EntityKey, NodeShape> kept = new LinkedHashMap<>();
    List<Missing> missing = new ArrayList<>();
    for (GraphNode node : graph.nodes()) {
      Frame frame = frames.get(node.key());
      if (frame != null) {
        NodeShape present = shapes.get(node.key());
        if (present != null && present.shows(node, frame)) {
          kept.put(node.key(), present);
        } else {
          missing.add(new Missing(node, frame));
        }
      }
    }
    shapes.clear();
    shapes.putAll(kept);
    links.show(graph.links(), frames);
    List<HullShape> outlines = new ArrayList<>();
    if (picture.hulls()) {
      for (GraphHull hull : graph.hulls()) {
        outlines.add(
            new HullShape(
                GraphTexts.shortLabel(hull.label()),
                picture.outline(hull, frames),
                outlines.size()));
      }
    }
    hulls.getChildren().setAll(outlines);
    nodes.getChildren().setAll(kept.values());
    Frame chosen = frames.get(model.selected().get());
    if (chosen != null) {
      missing.sort(
          Comparator.comparingDouble(each -> each.frame().centre().distance(chosen.centre())));
    }
    // The nearest to the chosen one first.
    drawing.make(
        AT_ONCE,
        missing.stream().<Runnable>map(each -> () -> draw(each.node(), each.frame())).toList());
  }

  private void draw(GraphNode node, Frame frame) {
    NodeShape shape = new NodeShape(node, frame, node.key().equals(model.focus()), this::sentence);
    shapes.put(node.key(), shape);
    nodes.getChildren().add(shape);
    shape.choose(node.key().equals(model.selected().get()));
  }

  private String sentence(GraphNode node) {
    return texts.sentence(picture.graph(), node);
  }

  private void choose(EntityKey chosen) {
    boolean held = shapes.values().stream().anyMatch(NodeShape::isFocused);
    shapes.forEach((key, shape) -> shape.choose(key.equals(chosen)));
    links.choose(chosen);
    if (held) {
      requestChosen();
      reveal(chosen);
    }
  }

  /** All of it, if it can be read so; else the chosen node in the middle. */
  private void begin() {
    fitted = true;
    Frame all = picture.bounds();
    double zoom = lens.fitting(all);
    if (zoom >= READABLE) {
      lens.moveTo(all.centre(), Math.min(zoom, base()));
    } else {
      Frame chosen = frames.get(model.selected().get());
      lens.moveTo(chosen == null ? all.centre() : chosen.centre(), READABLE * base());
    }
  }

  /** Everything at once, however small. */
  void fit() {
    Frame all = picture.bounds();
    lens.moveTo(all.centre(), Math.min(lens.fitting(all), base()));
  }

  /** The zoom at which texts have the size they have elsewhere. */
  private double base() {
    return measure.getFont().getSize() / USUAL_PIXELS;
  }

  /** Moves so that the node can be seen whole. */
  private void reveal(EntityKey key) {
    Frame frame = frames.get(key);
    if (frame != null) {
      lens.reveal(frame.grown(24));
    }
  }

  /** Puts the focus on the chosen node. */
  void requestChosen() {
    NodeShape chosen = shapes.get(model.selected().get());
    // The focus is asked for when the page opens, before there is a picture.
    awaited = chosen == null && shapes.isEmpty();
    if (chosen != null) {
      chosen.requestFocus();
    }
  }

  /** The node at a place of this canvas. */
  Optional<EntityKey> nodeAt(double x, double y) {
    Spot spot = lens.spot(x, y);
    return frames.entrySet().stream()
        .filter(
            entry -> entry.getValue().overlaps(new Frame(spot.x(), spot.y(), spot.x(), spot.y())))
        .map(Map.Entry::getKey)
        .reduce((below, above) -> above);
  }

  private void press(MouseEvent event) {
    pressedX = event.getX();
    pressedY = event.getY();
    Optional<EntityKey> hit = nodeAt(event.getX(), event.getY());
    hit.ifPresent(key -> {
      model.select(key);
      requestChosen();
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        open(key);
      }
    });
    if (hit.isEmpty()) {
      requestChosen();
    }
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE) {
      setCursor(Cursor.CLOSED_HAND);
      lens.pan(event.getX() - pressedX, event.getY() - pressedY);
      pressedX = event.getX();
      pressedY = event.getY();
    }
  }

  private void hover(MouseEvent event) {
    links.point(lens.spot(event.getX(), event.getY()), NEAR / lens.zoom());
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      lens.step(event.getDeltaY() > 0, event.getX(), event.getY());
    } else {
      lens.pan(event.getDeltaX(), event.getDeltaY());
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    Deed.of(Context.GRAPH, getScene(), event)
        .filter(deed -> deed != Deed.GRAPH_TABLE)
        .ifPresentOrElse(
            deed -> {
              perform(deed);
              event.consume();
            },
            () -> walk(event));
  }

  private void walk(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> model.go(Compass.LEFT);
      case RIGHT -> model.go(Compass.RIGHT);
      case UP -> model.go(Compass.UP);
      case DOWN -> model.go(Compass.DOWN);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Does what a key would do. */
  void perform(Deed deed) {
    EntityKey chosen = model.selected().get();
    switch (deed) {
      case GRAPH_MIDDLE -> model.select(model.focus());
      case GRAPH_OPEN -> open(chosen);
      case GRAPH_EXPAND -> model.expand(chosen);
      case GRAPH_CENTRE -> model.centreOn(chosen);
      case GRAPH_LAYOUT -> model.layOutAgain();
      case GRAPH_FIT -> fit();
      case GRAPH_LARGER -> lens.step(true);
      case GRAPH_SMALLER -> lens.step(false);
      default -> {}
    }
  }

  private void open(EntityKey key) {
    if (model.exists(key)) {
      model.open(key);
    }
  }

  /** All of the picture, twice as large as on screen while that stays within reason. */
  WritableImage image() {
    drawing.finish();
    Frame all = picture.bounds();
    double zoom = Math.min(2, MAX_PIXELS / Math.max(all.width(), all.height()));
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(fill());
    parameters.setViewport(
        new Rectangle2D(
            all.left() * zoom, all.top() * zoom, all.width() * zoom, all.height() * zoom));
    // The picture's own scale is undone: what is saved does not depend on what is looked at.
    parameters.setTransform(new Scale(zoom / lens.zoom(), zoom / lens.zoom(), 0, 0));
    double x = content.getLayoutX();
    double y = content.getLayoutY();
    content.relocate(0, 0);
    WritableImage image = content.snapshot(parameters, null);
    content.relocate(x, y);
    return image;
  }

  private Paint fill() {
    return getBackground() == null || getBackground().getFills().isEmpty()
        ? Color.WHITE
        : getBackground().getFills().getLast().getFill();
  }
}
