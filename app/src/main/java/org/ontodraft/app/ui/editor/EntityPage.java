package org.ontodraft.app.ui.editor;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.entity.EntityStatus;

/** The tab of one entity: the panel, and the inspector beside it. */
public final class EntityPage implements Page {
  private final EntityViewModel viewModel;
  private final EntityView view;
  private final EntityInspector inspector;

  /** What every panel is made with. */
  public record Tools(
      Texts texts, ErrorPresenter errors, Dates dates, Fxml fxml, Runnable undo, Runnable redo) {}

  /** The page over a view model, which it closes. */
  public EntityPage(EntityViewModel viewModel, Tools tools) {
    this.viewModel = viewModel;
    this.view =
        new EntityView(
            viewModel,
            tools.texts(),
            tools.errors(),
            tools.dates(),
            tools.undo(),
            tools.redo(),
            tools.fxml());
    this.inspector = new EntityInspector(viewModel, new EditorTexts(tools.texts(), tools.errors()));
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
    return viewModel.title();
  }

  @Override
  public Node icon() {
    return new Icon(Glyph.of(viewModel.key().type()), "small-icon");
  }

  @Override
  public ObservableValue<EntityStatus> status() {
    return viewModel.status();
  }

  @Override
  public void focus() {
    view.focus();
  }

  @Override
  public void goTo(String pointer) {
    view.goTo(pointer);
  }

  @Override
  public void perform(Deed deed) {
    view.perform(deed);
  }

  @Override
  public void close() {
    viewModel.close();
    view.close();
  }
}
