package org.ontodraft.app.ui.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.entity.EntityKey;

/** The explorer pane: a filter over the tree. */
public final class ExplorerView {
  /** Names and all columns, each as wide as it likes to be, in heights of a letter. */
  private static final double ROOM = 30;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final ExplorerViewModel viewModel;
  private final Texts texts;
  private final ActionRegistry actions;
  private @Nullable ExplorerRows rows;

  @FXML private VBox explorer;
  @FXML private Label explorerHeading;
  @FXML private TextField filter;
  @FXML private Label found;
  @FXML private Button clear;
  @FXML private Button create;
  @FXML private TreeView<ExplorerNode> tree;
  @FXML private Label statusHeader;
  @FXML private Label findingsHeader;
  @FXML private Region scrollSpace;
  @FXML private Label affectedHeader;
  @FXML private HBox narrowing;
  @FXML private HBox places;
  @FXML private Label refused;

  /** Shows this view model. */
  public ExplorerView(ExplorerViewModel viewModel, Texts texts, ActionRegistry actions) {
    this.viewModel = viewModel;
    this.actions = actions;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    create.setGraphic(new Icon(Glyph.PLUS));
    create.setOnAction(event -> viewModel.createAtSelected());
    clear.setGraphic(new Icon(Glyph.CLOSE, "small-icon"));
    clear.setOnAction(event -> clearFilter());
    clear.visibleProperty().bind(viewModel.narrowing().map(now -> !now.isNone()));
    statusHeader.setGraphic(
        Icon.named(Glyph.CHANGES, texts.get("explorer.column.status"), "small-icon"));
    findingsHeader.setGraphic(
        Icon.named(Glyph.VALIDATE, texts.get("explorer.column.findings"), "small-icon"));
    affectedHeader.setGraphic(
        Icon.named(Glyph.AFFECTED, texts.get("explorer.column.affected"), "small-icon"));
    new FilterBar(viewModel, texts).fill(narrowing);
    new PlaceBar(viewModel, texts, this::goTo).fill(places);
    filter.textProperty().bindBidirectional(viewModel.filter());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
    found.textProperty().bind(viewModel.found());
    found.visibleProperty().bind(viewModel.found().isNotEmpty());
    found.managedProperty().bind(found.visibleProperty());
    refused.textProperty().bind(viewModel.moveRefused());
    refused.visibleProperty().bind(viewModel.moveRefused().isNotEmpty());
    refused.managedProperty().bind(refused.visibleProperty());
    tree.setShowRoot(false);
    tree.setCellFactory(view -> {
      ExplorerCell cell = new ExplorerCell(viewModel, texts);
      new ParentDrag(viewModel).install(cell);
      return cell;
    });
    tree.setContextMenu(new ExplorerMenu(viewModel, texts, actions, this::perform).menu());
    tree.addEventFilter(KeyEvent.KEY_PRESSED, this::treeKey);
    tree.addEventHandler(KeyEvent.KEY_TYPED, this::typeToFilter);
    tree.addEventHandler(MouseEvent.MOUSE_CLICKED, this::treeClick);
    tree.getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> viewModel.selected().set(item == null ? null : item.getValue()));
    Narrow.of(explorer, explorerHeading, ROOM)
        .subscribe(narrow -> explorer.pseudoClassStateChanged(NARROW, narrow));
    tree.skinProperty().subscribe(skin -> keepColumnsInLine());
    viewModel.shows(() -> rows == null ? null : rows.shown());
  }

  /** Shows the tree from now on; before, there is all but its rows. */
  public void showTree() {
    viewModel.tree().subscribe(this::show);
    viewModel.toReveal().subscribe(this::revealWanted);
  }

  /** The heads of the columns move aside with the rows when the scroll bar comes. */
  private void keepColumnsInLine() {
    if (tree.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
      scrollSpace
          .minWidthProperty()
          .bind(Bindings.when(bar.visibleProperty()).then(bar.widthProperty()).otherwise(0.0));
    }
  }

  /** Puts the focus into the tree. */
  public void focusTree() {
    tree.requestFocus();
    if (tree.getSelectionModel().isEmpty() && tree.getExpandedItemCount() > 0) {
      tree.getSelectionModel().select(0);
    }
  }

  /** Puts the focus into the filter. */
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private void show(@Nullable ExplorerTree newer) {
    if (newer == null) {
      return;
    }
    for (ExplorerFilter.Trait trait : ExplorerFilter.Trait.values()) {
      explorer.pseudoClassStateChanged(
          PseudoClass.getPseudoClass("no-" + trait.name().toLowerCase(Locale.ROOT)),
          newer.count(trait) == 0);
    }
    ExplorerNode selected = viewModel.selected().get();
    ExplorerRows before = rows;
    if (before != null && newer.replacesInPlace(before.tree())) {
      before.take(newer, viewModel.update());
    } else {
      ExplorerRows made = viewModel.rowsOf(newer);
      ExplorerItem root = made.root();
      root.addEventHandler(TreeItem.<ExplorerNode>branchExpandedEvent(), this::expanded);
      root.addEventHandler(TreeItem.<ExplorerNode>branchCollapsedEvent(), this::collapsed);
      rows = made;
      tree.setRoot(root);
    }
    reselect(selected, newer.filtered());
    revealWanted();
  }

  private void expanded(TreeItem.TreeModificationEvent<ExplorerNode> event) {
    ExplorerTree shown = viewModel.tree().get();
    if (event.getTreeItem().getValue() != null && shown != null && !shown.filtered()) {
      viewModel.expanded(shown.grouping()).add(event.getTreeItem().getValue().place());
    }
  }

  private void collapsed(TreeItem.TreeModificationEvent<ExplorerNode> event) {
    ExplorerTree shown = viewModel.tree().get();
    if (event.getTreeItem().getValue() != null && shown != null && !shown.filtered()) {
      viewModel.expanded(shown.grouping()).remove(event.getTreeItem().getValue().place());
    }
  }

  /** The same place, or else the same entity at another, or else nothing. */
  private void reselect(@Nullable ExplorerNode before, boolean filtered) {
    if (before == null) {
      return;
    }
    TreeItem<ExplorerNode> item = stillSelected(before.place());
    if (item == null) {
      item = itemAt(before.place(), false);
    }
    if (item == null && before instanceof ExplorerNode.Entity entity && !filtered) {
      item = itemOf(entity.key());
    }
    if (item == null) {
      tree.getSelectionModel().clearSelection();
    } else if (tree.getSelectionModel().getSelectedItem() != item) {
      tree.getSelectionModel().select(item);
    }
    TreeItem<ExplorerNode> selected = tree.getSelectionModel().getSelectedItem();
    viewModel.selected().set(selected == null ? null : selected.getValue());
  }

  /** Where rows stayed, the selected one is not looked for among thousands. */
  private @Nullable TreeItem<ExplorerNode> stillSelected(ExplorerNode.Place place) {
    TreeItem<ExplorerNode> selected = tree.getSelectionModel().getSelectedItem();
    if (selected == null || !selected.getValue().place().equals(place)) {
      return null;
    }
    TreeItem<ExplorerNode> at = selected;
    while (at.getParent() != null) {
      at = at.getParent();
      if (!at.isExpanded()) {
        return null;
      }
    }
    return at == tree.getRoot() ? selected : null;
  }

  /** What is to be revealed may come before the tree that holds it. */
  private void revealWanted() {
    Optional<EntityKey> wanted = viewModel.toReveal().get();
    TreeItem<ExplorerNode> item = wanted.isEmpty() ? null : itemOf(wanted.get());
    if (item != null) {
      viewModel.toReveal().set(Optional.empty());
      tree.getSelectionModel().select(item);
      tree.scrollTo(Math.max(0, tree.getRow(item) - 4));
    }
  }

  private @Nullable TreeItem<ExplorerNode> itemOf(EntityKey key) {
    ExplorerTree shown = viewModel.tree().get();
    if (shown == null) {
      return null;
    }
    List<EntityKey> path = shown.pathTo(key);
    return path.isEmpty() ? null : itemAt(shown.placeOf(path), true);
  }

  private @Nullable TreeItem<ExplorerNode> itemAt(ExplorerNode.Place place, boolean open) {
    TreeItem<ExplorerNode> at = tree.getRoot();
    if (at == null) {
      return null;
    }
    for (int depth = 0; depth <= place.path().size(); depth++) {
      if (!at.isExpanded()) {
        if (!open) {
          return null;
        }
        at.setExpanded(true);
      }
      TreeItem<ExplorerNode> next = childOnTheWay(at, place, depth);
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at;
  }

  /** By its last key alone: a list may have many thousand rows. */
  private static @Nullable TreeItem<ExplorerNode> childOnTheWay(
      TreeItem<ExplorerNode> above, ExplorerNode.Place place, int depth) {
    for (TreeItem<ExplorerNode> child : above.getChildren()) {
      boolean wanted =
          switch (child.getValue()) {
            case ExplorerNode.Section section -> section.heading().equals(place.heading());
            case ExplorerNode.Entity entity -> entity.key().equals(place.path().get(depth - 1));
          };
      if (wanted) {
        return child;
      }
    }
    return null;
  }

  private void filterKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !viewModel.narrowing().get().isNone()) {
      clearFilter();
      event.consume();
    } else if (!event.isShortcutDown()
        && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER)) {
      focusTree();
      selectFirstMatch();
      event.consume();
    }
  }

  private void selectFirstMatch() {
    for (int row = 0; row < tree.getExpandedItemCount(); row++) {
      if (tree.getTreeItem(row).getValue() instanceof ExplorerNode.Entity entity
          && !entity.dimmed()) {
        tree.getSelectionModel().select(row);
        return;
      }
    }
  }

  private void clearFilter() {
    viewModel.clearFilter();
    focusTree();
  }

  private void treeKey(KeyEvent event) {
    Optional<Deed> deed = Deed.of(Context.EXPLORER, tree.getScene(), event);
    if (deed.isPresent()) {
      // Enter opens and closes what is no entity, which the tree does itself.
      if (deed.get() != Deed.EXPLORER_OPEN || viewModel.entitySelected()) {
        perform(deed.get());
        event.consume();
      }
    } else if (event.getCode() == KeyCode.ESCAPE && leave()) {
      event.consume();
    }
  }

  /** Forgets what is cut, or else shows everything again; false when there is neither. */
  private boolean leave() {
    if (viewModel.cut().get().isEmpty()) {
      if (viewModel.narrowing().get().isNone()) {
        return false;
      }
      clearFilter();
    }
    viewModel.forgetCut();
    return true;
  }

  /** Does to the selected row what a key would do. */
  public void perform(Deed deed) {
    switch (deed) {
      case EXPLORER_OPEN -> viewModel.openSelected();
      case EXPLORER_NEW -> viewModel.createAtSelected();
      case EXPLORER_DELETE -> viewModel.refactorSelected(RefactoringKind.DELETE);
      case EXPLORER_RENAME -> viewModel.refactorSelected(RefactoringKind.RENAME);
      case EXPLORER_CUT -> viewModel.cutSelected();
      case EXPLORER_PASTE -> viewModel.pasteBelowSelected(false);
      case EXPLORER_PASTE_TOO -> viewModel.pasteBelowSelected(true);
      case EXPLORER_COPY -> copyId();
      case EXPLORER_NEXT_PLACE -> stepPlace(1);
      case EXPLORER_PREVIOUS_PLACE -> stepPlace(-1);
      default -> {}
    }
  }

  /** Goes to the next place of the selected entity, or the one before. */
  private void stepPlace(int by) {
    List<ExplorerNode.Place> places = viewModel.occurrences().get().shown();
    if (viewModel.selected().get() instanceof ExplorerNode.Entity entity && !places.isEmpty()) {
      goTo(places.get(Math.floorMod(places.indexOf(entity.place()) + by, places.size())));
    }
  }

  private void goTo(ExplorerNode.Place place) {
    TreeItem<ExplorerNode> item = itemAt(place, true);
    if (item != null) {
      tree.getSelectionModel().select(item);
      tree.scrollTo(Math.max(0, tree.getRow(item) - 4));
      tree.requestFocus();
    }
  }

  /** Selects an entity and takes the focus; one that is selected goes to its next place. */
  public void reveal(EntityKey key) {
    ExplorerTree shown = viewModel.tree().get();
    if (shown != null && shown.filtered() && shown.pathTo(key).isEmpty()) {
      viewModel.clearFilter();
    }
    if (viewModel.selected().get() instanceof ExplorerNode.Entity entity
        && entity.key().equals(key)) {
      stepPlace(1);
    } else {
      viewModel.reveal(key);
    }
    tree.requestFocus();
  }

  private void treeClick(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == 2
        && viewModel.entitySelected()) {
      viewModel.openSelected();
    }
  }

  /** What is typed in the tree filters it. */
  private void typeToFilter(KeyEvent event) {
    String character = event.getCharacter();
    if (event.isShortcutDown()
        || event.isAltDown()
        || character.isBlank()
        || Character.isISOControl(character.charAt(0))) {
      return;
    }
    filter.requestFocus();
    // Here and not when the key goes down, or the filter would receive the slash that leads to it.
    if (!character.equals("/")) {
      filter.setText(filter.getText() + character);
    }
    filter.end();
    event.consume();
  }

  private void copyId() {
    if (viewModel.selected().get() instanceof ExplorerNode.Entity entity) {
      ClipboardContent content = new ClipboardContent();
      content.putString(entity.key().key());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
