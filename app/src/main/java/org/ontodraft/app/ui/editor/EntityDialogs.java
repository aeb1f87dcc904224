package org.ontodraft.app.ui.editor;

import java.util.Optional;
import java.util.function.Consumer;
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
  private final Workspace workspace;
  private final DraftEdits edits;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Pause pause;
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
    this.workspace = workspace;
    this.edits = edits;
    this.tasks = tasks;
    this.navigator = navigator;
    this.pause = pause;
    this.dialogs = dialogs;
    this.errors = errors;
    this.texts = new EditorTexts(texts, errors);
    this.withDraft = withDraft;
  }

  /** See {@link Navigator#newEntity}. */
  public void create(EntityType type, Optional<EntityKey> parent) {
    withDraft.accept(
        () -> ask(new NewEntityViewModel(type, parent, workspace, edits, tasks, navigator, pause)));
  }

  private void ask(NewEntityViewModel entity) {
    NewEntityForm form = new NewEntityForm(entity, texts, errors);
    dialogs.form(
        texts.get("editor.new.title"),
        form,
        texts.get("editor.new.create"),
        entity.complete(),
        form.first(),
        () -> entity.create(() -> ask(entity)));
  }
}
