package org.ontodraft.app.service.exchange;

import java.util.List;
import org.ontodraft.app.service.Refusal;

/**
 * What became of the drafts that were to be taken along.
 *
 * @param moved the titles of those that are in the other store alone
 * @param stayed those that could not be moved, and are where they were
 * @param doubled the titles of those that arrived and could not be removed where they were
 */
public record DraftsMoved(List<String> moved, List<Stayed> stayed, List<String> doubled) {
  public DraftsMoved {
    moved = List.copyOf(moved);
    stayed = List.copyOf(stayed);
    doubled = List.copyOf(doubled);
  }

  /** A draft that is where it was, and why. */
  public record Stayed(String title, Refusal why) {}

  /** Whether there is nothing to be told but success. */
  public boolean complete() {
    return stayed.isEmpty() && doubled.isEmpty();
  }
}
