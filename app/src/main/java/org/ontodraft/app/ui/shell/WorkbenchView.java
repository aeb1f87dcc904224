package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.settings.OpenTabs.SidePane;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WorkspaceFeatures;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.explorer.ExplorerView;
import org.ontodraft.app.ui.problems.ProblemsView;
import org.ontodraft.model.entity.EntityKey;

/** The panes of an open repository: rail, explorer, tabs with their inspector, problems. */
public final class WorkbenchView {
  /** Explorer, page and inspector as narrow as they may be, in heights of a letter. */
  private static final double ROOM = 57;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final WorkbenchViewModel viewModel;
  private final WorkspaceFeatures features;
  private final Texts texts;
  private final ActionRegistry actions;
  private final Panes panes;
  private @Nullable TabDeck deck;
  private @Nullable PaneCycle cycle;
  private @Nullable InspectorSide inspector;
  private @Nullable Parent explorerRoot;
  private Optional<Node> side = Optional.empty();

  @FXML private StackPane toolbarArea;
  @FXML private VBox rail;
  @FXML private SplitPane columns;
  @FXML private StackPane explorerPane;
  @FXML private SplitPane rows;
  @FXML private SplitPane workArea;
  @FXML private StackPane tabArea;
  @FXML private TabPane tabs;
  @FXML private VBox inspectorPane;
  @FXML private ScrollPane inspectorScroll;
  @FXML private StackPane problemsPane;

  /** What other views fill the panes with, each read when its pane is first shown. */
  record Panes(ToolbarView toolbar, ExplorerView explorer, ProblemsView problems, Fxml fxml) {}

  WorkbenchView(
      WorkbenchViewModel viewModel,
      WorkspaceFeatures features,
      Texts texts,
      ActionRegistry actions,
      Panes panes) {
    this.viewModel = viewModel;
    this.features = features;
    this.texts = texts;
    this.actions = actions;
    this.panes = panes;
  }

  @FXML
  private void initialize() {
    Button explorer = new Rail(viewModel, actions).fill(rail);
    SidePanes.follow(explorer, Map.of(columns, explorerPane, workArea, inspectorPane));
    inspector = new InspectorSide(workArea, inspectorPane, inspectorScroll);
    TabDeck made = new TabDeck(tabs, tabArea, viewModel, features, texts, actions, this::show);
    deck = made;
    TabsViewModel open = viewModel.tabs();
    cycle =
        new PaneCycle(
            List.of(
                new PaneCycle.Pane(toolbarArea, panes.toolbar()::focus),
                new PaneCycle.Pane(explorerPane, panes.explorer()::focusTree),
                new PaneCycle.Pane(tabArea, () -> made.focus(open.left())),
                new PaneCycle.Pane(made.rightArea(), () -> made.focus(open.right())),
                new PaneCycle.Pane(inspectorPane, inspectorScroll::requestFocus),
                new PaneCycle.Pane(problemsPane, panes.problems()::focus)));
    initializeTabs();
    showProblems(false);
    SidePanes.begin(columns, explorerPane);
    viewModel.hiddenPanes().addListener((Observable change) -> showPanes());
    showPanes();
    Narrow.of(columns, explorer, ROOM)
        .subscribe(narrow ->
            FxThread.later(() -> {
              columns.pseudoClassStateChanged(NARROW, narrow);
              inspect(side -> side.makeRoom(narrow));
            }));
    SplitPane.setResizableWithParent(explorerPane, false);
    SplitPane.setResizableWithParent(problemsPane, false);
    SplitPane.setResizableWithParent(inspectorPane, false);
  }

  /** What fills the toolbar and the explorer, in order and each quickly done. */
  List<Runnable> parts() {
    return List.of(
        () -> toolbarArea.getChildren().setAll(panes.fxml().load(panes.toolbar())),
        () -> explorerRoot = panes.fxml().load(panes.explorer()),
        () -> showSide(side),
        panes.explorer()::showTree,
        this::begin);
  }

