package org.ontodraft.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The line round several nodes: the tightest without dents, at some distance from them. */
public final class HullOutline {
  private static final int ROUNDNESS = 12;

  private HullOutline() {}

  /**
   * The corners of the line, in order; empty for no frames.
   *
   * @param margin how far it keeps from the frames; its corners are rounded by as much
   */
  public static List<Spot> around(Collection<Frame> frames, double margin) {
    List<Spot> corners = new ArrayList<>();
    for (Frame frame : frames) {
      for (int i = 0; i < ROUNDNESS; i++) {
        double angle = 2 * Math.PI * i / ROUNDNESS;
        double right = Math.cos(angle) * margin;
        double down = Math.sin(angle) * margin;
        corners.add(
            new Spot(
                (right >= 0 ? frame.right() : frame.left()) + right,
                (down >= 0 ? frame.bottom() : frame.top()) + down));
      }
    }
    return convex(corners);
  }

  /** Andrew's chain: the lower half from left to right, then the upper half back. */
  private static List<Spot> convex(List<Spot> corners) {
    List<Spot> sorted =
        corners.stream()
            .sorted(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y))
            .toList();
    List<Spot> chain = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      int start = chain.size();
      for (Spot spot : half == 0 ? sorted : sorted.reversed()) {
        while (chain.size() >= start + 2 && !turnsLeft(chain, spot)) {
          chain.removeLast();
        }
        chain.add(spot);
      }
      if (!chain.isEmpty()) {
        chain.removeLast();
      }
    }
    return List.copyOf(chain);
  }

  private static boolean turnsLeft(List<Spot> chain, Spot next) {
    Spot b = chain.getLast();
    Spot a = chain.get(chain.size() - 2);
    return (b.x() - a.x()) * (next.y() - a.y()) - (b.y() - a.y()) * (next.x() - a.x()) > 0;
  }
}
