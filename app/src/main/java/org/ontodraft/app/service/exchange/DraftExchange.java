package org.ontodraft.app.service.exchange;

import java.nio.file.Path;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;

/** Drafts to files and from them. Blocking; not for the FX thread. */
public interface DraftExchange {
  /** Writes a draft to a file, whole or not at all; a file that is there is replaced. */
  Outcome<Path> export(UUID draft, Path file);

  /** Reads a draft's file or a wiki's push. Changes nothing. */
  Outcome<Examined> examine(Path file);

  /** The same of a text from somewhere else, such as the clipboard. */
  Outcome<Examined> examine(String text);

  /**
   * Makes a draft of its own of a file that was examined, and opens it.
   *
   * @throws java.util.concurrent.CancellationException when it was stopped; then there is no draft
   */
  DraftSession take(Examined.OfDraft examined, String title, Progress progress);

  /**
   * Makes a draft of the changes of a push that can be made, and opens it.
   *
   * @throws java.util.concurrent.CancellationException when it was stopped; then there is no draft
   */
  DraftSession take(Examined.OfPush examined, String title, Progress progress);

  /** The same for callers that cannot stop it. */
  default DraftSession take(Examined.OfDraft examined, String title) {
    return take(examined, title, Progress.none());
  }

  /** The same for callers that cannot stop it. */
  default DraftSession take(Examined.OfPush examined, String title) {
    return take(examined, title, Progress.none());
  }
}
