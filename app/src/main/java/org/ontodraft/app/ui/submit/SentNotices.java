package org.ontodraft.app.ui.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Submission;

/** What is said when a draft was sent, and what to do with it. */
final class SentNotices {
  private final Texts texts;
  private final PatchModel patches;

  SentNotices(Texts texts, PatchModel patches) {
    this.texts = texts;
    this.patches = patches;
  }

  Notice of(Submission sent) {
    @Nullable String url = sent.url();
    return url != null
        ? new Notice(
                Notice.Kind.DONE,
                texts.get("submit.sent.title", String.valueOf(sent.number())),
                url,
                "",
                texts.get("submit.sent.next"),
                "",
                List.of())
            .with(texts.get("submit.sent.copy"), () -> PatchPane.copy(url))
        : new Notice(
                Notice.Kind.DONE,
                texts.get("submit.pushed.title"),
                texts.get("submit.pushed.text", sent.branch(), sent.remote()),
                "",
                texts.get("submit.pushed.next", sent.branch()),
                "",
                List.of())
            .with(texts.get("submit.pushed.copy"), () -> PatchPane.copy(sent.branch()))
            .with(
                texts.get("submit.pushed.request"),
                () -> patches.requestToPull(sent, PatchPane::copy));
  }
}
