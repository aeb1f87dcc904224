package org.ontodraft.app.ui.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;

/** Writes a review out, off the thread that asks for it. */
final class ReviewWriting {
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Texts texts;
  private final Consumer<String> done;

  /**
   * Writes by these tasks.
   *
   * @param done told what was done, for a person
   */
  ReviewWriting(TaskRunner tasks, ErrorPresenter errors, Texts texts, Consumer<String> done) {
    this.tasks = tasks;
    this.errors = errors;
    this.texts = texts;
    this.done = done;
  }

  /** Writes Markdown and hands it over. */
  void markdown(ReviewContent content, Consumer<String> receiver) {
    tasks.start(
        BackgroundTask.of("review-markdown", progress -> new ReviewMarkdown(texts).write(content))
            .onSuccess(text -> {
              receiver.accept(text);
              done.accept(texts.get("review.copied.markdown"));
            }));
  }

  /** Saves a page of HTML. */
  void html(String title, ReviewContent content, Path file) {
    tasks.start(
        BackgroundTask.of("review-html", progress -> saved(title, content, file))
            .asJob(
                JobNote.<Path>of("save-review", file.toString())
                    .repeatable(() -> html(title, content, file)))
            .onSuccess(path -> done.accept(texts.get("review.exported", path.getFileName())))
            .onFailure(
                failure -> errors.show(Refusal.of("REVIEW-02", file, failure.getMessage()))));
  }

  private Path saved(String title, ReviewContent content, Path file) throws IOException {
    return Files.writeString(file, new ReviewHtml(texts).write(title, content));
  }
}
