package org.ontodraft.app.ui.submit;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The tab of {@link org.ontodraft.app.ui.common.Place.Submit}. */
public final class SubmitPage implements Page {
  private final SubmitViewModel viewModel;
  private final SubmitView view;
  private final Node content;
  private final ObservableValue<String> title;

  /**
   * The page for the open draft of a workspace.
   *
   * @param fx where state that changed elsewhere is taken up: the FX thread
   */
  public SubmitPage(
      Workspace workspace,
      ReviewService reviews,
      TaskRunner tasks,
      Navigator navigator,
      Texts texts,
      Dates dates,
      Dialogs dialogs,
      ErrorPresenter errors,
      Executor fx) {
    viewModel = new SubmitViewModel(workspace, reviews, tasks, navigator, texts, dates, errors, fx);
    view = new SubmitView(viewModel, texts, dates, dialogs);
    content = new Fxml(texts).load(view);
    content.addEventFilter(KeyEvent.KEY_PRESSED, view::pressed);
    title = new ReadOnlyStringWrapper(texts.get("submit.tab"));
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public Node icon() {
    return new Icon(Glyph.PULL_REQUEST, "small-icon");
  }

  @Override
  public void focus() {
    view.focus();
  }

  @Override
  public void shown(boolean inFront) {
    viewModel.shown(inFront);
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
