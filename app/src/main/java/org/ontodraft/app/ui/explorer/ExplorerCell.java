package org.ontodraft.app.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.validation.Severity;

/** A row of the tree: shape, label, id; then the columns that always stand at the right edge. */
final class ExplorerCell extends TreeCell<ExplorerNode> {
  private static final PseudoClass SECTION = PseudoClass.getPseudoClass("section");
  private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");
  private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
  private static final PseudoClass TWIN = PseudoClass.getPseudoClass("twin");
  private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");

  private final Texts texts;
  private final Icon type = new Icon(Glyph.CATEGORY);
  private final Label label = new Label();
  private final Label id = new Label();
  private final StatusMark status;
  private final StatusMark affected;
  private final Label elsewhere = new Label();
  private final ExplorerViewModel viewModel;
  private final Icon severity = new Icon(Glyph.ERROR, "small-icon", "strong-icon");
  private final StackPane severityColumn = new StackPane(severity);
  private final Label count = new Label();
  private final HBox row;

  ExplorerCell(ExplorerViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.status = new StatusMark(texts);
    this.affected = new StatusMark(texts);
    affected.getStyleClass().addAll("badge-column", "affected-column");
    elsewhere.getStyleClass().add("elsewhere");
    elsewhere.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.SOMETIMES);
    label.getStyleClass().add("row-label");
    id.getStyleClass().add("row-id");
    label.setMinWidth(0);
    // The id has what the label leaves over.
    id.setMinWidth(0);
    id.setPrefWidth(0);
    id.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(id, Priority.ALWAYS);
    status.getStyleClass().addAll("badge-column", "status-column");
    severityColumn.getStyleClass().addAll("badge-column", "findings-column");
    count.getStyleClass().add("count-column");
    row = new HBox(type, label, elsewhere, id, space, status, affected, severityColumn, count);
    row.getStyleClass().add("explorer-row");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("explorer-cell");
    setPrefWidth(0);
    viewModel.selected().subscribe(now -> markTwin());
    viewModel.cut().subscribe(now -> markTwin());
  }

  /** Other places of what is selected are outlined; what was taken up is dashed. */
  private void markTwin() {
    boolean twin =
        viewModel.selected().get() instanceof ExplorerNode.Entity selected
            && getItem() instanceof ExplorerNode.Entity shown
            && selected.key().equals(shown.key())
            && !selected.place().equals(shown.place());
    mark(TWIN, twin);
    mark(
        CUT,
        viewModel
            .cut()
            .get()
            .filter(cut -> getItem() != null && cut.place().equals(getItem().place()))
            .isPresent());
  }

  @Override
  protected void updateItem(@Nullable ExplorerNode node, boolean empty) {
    super.updateItem(node, empty);
    if (empty || node == null) {
      // It stays in the cell: putting it in again would style it anew for each new tree.
      visible(row, false);
      label.setText("");
      id.setText("");
      Hint.say(this, "");
      setAccessibleText(null);
      mark(SECTION, false);
      mark(DELETED, false);
      mark(DIMMED, false);
      markTwin();
      return;
    }
    visible(row, true);
    if (getGraphic() == null) {
      // Not before: most rows below a tree that was just opened stay empty for a while.
      setGraphic(row);
    }
    markTwin();
    switch (node) {
      case ExplorerNode.Section section -> showSection(section);
      case ExplorerNode.Entity entity -> showEntity(entity);
    }
  }

  private void showSection(ExplorerNode.Section section) {
    mark(SECTION, true);
    mark(DELETED, false);
    mark(DIMMED, false);
    visible(type, false);
    visible(id, false);
    visible(elsewhere, false);
    affected.show(EntityStatus.UNCHANGED);
    String name = name(texts, section.heading());
    label.setText(name);
    status.show(section.changedBelow() > 0 ? EntityStatus.MODIFIED : EntityStatus.UNCHANGED);
    severity.setVisible(false);
    count.setText(texts.get("explorer.count", section.count()));
    Hint.say(this, "");
    setAccessibleText(
        texts.get("explorer.section.spoken", name, section.count(), section.changedBelow()));
  }

  /** What a heading says. */
  static String name(Texts texts, ExplorerNode.Heading heading) {
    return switch (heading) {
      case ExplorerNode.Heading.OfType(var type) -> texts.types(type);
      case ExplorerNode.Heading.Loose loose -> texts.get("explorer.loose");
    };
  }

  private void showEntity(ExplorerNode.Entity entity) {
    visible(elsewhere, entity.elsewhere() > 0);
    elsewhere.setText(texts.get("explorer.elsewhere", entity.elsewhere()));
    affected.show(entity.affected() ? EntityStatus.AFFECTED : EntityStatus.UNCHANGED);
    mark(SECTION, false);
    mark(DELETED, entity.deleted());
    mark(DIMMED, entity.dimmed());
    visible(type, true);
    type.show(entity.loop() ? Glyph.LOOP : Glyph.of(entity.key().type()));
    label.setText(entity.label());
    visible(id, entity.labelDiffers());
    id.setText(entity.key().key());
    status.show(
        entity.status() == EntityStatus.AFFECTED ? EntityStatus.UNCHANGED : entity.status());
    Severity worst = entity.severity();
    severity.setVisible(worst != null);
    if (worst != null) {
      severity.show(Glyph.of(worst));
    }
    int below = entity.changedBelow();
    // The style sheet hides it while the row is open: then the changed rows speak for themselves.
    count.setText(below > 0 ? texts.get("explorer.count", below) : "");
    String spoken = spoken(entity);
    setAccessibleText(spoken);
    Hint.say(this, spoken);
  }

  private String spoken(ExplorerNode.Entity entity) {
    List<String> parts = new ArrayList<>();
    parts.add(
        entity.labelDiffers()
            ? texts.get("explorer.named", entity.label(), entity.key().key())
            : entity.key().key());
    parts.add(texts.type(entity.key().type()));
    if (entity.loop()) {
      parts.add(texts.get("explorer.loop"));
    }
    EntityKey old = entity.renamedFrom();
    if (old != null) {
      parts.add(texts.get("status.renamed.from", old.key()));
    } else if (entity.status() != EntityStatus.UNCHANGED) {
      parts.add(texts.status(entity.status()));
    }
    if (entity.deleted() && entity.status() != EntityStatus.DELETED) {
      parts.add(texts.status(EntityStatus.DELETED));
    }
    if (entity.affected() && entity.status() != EntityStatus.AFFECTED) {
      parts.add(texts.status(EntityStatus.AFFECTED));
    }
    if (entity.elsewhere() > 0) {
      parts.add(texts.get("explorer.elsewhere.spoken", entity.elsewhere()));
    }
    if (entity.severity() != null) {
      parts.add(texts.severity(entity.severity()));
    }
    if (entity.changedBelow() > 0) {
      parts.add(texts.get("explorer.below", entity.changedBelow()));
    }
    return String.join(", ", parts);
  }

  private void mark(PseudoClass state, boolean on) {
    pseudoClassStateChanged(state, on);
  }

  private static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** The row takes all the width that is left, so that the columns line up at any depth. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (getGraphic() == row) {
      double left = row.getLayoutX();
      row.resizeRelocate(left, 0, Math.max(0, getWidth() - left), getHeight());
    }
  }
}
