package org.ontodraft.app.ui.editor;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Asks what to create. FX thread. */
public final class EntityDialogs {
  private final FormServices services;
  private final Dialogs dialogs;
  private final ErrorPresenter errors;
  private final EditorTexts texts;
  private final Consumer<Runnable> withDraft;

  /**
   * Dialogs of a workspace.
   *
   * @param withDraft runs what needs a draft: at once, or once one was started
   */
  public EntityDialogs(
      Workspace workspace,
      DraftEdits edits,
      TaskRunner tasks,
      Navigator navigator,
      Pause pause,
      Dialogs dialogs,
      ErrorPresenter errors,
      Texts texts,
      Consumer<Runnable> withDraft) {
    this.services = new FormServices(workspace, edits, tasks, navigator, pause, this::begin);
    this.dialogs = dialogs;
    this.errors = errors;
    this.texts = new EditorTexts(texts, errors);
    this.withDraft = withDraft;
  }

  /** What every form of the workspace works with. */
  public FormServices services() {
    return services;
  }

  /** See {@link Navigator#newEntity}. */
  public void create(EntityType type, Optional<EntityKey> parent) {
    withDraft.accept(() -> ask(CreationPath.of(type, parent, services)));
  }

  private void begin(EntityCreation.Wish wish) {
    ask(CreationPath.of(wish, services));
  }

  private void ask(CreationPath path) {
    CreationPane pane = new CreationPane(path, texts, errors);
    Runnable close =
        dialogs.staying(
            texts.get("editor.new.title"),
            pane,
            texts.get("editor.new.create"),
            pane.complete(),
            pane.first(),
            () -> path.create(services.navigator()::openEntity),
            path::cancel);
    path.levels()
        .addListener(
            (ListChangeListener<CreationPath.Level>)
                change -> {
                  if (path.levels().isEmpty()) {
                    close.run();
                  }
                });
  }
}
