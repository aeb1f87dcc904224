package org.ontodraft.persistence.testing;

import java.time.Instant;
import java.util.UUID;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.patch.JsonPatch;

/** Edits in a few words. */
public final class Edits {
  /** The draft of {@link #numbered}. */
  public static final UUID DRAFT = UUID.fromString("0198c000-0000-7000-8000-00000000d001");

  private Edits() {}

  /** The edit with this sequence; the same one each time. */
  public static DraftEdit numbered(long sequence) {
    return of(sequence, DRAFT, "label " + sequence);
  }

  /** An edit of a label. */
  public static DraftEdit of(long sequence, UUID draft, String label) {
    return new DraftEdit(
        new UUID(0x0198_c000_0000_7000L, 0x8000_0000_0000_0000L + sequence),
        draft,
        sequence,
        DraftEdit.Kind.values()[(int) (sequence % 3)],
        Entities.key("resource:Person/Ada é" + sequence % 5),
        "label",
        JsonPatch.parse("[{\"op\":\"add\",\"path\":\"/label\",\"value\":\"" + label + "\"}]"),
        JsonPatch.parse("[{\"op\":\"remove\",\"path\":\"/label\"}]"),
        Instant.ofEpochSecond(1_800_000_000L + sequence, 123_456_789));
  }
}
