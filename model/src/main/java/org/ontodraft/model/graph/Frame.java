package org.ontodraft.model.graph;

import java.util.Collection;

/** A rectangle in the picture of a graph. */
public record Frame(double left, double top, double right, double bottom) {
  /** The room that something of this size takes round a spot. */
  public static Frame around(Spot centre, NodeSize size) {
    return new Frame(
        centre.x() - size.width() / 2,
        centre.y() - size.height() / 2,
        centre.x() + size.width() / 2,
        centre.y() + size.height() / 2);
  }

  /** The room that all of these take together; a point for none. */
  public static Frame of(Collection<Frame> frames) {
    return frames.stream().reduce(Frame::with).orElse(new Frame(0, 0, 0, 0));
  }

  private Frame with(Frame other) {
    return new Frame(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** This one with a margin on all sides. */
  public Frame grown(double margin) {
    return new Frame(left - margin, top - margin, right + margin, bottom + margin);
  }

  /** Whether the two share any room. */
  public boolean overlaps(Frame other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /** How wide it is. */
  public double width() {
    return right - left;
  }

  /** How high it is. */
  public double height() {
    return bottom - top;
  }

  /** Its middle. */
  public Spot centre() {
    return new Spot((left + right) / 2, (top + bottom) / 2);
  }

  /** Where a line from the middle towards a spot leaves the frame; the middle for itself. */
  public Spot edgeTowards(Spot target) {
    Spot from = centre();
    double dx = target.x() - from.x();
    double dy = target.y() - from.y();
    if (dx == 0 && dy == 0) {
      return from;
    }
    double byWidth = dx == 0 ? Double.MAX_VALUE : width() / 2 / Math.abs(dx);
    double byHeight = dy == 0 ? Double.MAX_VALUE : height() / 2 / Math.abs(dy);
    double share = Math.min(byWidth, byHeight);
    return from.plus(dx * share, dy * share);
  }
}
