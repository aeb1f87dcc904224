package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.model.entity.EntityDocument;

/**
 * What was typed last into files that nobody looks at any more.
 *
 * @param before what the entity was when it was typed
 */
record LastTyping(RawEntity files, EntityDocument before, List<String> typed) {
  /**
   * Keeps it in the queue of the edits, which is emptied before the program ends. FX thread.
   *
   * @param left takes what could not be kept
   */
  void keep(DraftEdits edits, Optional<DraftSession> session, Consumer<List<String>> left) {
    AtomicBoolean read = new AtomicBoolean();
    edits.send(
        session,
        draft -> {
          if (files.read(typed) instanceof RawReading.Read(EntityDocument document)) {
            read.set(true);
            return draft.replace(files.key(), before, document);
          }
          return Outcome.done(draft.effective().get());
        },
        new Reply() {
          @Override
          public void kept() {
            if (!read.get()) {
              left.accept(typed);
            }
          }

          @Override
          public void refused(Refusal refusal) {
            left.accept(typed);
          }

          @Override
          public void failed() {
            left.accept(typed);
          }
        });
  }
}
