package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Asks what to create, and whether to delete. FX thread. */
public final class EntityDialogs {
  private static final int NAMED = 8;

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

  /** See {@link Navigator#deleteEntity}. */
  public void delete(EntityKey key) {
    withDraft.accept(() -> {
      DraftOverlay overlay = workspace.effective().get();
      tasks.latest(
          "where used",
          BackgroundTask.of("where used", progress -> UsageGroup.of(overlay, key))
              .onSuccess(usages -> askToDelete(overlay, key, usages)));
    });
  }

  private void askToDelete(DraftOverlay overlay, EntityKey key, List<UsageGroup> usages) {
    String label = overlay.find(key).map(found -> found.label()).orElse(key.key());
    dialogs.confirm(
        texts.get("editor.delete.title", texts.plain().type(key.type()), label),
        question(usages),
        texts.get("editor.delete.do"),
        () -> edits.send(edits.openDraft(), draft -> draft.delete(key), new Deleted()));
  }

  /** What refers to the entity, by group, and that the deletion can be undone. */
  String question(List<UsageGroup> usages) {
    if (usages.isEmpty()) {
      return texts.get("editor.delete.unused");
    }
    long count = usages.stream().mapToLong(group -> group.sources().size()).sum();
    String groups = usages.stream().map(this::named).collect(Collectors.joining("\n"));
    return texts.get("editor.delete.used", count, groups);
  }

  private String named(UsageGroup group) {
    String names =
        group.sources().stream()
            .limit(NAMED)
            .map(source -> source.key().key())
            .collect(Collectors.joining(", "));
    int more = group.sources().size() - NAMED;
    return texts.get(
        "editor.delete.group",
        texts.usage(group),
        more > 0 ? texts.get("editor.and-more", names, more) : names);
  }

  private final class Deleted implements Reply {
    @Override
    public void kept() {}

    @Override
    public void refused(Refusal reason) {
      errors.show(reason);
    }

    @Override
    public void failed() {}
  }
}
