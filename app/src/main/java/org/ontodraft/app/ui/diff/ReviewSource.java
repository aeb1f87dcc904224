package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.review.Compared;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Where the changes come from that a review shows. */
public interface ReviewSource {
  /** Two sides, and what they are called. */
  record Sides(Compared base, Compared mine) {}

  /**
   * A changed entity, with what it was made of.
   *
   * @param changes the draft's changes it shows; none where no draft is compared
   * @param sha256 of what a reviewer looks at
   */
  record Reviewed(List<DraftChange> changes, EntityReview review, String sha256) {}

  /**
   * What was read.
   *
   * @param sides null when there is nothing to compare
   * @param marks what reviewers have looked at; null where that is not kept
   * @param draft the draft whose changes can go back and be marked
   * @param comments what was said about entities, threads together
   * @param refused why the sides cannot be compared
   */
  record Read(
      @Nullable Sides sides,
      Map<EntityKey, Reviewed> reviewed,
      Map<EntityType, Integer> totals,
      @Nullable Map<EntityKey, String> marks,
      Optional<UUID> draft,
      @Nullable Refusal refused,
      Map<EntityKey, List<PlacedComment>> comments) {
    /** What nobody has said anything about. */
    Read(
        @Nullable Sides sides,
        Map<EntityKey, Reviewed> reviewed,
        Map<EntityType, Integer> totals,
        @Nullable Map<EntityKey, String> marks,
        Optional<UUID> draft,
        @Nullable Refusal refused) {
      this(sides, reviewed, totals, marks, draft, refused, Map.of());
    }

    /** Nothing to compare. */
    static Read nothing() {
      return new Read(null, Map.of(), Map.of(), null, Optional.empty(), null);
    }
  }

  /** Tells, on any thread, that there may be something else to read; at once, too. */
  Subscription follow(Runnable changed);

  /**
   * Reads what differs. Not for the FX thread.
   *
   * @param before what was read last, of which what still holds is used again
   */
  Read read(Progress progress, @Nullable Read before);

  /** Exchanges the sides and tells whoever follows. */
  void swap();
}
