package org.ontodraft.app.ui.graph;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.GraphHull;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.OntologyGraph;

/** The same graph as a table, for those who cannot see the picture or would rather count. */
final class GraphTable extends TableView<GraphNode> {
  private final GraphViewModel model;
  private boolean filling;

  GraphTable(GraphViewModel model, GraphTexts texts) {
    this.model = model;
    getStyleClass().add("graph-table");
    setAccessibleText(texts.get("graph.table.name"));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    text(texts.get("graph.column.name"), 260, node -> HiddenCharacters.shown(node.label()));
    text(texts.get("graph.column.type"), 110, node -> texts.plain().type(node.key().type()));
    text(texts.get("graph.column.status"), 190, texts::states);
    text(texts.get("graph.column.module"), 160, this::modules);
    number(texts.get("graph.column.in"), node -> GraphTexts.linksIn(graph(), node.key()));
    number(texts.get("graph.column.out"), node -> GraphTexts.linksOut(graph(), node.key()));
    number(texts.get("graph.column.hidden"), node -> (long) node.hidden());
    setRowFactory(table -> {
      TableRow<GraphNode> row = new TableRow<>();
      row.setOnMouseClicked(event -> {
        if (event.getClickCount() == 2 && row.getItem() != null) {
          open(row.getItem());
        }
      });
      return row;
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    setContextMenu(
        new DeedMenu(
                texts.plain(),
                deed -> {
                  GraphNode chosen = getSelectionModel().getSelectedItem();
                  return chosen != null && (deed != Deed.GRAPH_OPEN || !chosen.missing());
                },
                this::perform)
            .menu(this, List.of(Deed.GRAPH_OPEN, Deed.GRAPH_EXPAND, Deed.GRAPH_CENTRE)));
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(node -> {
          if (node != null && !filling) {
            model.select(node.key());
          }
        });
    model.picture().subscribe(picture -> fill(picture.graph().nodes()));
    model.selected().subscribe(this::choose);
  }

  private OntologyGraph graph() {
    return model.picture().get().graph();
  }

  private void text(String name, double width, Function<GraphNode, String> value) {
    TableColumn<GraphNode, String> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    getColumns().add(column);
  }

  private void number(String name, Function<GraphNode, Long> value) {
    TableColumn<GraphNode, Long> column = new TableColumn<>(name);
    column.setPrefWidth(90);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    getColumns().add(column);
  }

  private String modules(GraphNode node) {
    List<String> names =
        graph().hulls().stream()
            .filter(hull -> hull.members().contains(node.key()))
            .map(GraphHull::label)
            .map(GraphTexts::shortLabel)
            .toList();
    return String.join(", ", names);
  }

  private void fill(List<GraphNode> nodes) {
    filling = true;
    getItems().setAll(nodes);
    filling = false;
    choose(model.selected().get());
  }

  private void choose(EntityKey key) {
    GraphNode present = getSelectionModel().getSelectedItem();
    if (present != null && present.key().equals(key)) {
      return;
    }
    for (int i = 0; i < getItems().size(); i++) {
      if (getItems().get(i).key().equals(key)) {
        filling = true;
        getSelectionModel().clearAndSelect(i);
        filling = false;
        scrollTo(Math.max(0, i - 4));
        return;
      }
    }
  }

  private void key(KeyEvent event) {
    Deed.of(Context.GRAPH, getScene(), event)
        .filter(this::perform)
        .ifPresent(deed -> event.consume());
  }

  /** Does to the chosen row what a key would do; false when it does nothing. */
  private boolean perform(Deed deed) {
    GraphNode chosen = getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return false;
    }
    switch (deed) {
      case GRAPH_OPEN -> open(chosen);
      case GRAPH_EXPAND -> model.expand(chosen.key());
      case GRAPH_CENTRE -> model.centreOn(chosen.key());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void open(GraphNode node) {
    if (!node.missing()) {
      model.open(node.key());
    }
  }
}
