package org.ontodraft.app.ui.graph;

import java.util.Locale;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.graph.Frame;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.NodeSize;

/**
 * An entity in the picture: a shape by its type, its label, a sign for what the draft does to it, a
 * sign for what is wrong. The one that is chosen can have the focus.
 */
final class NodeShape extends Region {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("centre");
  private static final double SIGN = 14;
  private static final double MORE_GAP = 3;

  private final GraphNode node;
  private final Frame frame;
  private final Function<GraphNode, String> sentence;
  private final boolean box;
  private final Node shape;
  private final @Nullable Node sign;
  private final Text label;
  private final @Nullable Text more;

  /**
   * Draws an entity.
   *
   * @param centre whether the graph is about it
   * @param sentence says it in words; asked only when somebody listens
   */
  NodeShape(GraphNode node, Frame frame, boolean centre, Function<GraphNode, String> sentence) {
    this.node = node;
    this.frame = frame;
    this.sentence = sentence;
    this.box = NodeSize.isBox(node.key().type());
    this.shape = box ? new Rectangle() : new Icon(Glyph.of(node.key().type()), "graph-shape");
    this.sign = sign(node.status());
    this.more = node.hidden() > 0 ? new Text("+" + node.hidden()) : null;
    this.label = new Text(GraphTexts.shortLabel(node.label()));
    getStyleClass().addAll("graph-node", "status-" + node.status().name().toLowerCase(Locale.ROOT));
    if (node.missing()) {
      getStyleClass().add("missing");
    }
    if (box) {
      getStyleClass().add("boxed");
      shape.getStyleClass().add("box");
    }
    label.getStyleClass().add("name");
    getChildren().setAll(shape, label);
    if (sign != null) {
      getChildren().add(sign);
    }
    if (more != null) {
      more.getStyleClass().add("more");
      getChildren().add(more);
    }
    node.finding()
        .ifPresent(severity -> {
          Icon finding = new Icon(Glyph.of(severity), "graph-finding", "strong-icon");
          getChildren().add(finding);
        });
    pseudoClassStateChanged(FOCUS, centre);
    setAccessibleRole(AccessibleRole.BUTTON);
    // Its size is the layout's, whatever is in it.
    setManaged(false);
    resizeRelocate(frame.left(), frame.top(), frame.width(), frame.height());
  }

  /** The sign of a status, so that no colour is needed. */
  private static @Nullable Node sign(EntityStatus status) {
    return switch (status) {
      case AFFECTED -> new Icon(Glyph.AFFECTED, "graph-sign");
      case CONFLICTED -> new Icon(Glyph.CONFLICT, "graph-sign", "conflict");
      case BROKEN -> new Icon(Glyph.BROKEN, "graph-sign", "conflict");
      case UNCHANGED -> null;
      case ADDED, MODIFIED, RENAMED, DELETED -> {
        Text text = new Text(StatusMark.signOf(status));
        text.getStyleClass().add("sign");
        yield text;
      }
    };
  }

  GraphNode node() {
    return node;
  }

  /** Whether this is how the node is to be drawn there. */
  boolean shows(GraphNode other, Frame place) {
    return node.equals(other) && frame.equals(place);
  }

  void choose(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
    setAccessibleText(chosen ? sentence.apply(node) : null);
    setFocusTraversable(chosen);
    if (chosen) {
      toFront();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (box && shape instanceof Rectangle rectangle) {
      rectangle.setWidth(width);
      rectangle.setHeight(height);
      middle(sign, 14, height / 2);
      middle(label, width / 2 + (node.status() == EntityStatus.UNCHANGED ? 0 : 6), height / 2);
    } else {
      shape.resizeRelocate((width - NodeSize.SHAPE) / 2, 0, NodeSize.SHAPE, NodeSize.SHAPE);
      middle(sign, width / 2, NodeSize.SHAPE / 2);
      middle(label, width / 2, NodeSize.SHAPE + 10);
    }
    double edge = box ? width : (width + NodeSize.SHAPE) / 2;
    for (Node child : getChildren()) {
      if (child.getStyleClass().contains("graph-finding")) {
        child.resizeRelocate(edge - SIGN / 2, -SIGN / 2, SIGN, SIGN);
      }
    }
    if (more != null) {
      more.relocate(edge + MORE_GAP, box ? height - 8 : NodeSize.SHAPE - 8);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? sentence.apply(node)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private static void middle(@Nullable Node child, double x, double y) {
    if (child instanceof Icon) {
      child.resizeRelocate(x - SIGN / 2, y - SIGN / 2, SIGN, SIGN);
    } else if (child != null) {
      child.relocate(
          x - child.getLayoutBounds().getWidth() / 2, y - child.getLayoutBounds().getHeight() / 2);
    }
  }
}
