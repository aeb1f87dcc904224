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

  /**
   * Makes the workbench of a workspace.
   *
   * @param welcome goes back to the first screen
   */
  static Workbench make(
      WorkbenchViewModel viewModel, ActionRegistry actions, Tools tools, Runnable welcome) {
    Texts texts = tools.texts();
    WindowNavigator navigator = new WindowNavigator(viewModel.tabs(), tools.pages(), welcome);
    WorkspaceFeatures features = tools.features().make(viewModel.workspace(), navigator);
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
            new WorkbenchView.Panes(
                toolbar,
                tools.fxml().load(toolbar),
                explorerView,
                tools.fxml().load(explorerView),
                problemsView,
                tools.fxml().load(problemsView)));
    Parent root = tools.fxml().load(view);
    navigator.connect(features, explorer, view);
    return new Workbench(viewModel, view, toolbar, root, navigator, features, explorer, problems);
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
