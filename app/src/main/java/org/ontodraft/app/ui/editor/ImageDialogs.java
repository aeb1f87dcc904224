package org.ontodraft.app.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.entity.EntityKey;

/** Asks for image files and puts them into the draft. FX thread. */
public final class ImageDialogs {
  private static final List<String> PATTERNS =
      List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.svg", "*.webp");

  private final FormServices services;
  private final Dialogs dialogs;
  private final ErrorPresenter errors;
  private final Texts texts;
  private final Consumer<Runnable> withDraft;

  /**
   * Dialogs of a workspace.
   *
   * @param withDraft runs what needs a draft: at once, or once one was started
   */
  public ImageDialogs(
      FormServices services,
      Dialogs dialogs,
      ErrorPresenter errors,
      Texts texts,
      Consumer<Runnable> withDraft) {
    this.services = services;
    this.dialogs = dialogs;
    this.errors = errors;
    this.texts = texts;
    this.withDraft = withDraft;
  }

  /** See {@link org.ontodraft.app.ui.common.Navigator#addImage}. */
  public void add(Optional<EntityKey> to, Optional<Path> file) {
    withDraft.accept(() -> {
      Optional<Path> chosen =
          file.or(() ->
              dialogs.files().file(texts.get("media.choose"), texts.get("media.kind"), PATTERNS));
      Optional<DraftSession> session = services.workspace().draft().get();
      if (chosen.isPresent() && session.isPresent()) {
        add(session.get(), to, chosen.get());
      }
    });
  }

  private void add(DraftSession session, Optional<EntityKey> to, Path file) {
    services
        .tasks()
        .inOrder(
            "edits",
            BackgroundTask.of(
                    "add image",
                    progress -> services.workspace().images().add(session, file, to.orElse(null)))
                .onSuccess(outcome -> {
                  switch (outcome) {
                    case Outcome.Done<EntityKey>(EntityKey key) ->
                        services.navigator().openEntity(key);
                    case Outcome.Refused<EntityKey>(var refusal) -> errors.show(refusal);
                  }
                }));
  }
}
