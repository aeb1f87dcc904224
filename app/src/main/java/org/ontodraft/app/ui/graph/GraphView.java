package org.ontodraft.app.ui.graph;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.KeyHints;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.model.graph.GraphQuestion;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.OntologyGraph;

/** The page of a graph: what is asked above, the picture or the table, the legend below. */
public final class GraphView {
  private final GraphViewModel model;
  private final GraphTexts texts;
  private final GraphExport export;
  private final BorderPane root = new BorderPane();
  private final GraphCanvas canvas;
  private final GraphTable table;
  private final StackPane stage = new StackPane();
  private final Label count = new Label();
  private final HBox beyond = new HBox();
  private final Label beyondText = new Label();
  private final SegmentedControl<Shown> shown;
  private final EmptyState gone;

  /** The height that leaves room for the legend, in heights of a letter. */
  private static final double LEGEND_ROOM = 50;

  /** The width that leaves room for all choices in one line, in heights of a letter. */
  private static final double BAR_ROOM = 96;

  /** The same for which links are followed, beside the view that is chosen. */
  private static final double KINDS_ROOM = 30;

  /** The twins. */
  private enum Shown {
    GRAPH,
    TABLE
  }

  /** Builds the view; the view model is its owner's to close. */
  public GraphView(GraphViewModel model, Texts plain, GraphExport export) {
    this.model = model;
    this.texts = new GraphTexts(plain);
    this.export = export;
    this.canvas = new GraphCanvas(model, texts);
    this.table = new GraphTable(model, texts);
    this.shown =
        new SegmentedControl<>(
            texts.get("graph.shown"),
            List.of(Shown.GRAPH, Shown.TABLE),
            each -> texts.get(each == Shown.GRAPH ? "graph.shown.graph" : "graph.shown.table"));
    this.gone =
        new EmptyState(
            Glyph.GRAPH,
            texts.get("graph.gone.title", model.focus().key()),
            texts.get("graph.gone.text"));
    root.getStyleClass().add("graph");
    GraphOverview overview = new GraphOverview(model, canvas.lens(), texts);
    VBox zoom = zoomButtons();
    StackPane.setAlignment(overview, Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(zoom, Pos.BOTTOM_LEFT);
    StackPane drawn = new StackPane(canvas, zoom, overview);
    stage.getChildren().setAll(drawn, gone);
    beyondText.setWrapText(true);
    beyond.getChildren().setAll(new Icon(Glyph.INFO), beyondText);
    beyond.getStyleClass().add("graph-beyond");
    root.setTop(new VBox(bar(), beyond));
    root.setCenter(stage);
    GraphLegend legend = new GraphLegend(model, texts);
    // In a low window the picture needs the place; shapes and lines have names of their own.
    legend
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> root.getHeight() > LEGEND_ROOM * count.getFont().getSize(),
                root.heightProperty(),
                count.fontProperty()));
    legend.managedProperty().bind(legend.visibleProperty());
    root.setBottom(new VBox(legend, hints()));
    canvas.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          menu().show(canvas, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.picture().subscribe(picture -> tell(picture.graph()));
    shown.value().subscribe(which -> arrange());
    model.gone().subscribe(which -> arrange());
  }

  private void arrange() {
    boolean nothing = model.gone().get();
    boolean picture = shown.value().get() == Shown.GRAPH;
    stage.getChildren().getFirst().setVisible(picture && !nothing);
    // A table that nobody looks at would still be laid out, row by row.
    stage.getChildren().remove(table);
    if (!picture && !nothing) {
      stage.getChildren().add(table);
    }
    gone.setVisible(nothing);
  }

  private void tell(OntologyGraph graph) {
    count.setText(texts.count(graph));
    boolean more = graph.beyond() > 0;
    beyond.setVisible(more);
    beyond.setManaged(more);
    if (more) {
      beyondText.setText(
          texts.get("graph.beyond", graph.nodes().size(), graph.beyond(), OntologyGraph.MAX_NODES));
    }
  }

