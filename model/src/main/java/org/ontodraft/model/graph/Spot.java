package org.ontodraft.model.graph;

/** A place in the picture of a graph, in pixels at usual size; y goes down. */
public record Spot(double x, double y) {
  /** How far another one is. */
  public double distance(Spot other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** This one moved. */
  public Spot plus(double right, double down) {
    return new Spot(x + right, y + down);
  }
}
