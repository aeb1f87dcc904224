package org.ontodraft.app.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of one kind of deed, in milliseconds, at least one, ascending. */
public record Percentiles(List<Double> sorted) {
  /** Of times in any order. */
  public static Percentiles of(List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return new Percentiles(List.copyOf(sorted));
  }

  /** The time that so large a part of them does not exceed. */
  public double at(double part) {
    return sorted.get(Math.min(sorted.size() - 1, (int) Math.floor(part * sorted.size())));
  }

  /** One line. */
  public void print(PrintStream out, String name) {
    out.printf(
        Locale.ROOT,
        "%-52s p50 %6.1f  p95 %6.1f  p99 %6.1f  max %6.1f ms  n %d%n",
        name,
        at(0.50),
        at(0.95),
        at(0.99),
        sorted.getLast(),
        sorted.size());
  }
}
