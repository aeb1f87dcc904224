package org.ontodraft.app.ui.diff;

import java.util.Optional;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;

/** Which two sides of a workspace are compared. Thread-safe. */
public final class ChosenSides {
  private final State<Optional<Pair>> sides = new State<>(Optional.empty());

  /** Two sides. */
  public record Pair(ComparedSide base, ComparedSide mine) {}

  /** The sides; empty before any were chosen. */
  public Observed<Optional<Pair>> sides() {
    return sides;
  }

  /** Chooses sides. */
  public void choose(ComparedSide base, ComparedSide mine) {
    sides.set(Optional.of(new Pair(base, mine)));
  }

  /** Exchanges them. */
  public void swap() {
    sides.update(now -> now.map(pair -> new Pair(pair.mine(), pair.base())));
  }
}