  /**
   * Puts the focus into the tree, or into the page in front where that is not an entity's, as who
   * walks through the tree stays in it.
   */
  private void begin() {
    // A split pane takes its items into the scene with its skin, which the style sheet gives.
    columns.applyCss();
    panes.explorer().focusTree();
    if (front().filter(tab -> !(tab.place() instanceof Place.Entity)).isPresent()) {
      focusPageOnceLaidOut();
    }
  }

  private void initializeTabs() {
    viewModel.tabs().right().places().addListener((Observable change) -> showSides());
    viewModel.tabs().places().addListener((Observable change) -> showEmpty());
    showSides();
    viewModel.hasDraft().subscribe(open -> showEmpty());
  }

  /** Two sides take the room of the inspector. */
  private void showSides() {
    if (deck == null) {
      return;
    }
    boolean wanted = deck.isSplit();
    boolean present = workArea.getItems().contains(deck.rightArea());
    if (wanted && !present) {
      showInspector(Optional.empty());
      workArea.getItems().add(deck.rightArea());
      workArea.setDividerPositions(0.5);
    } else if (!wanted && present) {
      workArea.getItems().remove(deck.rightArea());
      showInspector(front().flatMap(PageTab::page).flatMap(Page::inspector));
    }
  }

  private void show(Optional<PageTab> tab, boolean withFocus) {
    showEmpty();
    Optional<Page> page = tab.flatMap(PageTab::page);
    showSide(page.flatMap(Page::side));
    boolean alone = viewModel.tabs().right().isEmpty();
    showInspector(alone ? page.flatMap(Page::inspector) : Optional.empty());
    if (withFocus
        && explorerRoot != null
        && tab.isPresent()
        && !(tab.get().place() instanceof Place.Entity && within(explorerPane))) {
      afterLayout(() -> {
        if (front().equals(tab)) {
          page.ifPresent(Page::focus);
        }
      });
    }
  }

