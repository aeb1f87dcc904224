package org.ontodraft.model.graph;

import org.ontodraft.model.entity.EntityType;

/**
 * The room a node takes in a picture, worked out without a font: labels are cut to what fits, so an
 * estimate will do.
 */
public record NodeSize(double width, double height) {
  /** The side of the shapes that stand above their label. */
  public static final double SHAPE = 26;

  private static final double LABEL_HEIGHT = 18;
  private static final double BOX_HEIGHT = 34;
  private static final double BOX_PADDING = 44;
  private static final double LONGEST = 190;
  private static final double LETTER = 7.4;
  private static final double WIDE_LETTER = 13.5;
  private static final int FIRST_WIDE = 0x1100;

  /** The size of an entity's node: categories are boxes, the others a shape above a label. */
  public static NodeSize of(EntityType type, String label) {
    double text = widthOf(label);
    return isBox(type)
        ? new NodeSize(text + BOX_PADDING, BOX_HEIGHT)
        : new NodeSize(Math.max(SHAPE, text) + 6, SHAPE + LABEL_HEIGHT);
  }

  /** The size of this node. */
  public static NodeSize of(GraphNode node) {
    return of(node.key().type(), node.label());
  }

  /** Whether the label stands in the shape. */
  public static boolean isBox(EntityType type) {
    return type == EntityType.CATEGORY;
  }

  private static double widthOf(String label) {
    double width = 0;
    for (int i = 0; i < label.length() && width < LONGEST; i++) {
      width += label.charAt(i) < FIRST_WIDE ? LETTER : WIDE_LETTER;
    }
    return Math.min(LONGEST, Math.max(width, 3 * LETTER));
  }
}
