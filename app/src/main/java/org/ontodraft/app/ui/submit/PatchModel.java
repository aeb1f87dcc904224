package org.ontodraft.app.ui.submit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.submit.PatchFile;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Submission;

/** What would be sent, as a file or words to hand on by other ways. FX thread. */
final class PatchModel {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final DescriptionModel words;
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");

  PatchModel(
      Workspace workspace,
      TaskRunner tasks,
      Texts texts,
      ErrorPresenter errors,
      DescriptionModel words) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    this.errors = errors;
    this.words = words;
  }

  /** What was done last, in a sentence; empty before anything was. */
  ReadOnlyStringProperty done() {
    return done.getReadOnlyProperty();
  }

  /** Writes the patch over a file. */
  void save(Path file) {
    make(
        patch -> {
          try {
            Files.write(file, patch.bytes());
            return Outcome.done(patch);
          } catch (IOException failed) {
            return Outcome.refused("SUBMIT-06", file, String.valueOf(failed.getMessage()));
          }
        },
        patch -> done.set(said("submit.patch.saved", patch, file)));
  }

  /** Hands the patch over as text. */
  void copy(Consumer<String> clipboard) {
    make(
        Outcome::done,
        patch -> {
          clipboard.accept(new String(patch.bytes(), StandardCharsets.UTF_8));
          done.set(said("submit.patch.copied", patch, patch.name()));
        });
  }

  private String said(String key, PatchFile patch, Object name) {
    return texts.get(key, name, patch.carriageReturns() ? "git am --keep-cr" : "git am");
  }

  private interface Use {
    Outcome<PatchFile> of(PatchFile patch);
  }

  private void make(Use use, Consumer<PatchFile> made) {
    String title = words.title().get();
    String body = words.whole();
    workspace
        .draft()
        .get()
        .ifPresent(session ->
            tasks.latest(
                "patch",
                BackgroundTask.of(
                        "patch",
                        progress ->
                            switch (workspace.submits().patch(session, title, body)) {
                              case Outcome.Refused<PatchFile> refused -> refused;
                              case Outcome.Done<PatchFile> ready -> use.of(ready.value());
                            })
                    .onSuccess(outcome -> {
                      switch (outcome) {
                        case Outcome.Done<PatchFile> ready -> made.accept(ready.value());
                        case Outcome.Refused<PatchFile> refused -> errors.show(refused.refusal());
                      }
                    })));
  }

  /** Hands words over that ask somebody to pull what was sent. */
  void requestToPull(Submission sent, Consumer<String> clipboard) {
    tasks.latest(
        "request-pull",
        BackgroundTask.of("request to pull", progress -> workspace.submits().requestToPull(sent))
            .onSuccess(found -> found.ifPresent(clipboard)));
  }
}
