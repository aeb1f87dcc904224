package org.ontodraft.app.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.service.tracking.PullRequestTracking;
import org.ontodraft.app.service.tracking.SuggestedLines;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.state.State;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.DraftOverlay;

/** Tracking that knows what a test says. */
public final class MemoryTracking implements PullRequestTracking {
  private final State<Map<UUID, TrackedPullRequest>> tracked = new State<>(Map.of());
  private final State<Map<UUID, List<PlacedComment>>> discussions = new State<>(Map.of());
  private final List<UUID> deleted = new CopyOnWriteArrayList<>();

  @Override
  public State<Map<UUID, TrackedPullRequest>> tracked() {
    return tracked;
  }

  @Override
  public Outcome<Integer> ask(Progress progress) {
    return Outcome.done(tracked.get().size());
  }

  @Override
  public Outcome<List<PlacedComment>> comments(UUID draft) {
    return Outcome.done(discussions.get().getOrDefault(draft, List.of()));
  }

  @Override
  public State<Map<UUID, List<PlacedComment>>> discussions() {
    return discussions;
  }

  @Override
  public Subscription attend(UUID draft) {
    return () -> {};
  }

  @Override
  public Outcome<Integer> hear(Progress progress) {
    return Outcome.done(0);
  }

  @Override
  public Outcome<DraftOverlay> take(
      DraftSession session, PlacedComment comment, SuggestedLines lines) {
    return Outcome.done(session.effective().get());
  }

  @Override
  public Outcome<PlacedComment> answer(UUID draft, PlacedComment comment, String text) {
    return Outcome.done(comment);
  }

  @Override
  public void close() {}

  @Override
  public Outcome<UUID> close(UUID draft) {
    return Outcome.done(draft);
  }

  @Override
  public Outcome<UUID> reopen(UUID draft) {
    return Outcome.done(draft);
  }

  /** The drafts whose branches were deleted. */
  public List<UUID> deletedBranches() {
    return deleted;
  }

  @Override
  public Outcome<UUID> deleteBranch(UUID draft) {
    deleted.add(draft);
    return Outcome.done(draft);
  }
}
