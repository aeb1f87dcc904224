package org.ontodraft.app.service.tracking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.DraftOverlay;

/** Follows the pull requests of a workspace's drafts. Methods block where nothing else is said. */
public interface PullRequestTracking extends AutoCloseable {
  /** The pull requests as they were last asked for, by draft. May change on any thread. */
  Observed<Map<UUID, TrackedPullRequest>> tracked();

  /**
   * Asks the forge about every draft that was sent and has not ended, and draws the consequences: a
   * draft that was merged is compared with what landed and becomes merged, one that was closed
   * becomes rejected. Does nothing while the forge has said to wait.
   *
   * @return how many were asked about
   */
  Outcome<Integer> ask(Progress progress);

  /** What was said about the pull request of a draft, the oldest first, by entity and field. */
  Outcome<List<PlacedComment>> comments(UUID draft);

  /** What was read last, by draft; answers that were given here are added. Any thread. */
  Observed<Map<UUID, List<PlacedComment>>> discussions();

  /**
   * Somebody looks at what is said about the pull request of a draft, until the subscription is
   * closed. Any thread; does not block.
   */
  Subscription attend(UUID draft);

  /**
   * Reads what is said about the pull requests that somebody looks at; {@link #discussions} has it
   * then. Does nothing while the forge has said to wait.
   *
   * @return how many were read
   */
  Outcome<Integer> hear(Progress progress);

  /** Answers a comment in its thread. */
  Outcome<PlacedComment> answer(UUID draft, PlacedComment comment, String text);

  /**
   * Takes suggested lines up in the draft: an edit, which undo takes back. Refused where the lines
   * they replace are no longer as the comment saw them, and where the file could not be read then.
   */
  Outcome<DraftOverlay> take(DraftSession session, PlacedComment comment, SuggestedLines lines);

  /** Closes the pull request of a draft; the draft is rejected then. */
  Outcome<UUID> close(UUID draft);

  /** Opens the closed pull request of a draft again. */
  Outcome<UUID> reopen(UUID draft);

  /** Deletes the branch of a draft whose pull request ended, if nobody added to it. */
  Outcome<UUID> deleteBranch(UUID draft);

  /**
   * Asks nothing more, and waits for what is being asked: its answer is to be in the store before
   * that closes. Whoever asks later is told by a {@link
   * java.util.concurrent.CancellationException}.
   */
  @Override
  void close();
}