  private FlowPane bar() {
    FlowPane bar = new FlowPane();
    bar.getStyleClass().add("graph-bar");
    List<GraphQuestion.View> views = GraphQuestion.viewsOf(model.focus().type());
    SegmentedControl<Integer> depth =
        new SegmentedControl<>(texts.get("graph.depth"), List.of(1, 2, 3, 4), String::valueOf);
    depth.value().subscribe(model::goAsFarAs);
    Label steps = new Label(texts.get("graph.depth.steps"));
    HBox within = new HBox(new Label(texts.get("graph.depth.within")), depth, steps);
    within.getStyleClass().add("graph-choice");
    if (views.size() > 1) {
      SegmentedControl<GraphQuestion.View> view =
          new SegmentedControl<>(texts.get("graph.view"), views, texts::view);
      view.value().subscribe(model::show);
      bar.getChildren().add(view);
    }
    model
        .question()
        .subscribe(question -> {
          depth.value().set(question.depth());
          boolean near = question.view() == GraphQuestion.View.NEIGHBOURHOOD;
          within.setVisible(near);
          within.setManaged(near);
        });
    CheckBox modules = new CheckBox(texts.get("graph.modules"));
    modules.setSelected(true);
    modules.selectedProperty().subscribe(model::showModules);
    model.hulls().subscribe(modules::setSelected);
    CheckBox changed = new CheckBox(texts.get("graph.changed"));
    changed.selectedProperty().subscribe(model::showChangedOnly);
    ProgressIndicator busy = new ProgressIndicator();
    busy.getStyleClass().add("small-progress");
    busy.setAccessibleText(texts.get("graph.busy"));
    busy.visibleProperty().bind(model.busy());
    busy.managedProperty().bind(model.busy());
    Button stop = new Button(texts.get("graph.stop"));
    stop.getStyleClass().add("compact");
    stop.setOnAction(event -> model.stop());
    stop.visibleProperty().bind(model.busy());
    stop.managedProperty().bind(model.busy());
    Button again = new Button(texts.get("graph.again"), new Icon(Glyph.REFRESH));
    again.setOnAction(event -> model.layOutAgain());
    count.getStyleClass().add("muted-text");
    List<Node> first = List.copyOf(bar.getChildren());
    MenuButton kinds = kinds();
    List<Node> rare = List.of(modules, changed, again, exports());
    Menu links = links(kinds);
    MenuButton more = more(links, modules, changed);
    ReadOnlyBooleanProperty narrow = Narrow.of(root, count, BAR_ROOM);
    ReadOnlyBooleanProperty tight = Narrow.of(root, count, KINDS_ROOM);
    Runnable arrange =
        () -> {
          List<Node> all = new ArrayList<>(first);
          all.add(tight.get() ? more : kinds);
          all.add(within);
          if (!narrow.get()) {
            all.addAll(rare);
          } else if (!tight.get()) {
            all.add(more);
          }
          all.addAll(List.of(shown, count, busy, stop));
          links.setVisible(tight.get());
          bar.getChildren().setAll(all);
        };
    // In the middle of a layout nothing may be put anywhere else.
    narrow.subscribe(() -> FxThread.later(arrange));
    tight.subscribe(() -> FxThread.later(arrange));
    arrange.run();
    return bar;
  }

  /** The kinds of links to follow, as a part of another menu. */
  private static Menu links(MenuButton kinds) {
    Menu links = new Menu();
    links.textProperty().bind(kinds.textProperty());
    kinds
        .getItems()
        .forEach(item -> {
          CheckMenuItem twin = new CheckMenuItem(item.getText());
          twin.selectedProperty().bindBidirectional(((CheckMenuItem) item).selectedProperty());
          links.getItems().add(twin);
        });
    return links;
  }

  /** What is chosen now and then, where the bar has no room for it. */
  private MenuButton more(Menu links, CheckBox modules, CheckBox changed) {
    MenuButton more = new MenuButton();
    more.setId("graph-more");
    more.setGraphic(new Icon(Glyph.MORE));
    more.setAccessibleText(texts.get("graph.more"));
    Hint.say(more, texts.get("graph.more"));
    MenuItem again = item("graph.again", model::layOutAgain);
    more.getItems()
        .setAll(
            List.of(
                links,
                checked(modules),
                checked(changed),
                again,
                new SeparatorMenuItem(),
                saveSvg(),
                savePng()));
    return more;
  }

  private static CheckMenuItem checked(CheckBox box) {
    CheckMenuItem item = new CheckMenuItem(box.getText());
    item.selectedProperty().bindBidirectional(box.selectedProperty());
    return item;
  }

