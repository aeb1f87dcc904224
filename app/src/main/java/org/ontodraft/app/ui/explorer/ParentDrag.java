package org.ontodraft.app.ui.explorer;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/**
 * Dragging a category onto another: it moves there, or gets one more parent when the system's key
 * for copying is held. Nothing is changed before the preview was seen. Over a row that cannot be a
 * parent it is said why.
 */
final class ParentDrag {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

  private final ExplorerViewModel viewModel;

  ParentDrag(ExplorerViewModel viewModel) {
    this.viewModel = viewModel;
  }

  void install(TreeCell<ExplorerNode> cell) {
    cell.setOnDragDetected(event -> begin(cell, event));
    cell.setOnDragOver(event -> over(cell, event));
    cell.setOnDragExited(event -> {
      cell.pseudoClassStateChanged(TARGET, false);
      viewModel.considers(null);
    });
    cell.setOnDragDropped(event -> drop(cell, event));
    cell.setOnDragDone(event -> viewModel.forgetCut());
  }

  private void begin(TreeCell<ExplorerNode> cell, MouseEvent event) {
    if (cell.getItem() instanceof ExplorerNode.Entity row && viewModel.movable(row)) {
      viewModel.selected().set(row);
      viewModel.cutSelected();
      Dragboard board = cell.startDragAndDrop(TransferMode.COPY_OR_MOVE);
      ClipboardContent content = new ClipboardContent();
      content.putString(row.key().key());
      board.setContent(content);
      event.consume();
    }
  }

  private Optional<ExplorerNode.Entity> targetOf(TreeCell<ExplorerNode> cell) {
    return cell.getItem() instanceof ExplorerNode.Entity target
            && viewModel.cut().get().filter(cut -> viewModel.canMove(cut, target)).isPresent()
        ? Optional.of(target)
        : Optional.empty();
  }

  private void over(TreeCell<ExplorerNode> cell, DragEvent event) {
    viewModel.considers(cell.getItem());
    if (targetOf(cell).isPresent()) {
      event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
      cell.pseudoClassStateChanged(TARGET, true);
      event.consume();
    }
  }

  private void drop(TreeCell<ExplorerNode> cell, DragEvent event) {
    Optional<ExplorerNode.Entity> target = targetOf(cell);
    Optional<ExplorerNode.Entity> moved = viewModel.cut().get();
    if (target.isPresent() && moved.isPresent()) {
      viewModel.moveBelow(moved.get(), target.get(), event.getTransferMode() == TransferMode.COPY);
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
