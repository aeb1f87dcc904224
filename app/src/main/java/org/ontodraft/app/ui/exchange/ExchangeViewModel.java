package org.ontodraft.app.ui.exchange;

import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftExchange;
import org.ontodraft.app.service.exchange.Examined;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;

/** Drafts to files and from them, off the FX thread and behind edits under way. FX thread. */
public final class ExchangeViewModel {
  private static final String QUEUE = "edits";
  private static final int NAME_LENGTH = 80;

  private final DraftExchange exchange;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;

  /** Refusals are shown by the presenter. */
  public ExchangeViewModel(DraftExchange exchange, TaskRunner tasks, ErrorPresenter errors) {
    this.exchange = exchange;
    this.tasks = tasks;
    this.errors = errors;
  }

  /** A name for a draft's file that every system takes. */
  static String fileName(String title) {
    String safe = title.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    String cut = safe.substring(0, Math.min(NAME_LENGTH, safe.length()));
    return cut.isEmpty() ? "draft" : cut;
  }

  void export(UUID draft, Path file, Consumer<Path> done) {
    run(
        "export draft",
        "export",
        String.valueOf(file),
        progress -> exchange.export(draft, file),
        done);
  }

  void examine(Path file, Consumer<Examined> done) {
    read("examine file", String.valueOf(file), progress -> exchange.examine(file), done);
  }

  void examine(String text, Consumer<Examined> done) {
    read("examine text", "", progress -> exchange.examine(text), done);
  }

  void take(Examined.OfDraft draft, String title, Consumer<DraftSession> done) {
    take("import draft", title, progress -> exchange.take(draft, title.strip(), progress), done);
  }

  void take(Examined.OfPush push, String title, Consumer<DraftSession> done) {
    take("import push", title, progress -> exchange.take(push, title.strip(), progress), done);
  }

  /** Until all of it is in the store, nothing of it is, so it can be stopped. */
  private void take(
      String name,
      String title,
      Function<Progress, DraftSession> taking,
      Consumer<DraftSession> done) {
    run(
        name,
        JobNote.<Outcome<?>>of("import-draft", title)
            .stoppable()
            .repeatable(() -> take(name, title, taking, done)),
        progress -> Outcome.done(taking.apply(progress)),
        done);
  }

  /** A use case that blocks. */
  private interface UseCase<T> {
    Outcome<T> run(Progress progress);
  }

  private <T> void run(String name, String job, String subject, UseCase<T> work, Consumer<T> done) {
    run(
        name,
        JobNote.<Outcome<?>>of(job, subject).repeatable(() -> run(name, job, subject, work, done)),
        work,
        done);
  }

  /** Reading changes nothing, so it can be stopped at any time. */
  private void read(String name, String subject, UseCase<Examined> work, Consumer<Examined> done) {
    run(
        name,
        JobNote.<Outcome<?>>of("examine", subject)
            .stoppable()
            .repeatable(() -> read(name, subject, work, done)),
        work,
        done);
  }

  private <T> void run(String name, JobNote<Outcome<?>> note, UseCase<T> work, Consumer<T> done) {
    tasks.inOrder(
        QUEUE,
        BackgroundTask.of(name, work::run)
            .asJob(note.refusing(Outcome::failure))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<T>(T value) -> done.accept(value);
                case Outcome.Refused<T>(Refusal refusal) -> errors.show(refusal);
              }
            }));
  }
}
