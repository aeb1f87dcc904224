package org.ontodraft.app.ui.graph;

import java.util.List;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.shape.SVGPath;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.LinkKind;

/**
 * All links of one kind that the draft does the same to: a dash and arrows. One shape for many, for
 * what a picture costs is the number of its shapes.
 */
final class LinkShape extends Group {
  LinkShape(LinkKind kind, GraphLink.Change change, List<LinkLines.Drawn> drawn) {
    SVGPath line = new SVGPath();
    line.setContent(String.join(" ", drawn.stream().map(LinkLines.Drawn::line).toList()));
    line.setStrokeWidth(LinkLines.width(kind));
    line.getStrokeDashArray().setAll(LinkLines.dashes(kind));
    line.getStyleClass().add("line");
    SVGPath arrows = new SVGPath();
    arrows.setContent(String.join(" ", drawn.stream().map(LinkLines.Drawn::arrow).toList()));
    arrows.getStyleClass().add("arrow");
    getStyleClass().addAll("graph-link", "change-" + change.name().toLowerCase(Locale.ROOT));
    if (kind == LinkKind.PARENT) {
      getStyleClass().add("parent");
    }
    setMouseTransparent(true);
    getChildren().setAll(line, arrows);
  }
}
