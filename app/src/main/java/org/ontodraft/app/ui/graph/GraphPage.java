package org.ontodraft.app.ui.graph;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/** The tab of a graph. Owns its view model. */
public final class GraphPage implements Page {
  private final GraphViewModel model;
  private final GraphView view;
  private final Node inspector;
  private final ReadOnlyStringWrapper title;

  /** A tab with this view of this model. */
  public GraphPage(GraphViewModel model, GraphView view, Texts texts) {
    this.model = model;
    this.view = view;
    this.inspector = view.inspector();
    this.title = new ReadOnlyStringWrapper(texts.get("graph.tab", model.focus().key()));
  }

  @Override
  public Node content() {
    return view.root();
  }

  @Override
  public Optional<Node> inspector() {
    return Optional.of(inspector);
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public Node icon() {
    return new Icon(Glyph.GRAPH);
  }

  @Override
  public ObservableValue<EntityStatus> status() {
    return model.status();
  }

  @Override
  public void focus() {
    view.focus();
  }

  @Override
  public void reveal(EntityKey entity) {
    model.select(entity);
  }

  @Override
  public void perform(Deed deed) {
    view.perform(deed);
  }

  @Override
  public void close() {
    model.close();
  }
}
