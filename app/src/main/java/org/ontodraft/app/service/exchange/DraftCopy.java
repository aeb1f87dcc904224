package org.ontodraft.app.service.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftSource;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.exchange.PortableDraft;

/** A draft made of another: the same work, and a life of its own. */
public final class DraftCopy {
  private DraftCopy() {}

  /**
   * The copy. It has new ids, so that it can stand beside the draft it was made of, and begins
   * before any submit: a pull request is the other's.
   *
   * @param source how it came to be
   */
  public static PortableDraft of(
      PortableDraft draft, String title, DraftSource source, Instant now) {
    UUID id = UUID.randomUUID();
    List<DraftStep> steps = draft.steps().stream().map(step -> copy(step, id)).toList();
    return new PortableDraft(
        id,
        title,
        draft.description(),
        draft.comment(),
        DraftStatus.DRAFT,
        source,
        draft.base(),
        draft.createdAt(),
        now,
        null,
        null,
        null,
        null,
        draft.changes(),
        steps,
        draft.intents(),
        draft.resolutions(),
        List.of());
  }

  private static DraftStep copy(DraftStep step, UUID draft) {
    boolean single = step.edits().size() == 1;
    UUID id = UUID.randomUUID();
    List<DraftEdit> edits =
        step.edits().stream()
            .map(edit ->
                new DraftEdit(
                    single ? id : UUID.randomUUID(),
                    draft,
                    edit.sequence(),
                    edit.kind(),
                    edit.key(),
                    edit.field(),
                    edit.forward(),
                    edit.inverse(),
                    edit.at(),
                    id))
            .toList();
    return new DraftStep(edits, step.intents());
  }
}
