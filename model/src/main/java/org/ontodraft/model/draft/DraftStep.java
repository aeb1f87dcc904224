package org.ontodraft.model.draft;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ontodraft.model.entity.EntityKey;

/**
 * Edits of a draft that were made together and are journaled, stored and undone together.
 *
 * @param edits at least one, each of another entity; all of one step, draft, sequence, kind and
 *     time
 * @param intents what they mean together, beyond what each says: made by an edit or redo, taken
 *     back by an undo
 */
public record DraftStep(List<DraftEdit> edits, List<DraftIntent> intents) {
  /**
   * @throws IllegalArgumentException when the edits do not belong together
   */
  public DraftStep {
    edits = List.copyOf(edits);
    intents = List.copyOf(intents);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("a step without edits");
    }
    DraftEdit first = edits.getFirst();
    Set<EntityKey> keys = new HashSet<>();
    for (DraftEdit edit : edits) {
      if (!keys.add(edit.key())
          || !edit.step().equals(first.step())
          || !edit.draft().equals(first.draft())
          || edit.sequence() != first.sequence()
          || edit.kind() != first.kind()
          || !edit.at().equals(first.at())) {
        throw new IllegalArgumentException(edit.id() + " is not of step " + first.step());
      }
    }
  }

  /** A step of one edit. */
  public static DraftStep of(DraftEdit edit) {
    return new DraftStep(List.of(edit), List.of());
  }

  /** Made by the client, so that writing the step twice is the same as once. */
  public UUID id() {
    return edits.getFirst().step();
  }

  /** The draft it belongs to. */
  public UUID draft() {
    return edits.getFirst().draft();
  }

  /** Its order within the journal, from 1. */
  public long sequence() {
    return edits.getFirst().sequence();
  }

  /** Whether it is new work, takes the newest work back, or brings it again. */
  public DraftEdit.Kind kind() {
    return edits.getFirst().kind();
  }

  /** When it was made. */
  public Instant at() {
    return edits.getFirst().at();
  }

  /** The same step at another place of the journal. */
  public DraftStep withSequence(long sequence) {
    return new DraftStep(
        edits.stream()
            .map(edit ->
                new DraftEdit(
                    edit.id(),
                    edit.draft(),
                    sequence,
                    edit.kind(),
                    edit.key(),
                    edit.field(),
                    edit.forward(),
                    edit.inverse(),
                    edit.at(),
                    edit.step()))
            .toList(),
        intents);
  }
}
