package org.ontodraft.app.ui.explorer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.event.EventDispatchChain;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/**
 * A row that asks for the rows below it when they are first wanted. A newer tree is taken up in
 * place, so that what is open, selected and in sight stays so.
 */
final class ExplorerItem extends TreeItem<ExplorerNode> {
  private static final int FEW = 100;

  private final Set<ExplorerNode.Place> expanded;
  private ExplorerTree tree;
  private boolean filled;
  private boolean filling;

  private ExplorerItem(
      @Nullable ExplorerNode node, ExplorerTree tree, Set<ExplorerNode.Place> expanded) {
    super(node);
    this.tree = tree;
    this.expanded = expanded;
    setExpanded(node == null || !leafOf(node) && expanded.contains(node.place()));
  }

  /**
   * The hidden root of a tree.
   *
   * @param expanded the rows to open
   */
  static ExplorerItem root(ExplorerTree tree, Set<ExplorerNode.Place> expanded) {
    return new ExplorerItem(null, tree, expanded);
  }

  @Override
  public ObservableList<TreeItem<ExplorerNode>> getChildren() {
    if (!filled) {
      filled = true;
      filling = true;
      super.getChildren().setAll(wanted().stream().map(this::child).toList());
      filling = false;
    }
    return super.getChildren();
  }

  /**
   * Filling is told to nobody: the tree asks for the rows itself, and would look up each of them
   * among all the others.
   */
  @Override
  public EventDispatchChain buildEventDispatchChain(EventDispatchChain tail) {
    return filling ? tail : super.buildEventDispatchChain(tail);
  }

  @Override
  public boolean isLeaf() {
    ExplorerNode node = getValue();
    return node != null && leafOf(node);
  }

  /** Takes up a newer tree here and in every row below that was asked for. */
  void refresh(ExplorerTree newer) {
    tree = newer;
    if (!filled) {
      return;
    }
    Map<ExplorerNode.Place, ExplorerItem> old = new HashMap<>();
    for (TreeItem<ExplorerNode> item : getChildren()) {
      old.put(item.getValue().place(), (ExplorerItem) item);
    }
    List<? extends ExplorerNode> nodes = wanted();
    boolean sameRows =
        nodes.stream()
            .map(ExplorerNode::place)
            .toList()
            .equals(getChildren().stream().map(item -> item.getValue().place()).toList());
    List<ExplorerItem> items = nodes.stream().map(node -> renewed(node, old)).toList();
    if (!sameRows) {
      replace(items);
    }
    items.forEach(item -> item.refresh(newer));
  }

  /** An edit moves few rows, and few are moved; otherwise the row is closed meanwhile. */
  private void replace(List<ExplorerItem> items) {
    ObservableList<TreeItem<ExplorerNode>> rows = getChildren();
    Set<ExplorerItem> wanted = new HashSet<>(items);
    int gone = (int) rows.stream().filter(row -> !wanted.contains(row)).count();
    if (gone > FEW || Math.abs(items.size() + gone - rows.size()) > FEW) {
      replaceAll(items);
      return;
    }
    rows.removeIf(row -> !wanted.contains(row));
    int moves = 0;
    for (int at = 0; at < items.size(); at++) {
      ExplorerItem item = items.get(at);
      if (at < rows.size() && rows.get(at) == item) {
        continue;
      }
      if (++moves > FEW) {
        replaceAll(items);
        return;
      }
      if (at + 1 < rows.size() && rows.get(at + 1) == item) {
        rows.remove(at); // it comes again further down
      } else {
        rows.remove(item);
        rows.add(at, item);
      }
    }
  }

  private void replaceAll(List<ExplorerItem> items) {
    boolean open = isExpanded();
    boolean root = getValue() == null;
    setExpanded(open && root);
    getChildren().setAll(items);
    setExpanded(open);
  }

  private ExplorerItem renewed(ExplorerNode node, Map<ExplorerNode.Place, ExplorerItem> old) {
    ExplorerItem item = old.get(node.place());
    if (item == null) {
      return child(node);
    }
    if (!node.equals(item.getValue())) {
      item.setValue(node);
    }
    return item;
  }

  private ExplorerItem child(ExplorerNode node) {
    return new ExplorerItem(node, tree, expanded);
  }

  private List<? extends ExplorerNode> wanted() {
    ExplorerNode node = getValue();
    return node == null ? tree.sections() : tree.children(node);
  }

  private static boolean leafOf(ExplorerNode node) {
    return node instanceof ExplorerNode.Entity entity && entity.leaf();
  }
}
