package org.ontodraft.app.ui.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.submit.Outbox;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.submit.WaitingSubmit;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;

/** What is said of a submit that did not end as hoped. */
final class SubmitNotices {
  private final Texts texts;
  private final Dates dates;
  private final ErrorPresenter errors;

  SubmitNotices(Texts texts, Dates dates, ErrorPresenter errors) {
    this.texts = texts;
    this.dates = dates;
    this.errors = errors;
  }

  /**
   * Upstream moved.
   *
   * @param show shows what moves
   * @param anyway sends on the old base
   */
  Notice moved(SubmitOutcome.UpstreamMoved moved, Runnable show, Runnable anyway) {
    return new Notice(
        Notice.Kind.WARNING,
        texts.get("submit.moved.title"),
        texts.get(
            moved.plan().clean() ? "submit.moved.clean" : "submit.moved.open",
            moved.plan().onto().shortCommit()),
        texts.get("submit.moved.safe"),
        "",
        "",
        List.of(
            new Notice.Choice(texts.get("submit.moved.show"), show),
            new Notice.Choice(texts.get("submit.moved.old-base"), anyway)));
  }

  /**
   * A step failed; the other step to take is to try again.
   *
   * @param later lets it wait for its server, where that may help
   */
  Notice failed(SubmitOutcome.Failed failed, Runnable again, Runnable later) {
    Notice words = errors.notice(failed.refusal(), again);
    String onServer =
        failed.onServer().isEmpty()
            ? texts.get("submit.server.nothing")
            : texts.get("submit.server.branch", failed.onServer());
    Notice retried =
        new Notice(
                words.kind(),
                words.title(),
                words.text(),
                texts.get("submit.unchanged") + " " + onServer,
                words.next(),
                words.code(),
                words.choices())
            .with(texts.get("submit.retry"), again);
    return Outbox.mayPass(failed.refusal())
        ? retried.with(texts.get("submit.later"), later)
        : retried;
  }

  /** It waits to be sent by itself, or did and asks. */
  Notice waiting(WaitingSubmit waiting, Runnable now, Runnable never) {
    @Nullable Refusal stopped = waiting.stopped();
    Notice words =
        stopped == null
            ? new Notice(
                Notice.Kind.INFO,
                texts.get("submit.waiting.title"),
                texts.get("submit.waiting.text", dates.moment(waiting.since())),
                texts.get("submit.unchanged"),
                texts.get("submit.waiting.next"),
                "",
                List.of())
            : errors.notice(stopped);
    return words
        .with(texts.get("submit.waiting.now"), now)
        .with(texts.get("submit.waiting.never"), never);
  }

  /** It was stopped. */
  Notice cancelled() {
    return new Notice(
        Notice.Kind.INFO,
        texts.get("submit.cancelled.title"),
        texts.get("submit.cancelled.text"),
        texts.get("submit.unchanged"),
        "",
        "",
        List.of());
  }
}
