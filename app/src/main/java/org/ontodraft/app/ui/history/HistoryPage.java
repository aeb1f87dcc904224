package org.ontodraft.app.ui.history;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The tab that shows who changed an entity. Owns its view model. */
public final class HistoryPage implements Page {
  private final HistoryViewModel model;
  private final HistoryView view;
  private final ReadOnlyStringWrapper title;

  /** A tab with this view of this model. */
  public HistoryPage(HistoryViewModel model, HistoryView view, Texts texts) {
    this.model = model;
    this.view = view;
    this.title = new ReadOnlyStringWrapper(texts.get("history.tab", model.key().key()));
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
