package org.ontodraft.app.ui.settings;

import javafx.scene.Parent;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.store.DatabasePasswords;
import org.ontodraft.app.service.store.Databases;
import org.ontodraft.app.service.workspace.StorePlaces;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.service.workspace.WorkspaceInfo;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Texts;

/** Shows where the open ontology is kept, to keep it elsewhere. FX thread. */
public final class DatabaseDialog {
  private final Databases databases;
  private final StorePlaces places;
  private final DatabasePasswords passwords;
  private final SettingsService settings;
  private final TaskRunner tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final ErrorPresenter words;

  /** Dialogs of a window. */
  public DatabaseDialog(
      Databases databases,
      StorePlaces places,
      DatabasePasswords passwords,
      SettingsService settings,
      TaskRunner tasks,
      Dialogs dialogs,
      Texts texts,
      ErrorPresenter words) {
    this.databases = databases;
    this.places = places;
    this.passwords = passwords;
    this.settings = settings;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.texts = texts;
    this.words = words;
  }

  /**
   * Shows the database of a workspace.
   *
   * @param reopen opens the workspace again, after another place was chosen
   */
  public void show(Workspace workspace, Runnable reopen) {
    Pane pane = pane(workspace, reopen);
    dialogs.show(
        texts.get("database.title", workspace.info().name()), pane.content(), pane.leave());
    pane.focus().run();
  }

  /**
   * What the dialog shows, to stand elsewhere as well.
   *
   * @param focus puts the focus where work begins
   * @param leave lets go of it; what is under way is stopped
   */
  record Pane(Parent content, Runnable focus, Runnable leave) {}

  /** The database of a workspace. */
  Pane pane(Workspace workspace, Runnable reopen) {
    WorkspaceInfo info = workspace.info();
    StoreSwitchViewModel switching =
        new StoreSwitchViewModel(workspace.storeSwitch(), places, info.id(), tasks);
    DatabaseViewModel viewModel =
        new DatabaseViewModel(
            new DatabaseViewModel.Parts(databases, passwords, settings, tasks, switching, reopen),
            info);
    DatabaseView view = new DatabaseView(viewModel, texts, dialogs, words);
    return new Pane(new Fxml(texts).load(view), view::focus, switching::cancel);
  }
}
