package org.ontodraft.app.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.OntologyGraph;

/** The links of the chosen entity in words, beside the picture. */
final class GraphInspector extends VBox {
  private final GraphViewModel model;
  private final GraphTexts texts;
  private final Icon shape = new Icon(Glyph.CATEGORY, "large-icon", "strong-icon");
  private final Label name = new Label();
  private final Label about = new Label();
  private final StatusMark mark;
  private final ListView<Row> rows = new ListView<>();

  /** A heading with a count, or an entity at the other end of a link. */
  private sealed interface Row {
    record Heading(String text, int count) implements Row {}

    record End(GraphNode node, GraphLink link) implements Row {}
  }

  GraphInspector(GraphViewModel model, GraphTexts texts) {
    this.model = model;
    this.texts = texts;
    this.mark = new StatusMark(texts.plain());
    getStyleClass().add("graph-inspector");
    name.getStyleClass().add("heading-text");
    name.setWrapText(true);
    about.getStyleClass().addAll("small-text", "muted-text");
    about.setWrapText(true);
    Button open = new Button(texts.get("graph.open"));
    open.getStyleClass().add("compact");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(event -> model.open(model.selected().get()));
    VBox words = new VBox(new HBox(4, name, mark), about);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(shape, words, open);
    head.getStyleClass().add("graph-inspector-head");
    rows.setAccessibleText(texts.get("graph.links.name"));
    rows.setCellFactory(list -> new RowCell());
    rows.getStyleClass().add("graph-links");
    rows.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(rows, Priority.ALWAYS);
    getChildren().setAll(head, rows);
    model.picture().subscribe(picture -> show(open));
    model.selected().subscribe(key -> show(open));
  }

  private void show(Button open) {
    OntologyGraph graph = model.picture().get().graph();
    EntityKey key = model.selected().get();
    Optional<GraphNode> found = graph.node(key);
    shape.show(Glyph.of(key.type()));
    name.setText(found.map(node -> GraphTexts.shortLabel(node.label())).orElse(key.key()));
    mark.show(found.map(GraphNode::status).orElse(EntityStatus.UNCHANGED));
    String states = found.map(texts::states).orElse("");
    String type = texts.plain().type(key.type());
    about.setText(states.isEmpty() ? type : type + " \u00b7 " + states);
    open.setDisable(!model.exists(key));
    List<Row> made = new ArrayList<>();
    for (LinkKind kind : LinkKind.values()) {
      group(graph, key, kind, true, made);
      group(graph, key, kind, false, made);
    }
    rows.getItems().setAll(made);
  }

  private void group(
      OntologyGraph graph, EntityKey key, LinkKind kind, boolean out, List<Row> made) {
    List<Row.End> ends = new ArrayList<>();
    for (GraphLink link : graph.linksOf(key)) {
      if (link.kind() == kind && (out ? link.from() : link.to()).equals(key)) {
        graph.node(out ? link.to() : link.from()).ifPresent(n -> ends.add(new Row.End(n, link)));
      }
    }
    if (!ends.isEmpty()) {
      String direction = out ? ".out." : ".in.";
      made.add(
          new Row.Heading(
              texts.get("graph.group" + direction + kind.name().toLowerCase(Locale.ROOT)),
              ends.size()));
      made.addAll(ends);
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER
        && rows.getSelectionModel().getSelectedItem() instanceof Row.End end) {
      model.select(end.node().key());
      event.consume();
    }
  }

  private final class RowCell extends ListCell<Row> {
    private final StatusMark status = new StatusMark(texts.plain());
    private final Icon type = new Icon(Glyph.CATEGORY, "small-icon");
    private final Label name = new Label();
    private final Label change = new Label();
    private final HBox end = new HBox(status, type, name, change);

    RowCell() {
      name.setMinWidth(0);
      HBox.setHgrow(name, Priority.ALWAYS);
      change.getStyleClass().addAll("small-text", "muted-text");
      change.setMinWidth(USE_PREF_SIZE);
      end.getStyleClass().add("graph-end");
      setOnMouseClicked(event -> {
        if (event.getClickCount() == 2 && getItem() instanceof Row.End chosen) {
          model.select(chosen.node().key());
        }
      });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("graph-group");
      switch (row) {
        case Row.Heading heading -> {
          getStyleClass().add("graph-group");
          setText(texts.get("graph.group", heading.text(), heading.count()));
          setGraphic(null);
          setAccessibleText(null);
        }
        case Row.End(GraphNode node, GraphLink link) -> {
          status.show(node.status());
          type.show(Glyph.of(node.key().type()));
          name.setText(HiddenCharacters.shown(node.label()));
          change.setText(change(link));
          setText(null);
          setGraphic(end);
          setAccessibleText(
              texts.link(model.picture().get().graph(), link) + ". " + texts.states(node));
        }
        case null -> {
          setText(null);
          setGraphic(null);
          setAccessibleText(null);
        }
      }
    }

    private String change(GraphLink link) {
      return switch (link.change()) {
        case NONE -> "";
        case ADDED -> texts.get("graph.link.new");
        case REMOVED -> texts.get("graph.link.gone");
      };
    }
  }
}
