package org.ontodraft.app.ui.graph;

import java.util.Comparator;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.ontodraft.model.graph.Spot;

/** The outline of a module with its name on it. */
final class HullShape extends Pane {
  private static final int COLOURS = 3;

  HullShape(String name, List<Spot> corners, int number) {
    getStyleClass().addAll("graph-hull", "hull-" + number % COLOURS);
    setMouseTransparent(true);
    String path = LinkLines.closed(corners);
    SVGPath ground = new SVGPath();
    ground.setContent(path);
    ground.getStyleClass().add("ground");
    SVGPath outline = new SVGPath();
    outline.setContent(path);
    outline.getStrokeDashArray().setAll(LinkLines.hullDashes(number));
    outline.getStyleClass().add("outline");
    Text text = new Text(name);
    text.getStyleClass().add("hull-name");
    StackPane pill = new StackPane(text);
    pill.getStyleClass().add("hull-pill");
    Spot top = corners.stream().min(Comparator.comparingDouble(Spot::y)).orElseThrow();
    pill.setLayoutX(top.x() - 10);
    pill.setLayoutY(top.y() - 11);
    getChildren().setAll(ground, outline, pill);
  }
}
