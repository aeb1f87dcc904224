package org.ontodraft.app.ui.activity;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.entity.EntityStatus;

/** The tab of the jobs. Owns its view model. */
public final class ActivityPage implements Page {
  private final ActivityViewModel model;
  private final ActivityView view;
  private final ReadOnlyStringWrapper title;
  private final SimpleObjectProperty<EntityStatus> status =
      new SimpleObjectProperty<>(EntityStatus.UNCHANGED);

  /** A tab with a view of this model. */
  public ActivityPage(ActivityViewModel model, Texts texts) {
    this.model = model;
    this.view = new ActivityView(model, texts);
    this.title = new ReadOnlyStringWrapper(texts.get("activity.title"));
  }

  @Override
  public Node content() {
    return view.root();
  }

  @Override
  public Optional<Node> inspector() {
    return Optional.empty();
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public Node icon() {
    return new Icon(Glyph.HISTORY);
  }

  @Override
  public ObservableValue<EntityStatus> status() {
    return status;
  }

  @Override
  public void focus() {
    view.focus();
  }

  @Override
  public void close() {
    model.close();
  }
}
