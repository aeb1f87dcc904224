package org.ontodraft.app.service.exchange;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftFileCodec;
import org.ontodraft.model.exchange.DraftFileReading;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.exchange.PortableDraft;

/**
 * Drafts from one store to another, as they are, in the form of their files: what a file cannot
 * hold would not arrive. Blocking; not for the FX thread.
 */
public final class DraftMove {
  private final DraftTransfer from;
  private final DraftTransfer to;
  private final String program;
  private final InstantSource clock;

  /**
   * Between two stores of one ontology.
   *
   * @param program the version of this program
   */
  public DraftMove(DraftTransfer from, DraftTransfer to, String program, InstantSource clock) {
    this.from = from;
    this.to = to;
    this.program = program;
    this.clock = clock;
  }

  /**
   * Puts a draft into the other store under the same ids. It stays in the first: who moves it
   * deletes it there when this is done. Doing it again changes nothing.
   */
  public Outcome<UUID> copy(UUID draft) {
    return from.read(draft)
        .map(found -> copy(found))
        .orElseGet(() -> Outcome.refused("DRAFT-05", draft));
  }

  private Outcome<UUID> copy(PortableDraft draft) {
    byte[] file =
        DraftFileCodec.write(new DraftFile(program, clock.instant(), List.of(), null, draft));
    return switch (DraftFileCodec.read(file)) {
      case DraftFileReading.Read(DraftFile read) when read.draft().equals(draft) -> put(draft);
      case DraftFileReading.Read differs -> lost(draft);
      case DraftFileReading.Refused refused -> lost(draft);
    };
  }

  private static Outcome<UUID> lost(PortableDraft draft) {
    return Outcome.refused("EXCHANGE-05", draft.title());
  }

  private Outcome<UUID> put(PortableDraft draft) {
    if (to.write(draft) || to.read(draft.id()).filter(draft::equals).isPresent()) {
      return Outcome.done(draft.id());
    }
    return Outcome.refused("EXCHANGE-04", draft.title());
  }
}
