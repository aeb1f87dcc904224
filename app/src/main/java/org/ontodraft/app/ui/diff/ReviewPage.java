package org.ontodraft.app.ui.diff;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.entity.EntityKey;

/** A tab that shows what differs. Owns its view model. */
public final class ReviewPage implements Page {
  private final ReviewViewModel model;
  private final ReviewView view;
  private final ReadOnlyStringWrapper title;

  private final Glyph icon;

  /** A tab with this view of this model. */
  public ReviewPage(ReviewViewModel model, ReviewView view, String title, Glyph icon) {
    this.model = model;
    this.view = view;
    this.title = new ReadOnlyStringWrapper(title);
    this.icon = icon;
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
    return new Icon(icon);
  }

  @Override
  public void focus() {
    view.focus();
  }

  @Override
  public void reveal(EntityKey key) {
    model.reveal(key);
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
