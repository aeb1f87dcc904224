package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.draft.StaleEdit;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import tools.jackson.databind.JsonNode;

/** Asks whose value stays where another session's write came first. FX thread. */
final class StaleEditNotices implements AutoCloseable {
  private static final String STALE = "DRAFT-10";
  private static final int LONGEST_VALUE = 300;

  private final DraftSession session;
  private final TaskRunner tasks;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final NoticeBoard board;
  private final Subscription subscription;
  private List<Notice> shown = List.of();

  /**
   * Follows a draft.
   *
   * @param fx where changes are taken up: the FX thread
   */
  StaleEditNotices(
      DraftSession session,
      TaskRunner tasks,
      Texts texts,
      ErrorPresenter errors,
      NoticeBoard board,
      Executor fx) {
    this.session = session;
    this.errors = errors;
    this.tasks = tasks;
    this.texts = texts;
    this.board = board;
    this.subscription = session.stale().follow(list -> fx.execute(this::show));
    show();
  }

  private void show() {
    shown.forEach(board::dismiss);
    shown = session.stale().get().stream().map(this::notice).toList();
    shown.forEach(board::show);
  }

  private Notice notice(StaleEdit stale) {
    String place =
        stale.field().isEmpty()
            ? stale.key().toString()
            : texts.get("stale.place", stale.key(), stale.field());
    Notice notice =
        new Notice(
                Notice.Kind.WARNING,
                texts.get("stale.title", place),
                texts.get("stale.values", words(stale.myValue()), words(stale.theirValue())),
                texts.get("stale.safe"),
                texts.get("stale.next"),
                STALE,
                List.of())
            .with(texts.get("stale.theirs"), () -> takeTheirs(stale));
    return stale.mine() == null && stale.theirs() != null && !stale.field().isEmpty()
        ? notice
        : notice.with(texts.get("stale.mine"), () -> keepMine(stale));
  }

  private String words(@Nullable JsonNode value) {
    if (value == null || value.isMissingNode() || value.isNull()) {
      return texts.get("stale.nothing");
    }
    String text = value.isString() ? value.stringValue() : value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "\u2026";
  }

  private void keepMine(StaleEdit stale) {
    tasks.inOrder(
        "edits",
        BackgroundTask.of("keep mine", progress -> session.keepMine(stale))
            .onSuccess(outcome -> {
              // A third value asks again by itself.
              if (outcome instanceof Outcome.Refused<?>(Refusal refusal)
                  && !refusal.code().equals(STALE)) {
                errors.show(refusal);
              }
            }));
  }

  private void takeTheirs(StaleEdit stale) {
    tasks.inOrder(
        "edits",
        BackgroundTask.of(
            "take theirs",
            progress -> {
              session.takeTheirs(stale);
              return Outcome.done(stale);
            }));
  }

  @Override
  public void close() {
    subscription.close();
    shown.forEach(board::dismiss);
  }
}
