package org.ontodraft.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.ontodraft.app.bench.CuratorDrafts.Edits;
import org.ontodraft.app.bench.RealHistory.Version;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityKey;

/**
 * Drafts on the first of a few large releases, rebased to each later one: edits as curators make
 * them, and parts of what the releases themselves changed.
 */
final class ReleaseRebases {
  private static final int CURATORS = 200;
  private static final int PARTS = 100;

  private final RealHistory history;
  private final GitMerge merges;

  ReleaseRebases(RealHistory history, GitMerge merges) {
    this.history = history;
    this.merges = merges;
  }

  /**
   * Makes them, by draft and upstream.
   *
   * @param wanted by {@link RebasedDraft#id}
   */
  void forEach(Predicate<String> wanted, Consumer<RebasedDraft> action) throws IOException {
    List<Version> later = history.versions().subList(1, history.versions().size());
    List<RealDraft> drafts = drafts(history.versions().getFirst(), later);
    history.repack();
    for (RealDraft draft : drafts) {
      for (Version upstream : later) {
        if (wanted.test(RebasedDraft.id(draft.base(), draft.name(), upstream))) {
          action.accept(RebasedDraft.of(history, merges, draft, upstream));
        }
      }
    }
  }

  private List<RealDraft> drafts(Version base, List<Version> later) {
    DraftValidation empty = DraftValidation.of(base.ontology(), base.schemas());
    Set<EntityKey> contested = new HashSet<>();
    later.forEach(version -> contested.addAll(base.differing(version)));
    CuratorDrafts curators = new CuratorDrafts(base, contested);
    List<RealDraft> drafts = new ArrayList<>();
    for (int number = 0; number < CURATORS; number++) {
      Edits edits = curators.edited(empty.overlay(), new Random(number));
      commit("c" + number, base, empty, edits, Map.of()).ifPresent(drafts::add);
    }
    for (int number = 0; number < PARTS; number++) {
      Random random = new Random(CURATORS + number);
      Version source = later.get(number % later.size());
      Version before = history.versions().get(random.nextBoolean() ? 0 : source.number() - 1);
      double share = random.nextDouble();
      ReplayedChange change = new ReplayedChange(base, before, source);
      List<DraftChange> part =
          change.changes().stream().filter(each -> random.nextDouble() < share).toList();
      DraftOverlay draft = empty.overlay().onto(base.ontology(), Set.of(), part);
      Edits edits =
          random.nextBoolean() ? new Edits(draft, List.of()) : curators.edited(draft, random);
      commit("p" + number, base, empty, edits, change.asWritten(edits.draft()))
          .ifPresent(drafts::add);
    }
    return drafts;
  }

  private Optional<RealDraft> commit(
      String name,
      Version base,
      DraftValidation empty,
      Edits edits,
      Map<String, String> asWritten) {
    return RealDraft.commit(name, history, base, empty, edits.draft(), edits.intents(), asWritten);
  }
}
