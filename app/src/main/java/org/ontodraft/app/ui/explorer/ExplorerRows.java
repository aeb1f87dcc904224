package org.ontodraft.app.ui.explorer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.app.ui.explorer.ExplorerNode.Place;

/**
 * What all rows of one tree view share: the newest tree, which of them are to be open, and which
 * were asked for what is below them. FX thread, but for {@link #made}.
 */
final class ExplorerRows {
  private final Set<ExplorerItem> filled = new LinkedHashSet<>();
  private final ExplorerItem root;
  private Set<Place> expanded;
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

  /**
   * The rows of a tree with everything that is open of them, to be handed over whole: on any
   * thread, since thousands of rows take their time.
   *
   * @param expanded the rows to open
   */
  static ExplorerRows made(ExplorerTree tree, Set<Place> expanded) {
    ExplorerRows rows = new ExplorerRows(tree, expanded);
    rows.root.fill();
    return rows;
  }

  /** From now on these are the rows to open. */
  void follow(Set<Place> opened) {
    expanded = opened;
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