  private MenuButton kinds() {
    MenuButton kinds = new MenuButton();
    kinds.setGraphic(new Icon(Glyph.FILTER));
    for (LinkKind kind : LinkKind.values()) {
      CheckMenuItem item = new CheckMenuItem(texts.kind(kind));
      item.setSelected(model.question().get().kinds().contains(kind));
      item.selectedProperty().subscribe(wanted -> model.follow(kind, wanted));
      kinds.getItems().add(item);
    }
    model
        .question()
        .subscribe(question ->
            kinds.setText(
                texts.get("graph.kinds", question.kinds().size(), LinkKind.values().length)));
    return kinds;
  }

  private MenuButton exports() {
    MenuButton exports = new MenuButton(texts.get("graph.export"), new Icon(Glyph.EXTERNAL));
    exports.setId("graph-export");
    exports.getItems().setAll(saveSvg(), savePng());
    return exports;
  }

  private MenuItem saveSvg() {
    return item("graph.export.svg", () -> export.svg(fileName(), model.picture().get(), texts));
  }

  private MenuItem savePng() {
    return item("graph.export.png", () -> export.png(fileName(), canvas.image(), texts));
  }

  private String fileName() {
    return model.focus().key().replace('/', '_');
  }

  private VBox zoomButtons() {
    Button in = new IconButton(Glyph.PLUS, texts.get("graph.zoom.in"));
    in.setOnAction(event -> canvas.lens().step(true));
    Button out = new IconButton(Glyph.MINUS, texts.get("graph.zoom.out"));
    out.setOnAction(event -> canvas.lens().step(false));
    Button fit = new IconButton(Glyph.FIT, texts.get("graph.zoom.fit"));
    fit.setOnAction(event -> canvas.fit());
    VBox buttons = new VBox(in, out, fit);
    buttons.getStyleClass().add("graph-zoom");
    buttons.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
    return buttons;
  }

  private ContextMenu menu() {
    DeedMenu menu =
        new DeedMenu(
            texts.plain(),
            deed -> deed != Deed.GRAPH_OPEN || model.exists(model.selected().get()),
            this::perform);
    return menu.menu(
        canvas,
        List.of(Deed.GRAPH_OPEN, Deed.GRAPH_EXPAND, Deed.GRAPH_CENTRE),
        List.of(Deed.GRAPH_MIDDLE, Deed.GRAPH_FIT, Deed.GRAPH_LARGER, Deed.GRAPH_SMALLER),
        List.of(Deed.GRAPH_LAYOUT, Deed.GRAPH_TABLE));
  }

  private MenuItem item(String key, Runnable run) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setOnAction(event -> run.run());
    return item;
  }

  private void key(KeyEvent event) {
    Deed.of(Context.GRAPH, root.getScene(), event)
        .filter(deed -> deed == Deed.GRAPH_TABLE)
        .ifPresent(deed -> {
          perform(deed);
          event.consume();
        });
  }

  /** Does what a key would do. */
  void perform(Deed deed) {
    if (deed == Deed.GRAPH_TABLE) {
      boolean picture = shown.value().get() == Shown.GRAPH;
      shown.value().set(picture ? Shown.TABLE : Shown.GRAPH);
      focus();
    } else {
      canvas.perform(deed);
    }
  }

  private KeyHints hints() {
    KeyHints hints = new KeyHints();
    hints.add(texts.plain().get("key.arrows"), texts.get("graph.hint.arrows"));
    hints.add(Deed.GRAPH_OPEN.cap(root), texts.get("graph.hint.open"));
    hints.add(Deed.GRAPH_EXPAND.cap(root), texts.get("graph.hint.expand"));
    hints.add(Deed.GRAPH_CENTRE.cap(root), texts.get("graph.hint.centre"));
    hints.add(Deed.GRAPH_FIT.cap(root), texts.get("graph.hint.fit"));
    hints.add(Deed.GRAPH_TABLE.cap(root), texts.get("graph.hint.table"));
    return hints;
  }

  /** The view's root. */
  public Parent root() {
    return root;
  }

  /** What stands beside it. */
  Node inspector() {
    return new GraphInspector(model, texts);
  }

  /** Puts the focus on the chosen node, in the picture or in the table. */
  public void focus() {
    if (shown.value().get() == Shown.GRAPH) {
      canvas.requestChosen();
    } else {
      table.requestFocus();
    }
  }
}
