package org.ontodraft.app.ui.submit;

import java.util.List;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;

/** What is said of a submit that did not end as hoped. */
final class SubmitNotices {
  private final Texts texts;
  private final ErrorPresenter errors;

  SubmitNotices(Texts texts, ErrorPresenter errors) {
    this.texts = texts;
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

  /** A step failed; the other step to take is to try again. */
  Notice failed(SubmitOutcome.Failed failed, Runnable again) {
    Notice words = errors.notice(failed.refusal(), again);
    String onServer =
        failed.onServer().isEmpty()
            ? texts.get("submit.server.nothing")
            : texts.get("submit.server.branch", failed.onServer());
    return new Notice(
            words.kind(),
            words.title(),
            words.text(),
            texts.get("submit.unchanged") + " " + onServer,
            words.next(),
            words.code(),
            words.choices())
        .with(texts.get("submit.retry"), again);
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
