package org.ontodraft.app.ui.graph;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.OntologyGraph;

/** What the shapes, lines and signs of the picture mean; only what is in it. */
final class GraphLegend extends VBox {
  private static final double SAMPLE = 30;

  private final GraphTexts texts;
  private final FlowPane shapes = new FlowPane();
  private final FlowPane lines = new FlowPane();

  GraphLegend(GraphViewModel model, GraphTexts texts) {
    this.texts = texts;
    getStyleClass().add("graph-legend");
    shapes.getStyleClass().add("graph-legend-row");
    lines.getStyleClass().add("graph-legend-row");
    getChildren().setAll(shapes, lines);
    model.picture().subscribe(picture -> show(picture.graph()));
  }

  private void show(OntologyGraph graph) {
    shapes.getChildren().setAll(heading("graph.legend.shape"));
    for (EntityType type : EntityType.values()) {
      if (graph.nodes().stream().anyMatch(node -> node.key().type() == type)) {
        shapes
            .getChildren()
            .add(entry(new Icon(Glyph.of(type), "strong-icon"), texts.plain().type(type)));
      }
    }
    List<EntityStatus> statuses =
        graph.nodes().stream().map(GraphNode::status).distinct().sorted().toList();
    for (EntityStatus status : statuses) {
      if (status != EntityStatus.UNCHANGED) {
        shapes
            .getChildren()
            .add(entry(StatusMark.of(texts.plain(), status), texts.plain().status(status)));
      }
    }
    graph.nodes().stream()
        .flatMap(node -> node.finding().stream())
        .distinct()
        .sorted()
        .forEach(severity ->
            shapes
                .getChildren()
                .add(
                    entry(
                        new Icon(Glyph.of(severity), "small-icon", "strong-icon"),
                        texts.plain().severity(severity))));
    lines.getChildren().setAll(heading("graph.legend.line"));
    List<LinkKind> kinds = graph.links().stream().map(GraphLink::kind).distinct().sorted().toList();
    for (LinkKind kind : kinds) {
      Line line = new Line(0, 0, SAMPLE, 0);
      line.getStyleClass().add("graph-sample");
      line.setStrokeWidth(LinkLines.width(kind));
      line.getStrokeDashArray().setAll(LinkLines.dashes(kind));
      lines.getChildren().add(entry(line, texts.kind(kind)));
    }
  }

  private Label heading(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("strong-text");
    return label;
  }

  private static HBox entry(Node sign, String words) {
    HBox entry = new HBox(sign, new Label(words));
    entry.getStyleClass().add("graph-legend-entry");
    return entry;
  }
}
