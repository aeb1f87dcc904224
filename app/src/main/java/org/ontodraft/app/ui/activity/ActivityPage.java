package org.ontodraft.app.ui.activity;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The tab of the jobs. Owns its view model. */
public final class ActivityPage implements Page {
  private final ActivityViewModel model;
  private final ActivityView view;
  private final ReadOnlyStringWrapper title;

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
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public Node icon() {
    return new Icon(Glyph.HISTORY);
  }

  @Override
  public void focus() {
    view.focus();
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