  /** A tab that was just made can take the focus only when it has been laid out. */
  private void afterLayout(Runnable action) {
    Scene scene = tabs.getScene();
    if (scene == null) {
      FxThread.later(action);
      return;
    }
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            FxThread.later(action);
          }
        });
    tabs.requestLayout();
  }

  /** Whether the focus is in this pane: who walks through the tree stays there. */
  private boolean within(Node pane) {
    Node at = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
    while (at != null && at != pane) {
      at = at.getParent();
    }
    return at != null;
  }

  private void showSide(Optional<Node> ofPage) {
    side = ofPage;
    Node wanted = side.orElse(explorerRoot);
    if (wanted != null && !explorerPane.getChildren().contains(wanted)) {
      explorerPane.getChildren().setAll(wanted);
    }
  }

  private void showInspector(Optional<Node> content) {
    if (inspector != null) {
      inspector.show(content);
    }
  }

  private void showEmpty() {
    boolean empty = viewModel.tabs().places().isEmpty();
    tabs.setVisible(!empty);
    tabArea.getChildren().removeIf(EmptyState.class::isInstance);
    if (empty) {
      tabArea.getChildren().add(new NoTab(viewModel, texts, features::newDraft).shown());
    }
  }

  /** The tab in front. */
  private Optional<PageTab> front() {
    return deck == null ? Optional.empty() : deck.front();
  }

  /** Puts the focus into the page in front. */
  void focusPage() {
    if (deck != null) {
      deck.focus(viewModel.tabs().active().get());
    }
  }

  /** The same for a page that was opened just now. */
  void focusPageOnceLaidOut() {
    afterLayout(this::focusPage);
  }

  /** Puts the tab in front on the other side, where work goes on. */
  void moveAcross() {
    Place front = viewModel.tabs().current().get();
    if (front != null) {
      viewModel.tabs().moveAcross(front);
      focusPageOnceLaidOut();
    }
  }

  /** Works on the other side, if there is one. */
  void focusOtherSide() {
    if (deck != null) {
      TabsViewModel open = viewModel.tabs();
      open.activateOther();
      deck.focus(open.active().get());
    }
  }

  /** Does a deed of the explorer, or of the page in front. */
  void perform(Deed deed) {
    if (deed.context() == Context.EXPLORER) {
      panes.explorer().perform(deed);
    } else if (deed.context() == Context.PROBLEMS) {
      showProblems(true);
      panes.problems().perform(deed);
    } else {
      front().flatMap(PageTab::page).ifPresent(page -> page.perform(deed));
    }
  }

  /** Goes so many panes on. */
  void stepPane(int by) {
    if (cycle != null) {
      cycle.step(by);
    }
  }

  /** Shows or hides the explorer. */
  void toggleExplorer() {
    hide(SidePane.EXPLORER, isExplorerShown());
    if (isExplorerShown()) {
      panes.explorer().focusTree();
    }
  }

  private boolean isExplorerShown() {
    return columns.getItems().contains(explorerPane);
  }

  private void hide(SidePane pane, boolean hidden) {
    if (hidden) {
      viewModel.hiddenPanes().add(pane);
    } else {
      viewModel.hiddenPanes().remove(pane);
    }
  }

  private void showPanes() {
    boolean hidden = viewModel.hiddenPanes().contains(SidePane.EXPLORER);
    if (hidden && isExplorerShown()) {
      boolean within = within(explorerPane);
      columns.getItems().remove(explorerPane);
      if (within) {
        focusPage();
      }
    } else if (!hidden && !isExplorerShown()) {
      columns.getItems().addFirst(explorerPane);
      SidePanes.begin(columns, explorerPane);
    }
    inspect(side -> side.want(!viewModel.hiddenPanes().contains(SidePane.INSPECTOR)));
  }

  /** Shows or hides what stands beside a page, for this page and all others. */
  void toggleInspector() {
    boolean shown = inspector != null && inspector.isWanted();
    hide(SidePane.INSPECTOR, shown);
    if (!shown) {
      inspect(InspectorSide::insist);
    }
  }

  private void inspect(Consumer<InspectorSide> change) {
    boolean within = within(inspectorPane);
    if (inspector != null) {
      change.accept(inspector);
    }
    if (within && !within(inspectorPane)) {
      focusPage();
    }
  }

  /**
   * Goes to an entity in the tree, showing the tree first if need be; from there to its next place,
   * where it has several.
   */
  void revealInTree(EntityKey key) {
    hide(SidePane.EXPLORER, false);
    panes.explorer().reveal(key);
  }

  /** Puts the focus into the explorer's filter, showing the explorer first if need be. */
  void focusFilter() {
    hide(SidePane.EXPLORER, false);
    panes.explorer().focusFilter();
  }

  /** Shows or hides the problems. */
  void toggleProblems() {
    showProblems(!rows.getItems().contains(problemsPane));
  }

  /** Shows the problems and puts the focus there, or takes them away. */
  void showProblems(boolean shown) {
    boolean present = rows.getItems().contains(problemsPane);
    if (shown && problemsPane.getChildren().isEmpty()) {
      problemsPane.getChildren().setAll(panes.fxml().load(panes.problems()));
    }
    if (shown && !present) {
      rows.getItems().add(problemsPane);
      SidePanes.begin(rows, problemsPane);
    } else if (!shown && present) {
      rows.getItems().remove(problemsPane);
    }
    if (shown) {
      panes.problems().focus();
    }
  }

  /** Lets every page keep what was typed and go. */
  void close() {
    if (deck != null) {
      deck.close();
    }
    panes.toolbar().close();
  }

  /** For pages of several entities: goes to one of them. */
  void revealInPage(Place place, EntityKey key) {
    if (deck != null) {
      deck.tab(place).flatMap(PageTab::page).ifPresent(page -> page.reveal(key));
    }
  }

  /** For pages of one entity: puts the focus to a place of it, once the page is laid out. */
  void goToInPage(Place place, String pointer) {
    afterLayout(() -> {
      if (deck != null) {
        deck.tab(place).flatMap(PageTab::page).ifPresent(page -> page.goTo(pointer));
      }
    });
  }
}
