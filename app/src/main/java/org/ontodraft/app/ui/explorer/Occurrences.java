package org.ontodraft.app.ui.explorer;

import java.util.List;

/**
 * The places of an entity in the tree.
 *
 * @param shown in the order of their parents; at most {@link #MOST_SHOWN}
 * @param total how many there are
 */
record Occurrences(List<ExplorerNode.Place> shown, long total) {
  static final int MOST_SHOWN = 20;

  static final Occurrences NONE = new Occurrences(List.of(), 0);

  Occurrences {
    shown = List.copyOf(shown);
  }
}
