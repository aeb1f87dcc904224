package org.ontodraft.app.ui.diff;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.review.Compared;
import org.ontodraft.app.service.review.Comparisons;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;

/** What differs between two sides that somebody chose; nothing of it can be changed here. */
final class ComparedChanges implements ReviewSource {
  private final Workspace workspace;
  private final ReviewService service;
  private final ChosenSides chosen;
  private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

  ComparedChanges(Workspace workspace, ReviewService service, ChosenSides chosen) {
    this.workspace = workspace;
    this.service = service;
    this.chosen = chosen;
  }

  @Override
  public Subscription follow(Runnable changed) {
    Subscriptions all = new Subscriptions();
    all.add(chosen.sides().follow(sides -> changed.run()));
    all.add(workspace.canonical().follow(ontology -> changed.run()));
    all.add(workspace.effective().follow(overlay -> changed.run()));
    all.add(workspace.drafts().follow(drafts -> changed.run()));
    return all::close;
  }

  @Override
  public void swap() {
    chosen.swap();
  }

  @Override
  public Read read(Progress progress, @Nullable Read before) {
    Optional<ChosenSides.Pair> pair = chosen.sides().get();
    if (pair.isEmpty()) {
      return Read.nothing();
    }
    Comparisons comparisons = workspace.comparisons();
    Outcome<Compared> base = comparisons.read(pair.get().base());
    Outcome<Compared> mine = comparisons.read(pair.get().mine());
    if (base instanceof Outcome.Refused<Compared>(Refusal refusal)) {
      return refused(refusal);
    }
    if (mine instanceof Outcome.Refused<Compared>(Refusal refusal)) {
      return refused(refusal);
    }
    Compared left = ((Outcome.Done<Compared>) base).value();
    Compared right = ((Outcome.Done<Compared>) mine).value();
    Read known = last.get();
    if (known != null && known.sides() != null && isSame(known.sides(), left, right)) {
      return known;
    }
    Map<EntityKey, Reviewed> reviewed =
        DraftChanges.differing(service, left.view(), right.view(), progress);
    Read read =
        new Read(
            new Sides(left, right),
            reviewed,
            DraftChanges.totals(right.view()),
            null,
            Optional.empty(),
            null);
    last.set(read);
    return read;
  }

  private static Read refused(Refusal refusal) {
    return new Read(null, Map.of(), Map.of(), null, Optional.empty(), refusal);
  }

  private static boolean isSame(Sides known, Compared base, Compared mine) {
    return isSame(known.base(), base) && isSame(known.mine(), mine);
  }

  private static boolean isSame(Compared known, Compared now) {
    if (!known.side().equals(now.side()) || !known.name().equals(now.name())) {
      return false;
    }
    if (known.view() instanceof DraftOverlay before && now.view() instanceof DraftOverlay after) {
      return before.version().equals(after.version()) && before.changes().equals(after.changes());
    }
    return known.view().version().equals(now.view().version());
  }
}
