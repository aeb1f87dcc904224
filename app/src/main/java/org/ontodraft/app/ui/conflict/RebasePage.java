package org.ontodraft.app.ui.conflict;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.entity.EntityStatus;

/** The tab that lists what moving the draft would do. Owns its view model. */
public final class RebasePage implements Page {
  private final RebaseViewModel model;
  private final RebaseView view;
  private final ReadOnlyStringWrapper title;
  private final SimpleObjectProperty<EntityStatus> status =
      new SimpleObjectProperty<>(EntityStatus.UNCHANGED);

  /** A tab with this view of this model. */
  public RebasePage(RebaseViewModel model, RebaseView view, Texts texts) {
    this.model = model;
    this.view = view;
    this.title = new ReadOnlyStringWrapper(texts.get("rebase.tab"));
    model
        .standing()
        .subscribe(standing ->
            status.set(
                standing instanceof RebaseStanding.Moved moved && !moved.plan().clean()
                    ? EntityStatus.CONFLICTED
                    : EntityStatus.UNCHANGED));
  }

  @Override
  public Node content() {
    return view.root();
  }

  @Override
  public Optional<Node> side() {
    return Optional.of(view.decisions());
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
  public ObservableValue<EntityStatus> status() {
    return status;
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
