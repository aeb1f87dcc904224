package org.ontodraft.app.ui.draft;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The tab that lists all drafts. Owns its view. */
final class DraftsPage implements Page {
  private final DraftsView view;
  private final ReadOnlyStringWrapper title;

  DraftsPage(DraftsView view, Texts texts) {
    this.view = view;
    this.title = new ReadOnlyStringWrapper(texts.get("draft.list.title"));
  }

  @Override
  public Node content() {
    return view;
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public Node icon() {
    return new Icon(Glyph.BRANCH);
  }

  @Override
  public void focus() {
    view.focusTable();
  }

  @Override
  public void perform(Deed deed) {
    view.perform(deed);
  }

  @Override
  public void close() {
    view.close();
  }
}
