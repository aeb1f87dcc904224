package org.ontodraft.app.ui.graph;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.SVGPath;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.Spot;

/** A link in the picture: a dash and an arrow by its kind. */
final class LinkShape extends Group {
  private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");

  private final GraphLink link;
  private final Spot middle;
  private final SVGPath line = new SVGPath();
  private final SVGPath arrow = new SVGPath();

  LinkShape(GraphLink link, LinkLines.Drawn drawn) {
    this.link = link;
    this.middle = drawn.middle();
    line.setContent(drawn.line());
    line.setStrokeWidth(LinkLines.width(link.kind()));
    line.getStrokeDashArray().setAll(LinkLines.dashes(link.kind()));
    line.getStyleClass().add("line");
    arrow.setContent(drawn.arrow());
    arrow.getStyleClass().add("arrow");
    getStyleClass()
        .addAll("graph-link", "change-" + link.change().name().toLowerCase(Locale.ROOT));
    if (link.kind() == LinkKind.PARENT) {
      getStyleClass().add("parent");
    }
    setMouseTransparent(true);
    getChildren().setAll(line, arrow);
  }

  GraphLink link() {
    return link;
  }

  /** Where its label belongs. */
  Spot middle() {
    return middle;
  }

  /** Draws it stronger when it begins or ends at the one that is chosen. */
  void mark(EntityKey chosen) {
    boolean near = link.from().equals(chosen) || link.to().equals(chosen);
    line.pseudoClassStateChanged(NEAR, near);
    arrow.pseudoClassStateChanged(NEAR, near);
  }

  /** How far a spot is from the line, roughly: from the straight way between its ends. */
  double distance(Spot from, Spot to, Spot spot) {
    double length = from.distance(to);
    if (length == 0) {
      return spot.distance(from);
    }
    double share =
        ((spot.x() - from.x()) * (to.x() - from.x()) + (spot.y() - from.y()) * (to.y() - from.y()))
            / (length * length);
    double at = Math.clamp(share, 0, 1);
    return spot.distance(from.plus((to.x() - from.x()) * at, (to.y() - from.y()) * at));
  }
}
