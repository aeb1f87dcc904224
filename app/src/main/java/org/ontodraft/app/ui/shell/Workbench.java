package org.ontodraft.app.ui.shell;

import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WebPages;
import org.ontodraft.app.ui.common.WorkspaceFeatures;
import org.ontodraft.app.ui.explorer.ExplorerView;
import org.ontodraft.app.ui.explorer.ExplorerViewModel;
import org.ontodraft.app.ui.problems.ProblemsView;
import org.ontodraft.app.ui.problems.ProblemsViewModel;

/**
 * All that belongs to one open workspace in the window, made together and closed together. FX
 * thread.
 */
record Workbench(
    WorkbenchViewModel viewModel,
    WorkbenchView view,
    ToolbarView toolbar,
    Parent root,
    WindowNavigator navigator,
    WorkspaceFeatures features,
    ExplorerViewModel explorer,
    ProblemsViewModel problems)
    implements AutoCloseable {

  /** What every workbench is made with. */
  record Tools(
      Texts texts,
      Fxml fxml,
      TaskRunner tasks,
      Executor fx,
      FeaturesFactory features,
      WebPages pages) {}

  /** What a workbench is made of later: its features, which know how to go about in it. */
  record Beginning(
      WorkbenchViewModel viewModel,
      WindowNavigator navigator,
      WorkspaceFeatures features,
      Tools tools)
      implements AutoCloseable {

    /** The workbench; toolbar and explorer are still to be shown. */
    Workbench make(ActionRegistry actions) {
      Texts texts = tools.texts();
      ExplorerViewModel explorer =
          new ExplorerViewModel(viewModel.workspace(), tools.tasks(), navigator, texts, tools.fx());
      ProblemsViewModel problems =
          new ProblemsViewModel(
              viewModel.workspace(), viewModel::edit, tools.tasks(), navigator, texts, tools.fx());
      ExplorerView explorerView = new ExplorerView(explorer, texts, actions);
      ProblemsView problemsView =
          new ProblemsView(problems, texts, () -> actions.run("view.problems"));
      ToolbarView toolbar = new ToolbarView(viewModel, features, texts, actions);
      WorkbenchView view =
          new WorkbenchView(
              viewModel,
              features,
              texts,
              actions,
              new WorkbenchView.Panes(toolbar, explorerView, problemsView, tools.fxml()));
      Parent root = tools.fxml().load(view);
      navigator.connect(features, explorer, view);
      return new Workbench(viewModel, view, toolbar, root, navigator, features, explorer, problems);
    }

    /** Gives it up before it became a workbench. */
    @Override
    public void close() {
      features.close();
    }
  }

  /**
   * Begins with a workspace.
   *
   * @param welcome goes back to the first screen
   */
  static Beginning begin(WorkbenchViewModel viewModel, Tools tools, Runnable welcome) {
    WindowNavigator navigator = new WindowNavigator(viewModel.tabs(), tools.pages(), welcome);
    return new Beginning(
        viewModel, navigator, tools.features().make(viewModel.workspace(), navigator), tools);
  }

  /** Closes the pages first, so that they keep what was typed; the view model is its owner's. */
  @Override
  public void close() {
    view.close();
    explorer.close();
    problems.close();
    features.close();
  }
}
