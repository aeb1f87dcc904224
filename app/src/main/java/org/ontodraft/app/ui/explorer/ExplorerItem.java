package org.ontodraft.app.ui.explorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.event.EventDispatchChain;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.explorer.ExplorerNode.Place;

/**
 * A row that asks for the rows below it when they are first wanted. A newer tree is taken up in
 * place, so that what is open, selected and in sight stays so.
 */
final class ExplorerItem extends TreeItem<ExplorerNode> {
  private final ExplorerRows rows;
  private @Nullable List<? extends ExplorerNode> shown;
  private boolean filling;

  /** A row; the hidden root has no node. */
  ExplorerItem(@Nullable ExplorerNode node, ExplorerRows rows) {
    super(node);
    this.rows = rows;
    setExpanded(node == null || !leafOf(node) && rows.isToBeOpen(node.place()));
  }

  @Override
  public ObservableList<TreeItem<ExplorerNode>> getChildren() {
    if (shown == null) {
      List<? extends ExplorerNode> below = rows.tree().below(getValue());
      shown = below;
      filling = true;
      super.getChildren().setAll(below.stream().map(this::child).toList());
      filling = false;
      rows.filled(this);
    }
    return super.getChildren();
  }

  /** Asks for the rows below it and below those that are open, down to the last. */
  void fill() {
    if (isExpanded()) {
      getChildren().forEach(item -> ((ExplorerItem) item).fill());
    }
  }

  /** The rows below it; none before they were asked for. */
  List<? extends ExplorerNode> shown() {
    List<? extends ExplorerNode> now = shown;
    return now == null ? List.of() : now;
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

  /** Takes up newer rows below this one. */
  void take(RowsChange change) {
    shown = change.after();
    if (change.whole()) {
      replaceAll(change.after());
      return;
    }
    ObservableList<TreeItem<ExplorerNode>> items = getChildren();
    Map<Place, ExplorerItem> taken = new HashMap<>();
    for (RowsChange.Step step : change.steps()) {
      switch (step) {
        case RowsChange.Step.Take(int index) -> {
          ExplorerItem item = (ExplorerItem) items.remove(index);
          taken.put(item.getValue().place(), item);
        }
        case RowsChange.Step.Put(int index, ExplorerNode node) ->
            items.add(index, renewed(node, taken.remove(node.place())));
        case RowsChange.Step.Say(int index, ExplorerNode node) -> items.get(index).setValue(node);
      }
    }
    taken.values().forEach(ExplorerItem::letGo);
  }

  /** The row is closed meanwhile, or the tree would look up each among all the others. */
  private void replaceAll(List<? extends ExplorerNode> after) {
    Map<Place, ExplorerItem> old = new HashMap<>();
    getChildren().forEach(item -> old.put(item.getValue().place(), (ExplorerItem) item));
    List<ExplorerItem> items =
        after.stream().map(node -> renewed(node, old.remove(node.place()))).toList();
    boolean open = isExpanded();
    boolean root = getValue() == null;
    setExpanded(open && root);
    getChildren().setAll(items);
    setExpanded(open);
    old.values().forEach(ExplorerItem::letGo);
  }

  /** The row is not shown any more. */
  private void letGo() {
    if (shown != null) {
      rows.gone(this);
      super.getChildren().forEach(item -> ((ExplorerItem) item).letGo());
    }
  }

  private ExplorerItem renewed(ExplorerNode node, @Nullable ExplorerItem item) {
    if (item == null) {
      return child(node);
    }
    if (!node.equals(item.getValue())) {
      item.setValue(node);
    }
    return item;
  }

  private ExplorerItem child(ExplorerNode node) {
    return new ExplorerItem(node, rows);
  }

  private static boolean leafOf(ExplorerNode node) {
    return node instanceof ExplorerNode.Entity entity && entity.leaf();
  }
}
