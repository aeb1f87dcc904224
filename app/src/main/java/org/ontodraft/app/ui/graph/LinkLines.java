package org.ontodraft.app.ui.graph;

import java.util.List;
import java.util.Locale;
import org.ontodraft.model.graph.Frame;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.Spot;

/**
 * How links are drawn, on screen and in files: the line and its arrow as SVG paths, a dash for each
 * kind.
 */
final class LinkLines {
  private static final double ARROW = 9;
  private static final double LOOP = 26;

  private LinkLines() {}

  /**
   * A link between two nodes.
   *
   * @param line a path
   * @param arrow a closed path at the end that is named
   * @param middle where its label belongs
   */
  record Drawn(String line, String arrow, Spot middle) {}

  static Drawn draw(LinkKind kind, Frame from, Frame to, boolean self) {
    if (self) {
      return loop(from);
    }
    return kind == LinkKind.PARENT && from.top() > to.bottom() ? curve(from, to) : line(from, to);
  }

  /** Parents: from the top of the child to the foot of the parent, as a tree is drawn. */
  private static Drawn curve(Frame from, Frame to) {
    Spot start = new Spot(from.centre().x(), from.top());
    Spot tip = new Spot(to.centre().x(), to.bottom() + 1);
    Spot end = tip.plus(0, ARROW);
    double bend = Math.max(18, (start.y() - end.y()) / 2);
    String path =
        "M%s C%s %s %s"
            .formatted(at(start), at(start.plus(0, -bend)), at(end.plus(0, bend)), at(end));
    Spot middle = new Spot((start.x() + end.x()) / 2, (start.y() + end.y()) / 2);
    return new Drawn(path, arrow(tip, 0, -1), middle);
  }

  private static Drawn line(Frame from, Frame to) {
    Spot start = from.edgeTowards(to.centre());
    Spot tip = to.edgeTowards(from.centre());
    double length = Math.max(1, start.distance(tip));
    double right = (tip.x() - start.x()) / length;
    double down = (tip.y() - start.y()) / length;
    Spot end = tip.plus(-right * ARROW, -down * ARROW);
    Spot middle = new Spot((start.x() + tip.x()) / 2, (start.y() + tip.y()) / 2);
    return new Drawn("M" + at(start) + " L" + at(end), arrow(tip, right, down), middle);
  }

  /** An entity that names itself. */
  private static Drawn loop(Frame frame) {
    Spot start = new Spot(frame.right() - 6, frame.top());
    Spot tip = new Spot(frame.right(), frame.centre().y());
    String path =
        "M%s C%s %s %s"
            .formatted(
                at(start),
                at(start.plus(0, -LOOP)),
                at(tip.plus(LOOP + ARROW, 0)),
                at(tip.plus(ARROW, 0)));
    return new Drawn(path, arrow(tip, -1, 0), new Spot(frame.right() + 14, frame.top() - 10));
  }

  private static String arrow(Spot tip, double right, double down) {
    double half = ARROW * 0.45;
    Spot base = tip.plus(-right * ARROW, -down * ARROW);
    return "M%s L%s L%s Z"
        .formatted(
            at(tip),
            at(base.plus(-down * half, right * half)),
            at(base.plus(down * half, -right * half)));
  }

  static String at(Spot spot) {
    return String.format(Locale.ROOT, "%.1f %.1f", spot.x(), spot.y());
  }

  /** A closed line through these. */
  static String closed(List<Spot> corners) {
    return "M" + String.join(" L", corners.stream().map(LinkLines::at).toList()) + " Z";
  }

  /** The lengths of strokes and gaps; empty for a line without gaps. */
  static List<Double> dashes(LinkKind kind) {
    return switch (kind) {
      case PARENT, REQUIRED -> List.of();
      case OPTIONAL -> List.of(6.0, 4.0);
      case VALUES -> List.of(2.0, 3.0);
      case TEMPLATE -> List.of(8.0, 3.0, 2.0, 3.0);
      case INSTANCE -> List.of(12.0, 4.0);
      case MEMBER -> List.of(1.0, 5.0);
      case DEPENDENCY -> List.of(10.0, 3.0, 2.0, 3.0, 2.0, 3.0);
      case MENTION -> List.of(3.0, 8.0);
    };
  }

  /** How wide the line is. */
  static double width(LinkKind kind) {
    return kind == LinkKind.PARENT ? 1.9 : 1.2;
  }

  /** The dash of the outline of a module: they take turns. */
  static List<Double> hullDashes(int number) {
    return switch (number % 4) {
      case 0 -> List.of();
      case 1 -> List.of(7.0, 4.0);
      case 2 -> List.of(2.0, 4.0);
      default -> List.of(9.0, 4.0, 2.0, 4.0);
    };
  }
}
