package org.ontodraft.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.ontodraft.app.bench.RealHistory.Version;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;

/**
 * Drafts from the history itself: on each version the change of each later commit, rebased to every
 * later version. Versions that hold the entities of the one before are no bases, and the same draft
 * is taken once.
 */
final class LinearRebases {
  private final RealHistory history;
  private final GitMerge merges;

  LinearRebases(RealHistory history, GitMerge merges) {
    this.history = history;
    this.merges = merges;
  }

  /**
   * Makes them, by base, draft and upstream.
   *
   * @param wanted by {@link RebasedDraft#id}
   */
  void forEach(Predicate<String> wanted, Consumer<RebasedDraft> action) throws IOException {
    List<Version> versions = history.versions();
    for (Version base : versions.subList(0, versions.size() - 1)) {
      boolean repeats =
          base.number() > 0 && base.differing(versions.get(base.number() - 1)).isEmpty();
      if (!repeats) {
        List<RealDraft> drafts = drafts(base);
        history.repack();
        for (RealDraft draft : drafts) {
          for (Version upstream : versions.subList(base.number() + 1, versions.size())) {
            if (wanted.test(RebasedDraft.id(base, draft.name(), upstream))) {
              action.accept(RebasedDraft.of(history, merges, draft, upstream));
            }
          }
        }
      }
    }
  }

  private List<RealDraft> drafts(Version base) {
    DraftValidation empty = DraftValidation.of(base.ontology(), base.schemas());
    List<Version> versions = history.versions();
    List<RealDraft> drafts = new ArrayList<>();
    Set<String> commits = new HashSet<>();
    for (int i = base.number() + 1; i < versions.size(); i++) {
      ReplayedChange change = new ReplayedChange(base, versions.get(i - 1), versions.get(i));
      DraftOverlay draft = empty.overlay().onto(base.ontology(), Set.of(), change.changes());
      RealDraft.commit(
              Integer.toString(i), history, base, empty, draft, List.of(), change.asWritten(draft))
          .filter(each -> commits.add(each.commit()))
          .ifPresent(drafts::add);
    }
    return drafts;
  }
}
