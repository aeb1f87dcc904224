package org.ontodraft.app.ui.explorer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.app.ui.explorer.ExplorerNode.Place;

/**
 * What all rows of one tree view share: the newest tree, which of them are to be open, and which
 * were asked for what is below them. FX thread.
 */
final class ExplorerRows {
  private final Set<Place> expanded;
  private final Set<ExplorerItem> filled = new LinkedHashSet<>();
  private final ExplorerItem root;
  private ExplorerTree tree;

  /**
   * The rows of a tree.
   *
   * @param expanded the rows to open
   */
  ExplorerRows(ExplorerTree tree, Set<Place> expanded) {
    this.tree = tree;
    this.expanded = expanded;
    this.root = new ExplorerItem(null, this);
  }

  /** The hidden root. */
  ExplorerItem root() {
    return root;
  }

  ExplorerTree tree() {
    return tree;
  }

  boolean isToBeOpen(Place place) {
    return expanded.contains(place);
  }

  void filled(ExplorerItem item) {
    filled.add(item);
  }

  void gone(ExplorerItem item) {
    filled.remove(item);
  }

  /** What is shown now, for {@link RowsUpdate}. */
  RowsUpdate.Shown shown() {
    return new RowsUpdate.Shown(
        tree,
        filled.stream().map(item -> new RowsUpdate.Below(item.getValue(), item.shown())).toList());
  }

  /** Takes up a newer tree wherever rows were asked for. */
  void take(ExplorerTree newer, RowsUpdate update) {
    tree = newer;
    for (ExplorerItem item : List.copyOf(filled)) {
      if (filled.contains(item)) {
        RowsChange known = update.of(item.shown());
        item.take(
            known == null ? RowsChange.between(item.shown(), newer.below(item.getValue())) : known);
      }
    }
  }
}
