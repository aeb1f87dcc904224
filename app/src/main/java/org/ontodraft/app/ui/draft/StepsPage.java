package org.ontodraft.app.ui.draft;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The tab that lists the steps of the open draft. */
public final class StepsPage implements Page {
  private final StepsViewModel viewModel;
  private final StepsView view;
  private final ReadOnlyStringWrapper title;

  /**
   * Over the open draft of a workspace.
   *
   * @param fx runs on the FX thread
   */
  public StepsPage(
      Workspace workspace,
      TaskRunner tasks,
      Navigator navigator,
      Dialogs dialogs,
      Texts texts,
      Dates dates,
      ErrorPresenter errors,
      Executor fx) {
    this.viewModel = new StepsViewModel(workspace, tasks, texts, dates, errors, fx);
    this.view = new StepsView(viewModel, texts, navigator, dialogs);
    this.title = new ReadOnlyStringWrapper(texts.get("place.steps"));
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
    return new Icon(Glyph.HISTORY);
  }

  @Override
  public void focus() {
    view.focusList();
  }

  @Override
  public void perform(Deed deed) {
    view.perform(deed);
  }

  @Override
  public void close() {
    viewModel.close();
  }
}
