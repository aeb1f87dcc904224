package org.ontodraft.app.service.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.CommitList;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.ChoiceCost;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.rebase.ResolutionStore;

/**
 * What moving a draft to the newest version would do, with the decisions kept with the draft in it.
 * Thread-safe; every call may read files and the database.
 */
final class DraftForecasts {
  /** More of them nobody reads in a list. */
  private static final int MOST_COMMITS = 200;

  private final OntologySource source;
  private final CanonicalSync canonicalSync;
  private final ResolutionStore resolutions;
  private volatile @Nullable Analyzed last;
  private volatile @Nullable Told told;

  /** The commits between two versions: each edit makes another forecast of the same two. */
  private record Told(OntologyVersion base, OntologyVersion newest, CommitList commits) {}

  /** An analysis, which further decisions on the same draft go on from. */
  private record Analyzed(UUID draft, Rebase rebase, RebasePlan plan) {}

  DraftForecasts(OntologySource source, CanonicalSync canonicalSync, ResolutionStore resolutions) {
    this.source = source;
    this.canonicalSync = canonicalSync;
    this.resolutions = resolutions;
  }

  /**
   * The forecast of a draft; empty when it is on this version, and then nothing is validated.
   *
   * @param mine validates the draft as it is shown
   */
  Optional<Forecast> of(
      DraftSession session,
      DraftOverlay shown,
      Function<DraftOverlay, DraftValidation> mine,
      Ontology newest) {
    OntologyVersion base = shown.version();
    return base.commit().equals(newest.version().commit()) && !isBaseGone(session)
        ? Optional.empty()
        : Optional.of(
            new Forecast(
                newest.version(),
                commits(base, newest.version()),
                upstreamChanges(base, newest.version()),
                plan(session, mine.apply(shown), newest)));
  }

  /** A draft from elsewhere, or from before history was rewritten, is shown on what there is. */
  private boolean isBaseGone(DraftSession session) {
    return source.version(session.draft().get().base().commit()).isEmpty();
  }

  /** The plan for putting a draft on this version. */
  RebasePlan plan(DraftSession session, DraftValidation mine, Ontology newest) {
    Rebase rebase =
        Rebase.of(mine, newest, canonicalSync.schemas(newest.version()), session.intents());
    return remember(session.id(), rebase).plan();
  }

  private Analyzed remember(UUID draft, Rebase rebase) {
    Analyzed analyzed = new Analyzed(draft, rebase, rebase.resolve(resolutions.ofDraft(draft)));
    last = analyzed;
    return analyzed;
  }

  /** Keeps decisions and takes others back; the forecast as it is then. */
  Forecast decide(
      UUID draft, Forecast present, Collection<Resolution> taken, Collection<Place> takenBack) {
    if (!takenBack.isEmpty()) {
      resolutions.takeBack(draft, takenBack);
    }
    if (!taken.isEmpty()) {
      resolutions.decide(draft, present.plan(), taken);
    }
    Analyzed known = last;
    if (known == null || !known.draft().equals(draft)) {
      return present;
    }
    return new Forecast(
        present.onto(),
        present.commits(),
        present.upstreamChanges(),
        remember(draft, known.rebase()).plan());
  }

  /** Ways out of a semantic conflict of the last plan. */
  List<Resolution> waysOut(Conflict.Semantic conflict) {
    Analyzed known = last;
    return known == null ? List.of() : known.rebase().suggestions(known.plan(), conflict);
  }

  /** The draft as the last plan makes it, if it is about this draft. */
  Optional<DraftOverlay> merged(UUID draft) {
    return analyzed(draft).map(known -> known.rebase().merged(known.plan()));
  }

  /** What choices for a place would cost, beside what is decided already. */
  List<ChoiceCost> costs(UUID draft, Place place, List<Choice> choices) {
    return analyzed(draft)
        .map(known -> known.rebase().costs(known.plan().resolutions(), place, choices))
        .orElse(List.of());
  }

  private Optional<Analyzed> analyzed(UUID draft) {
    return Optional.ofNullable(last).filter(known -> known.draft().equals(draft));
  }

  private CommitList commits(OntologyVersion base, OntologyVersion newest) {
    Told known = told;
    if (known == null || !known.base().equals(base) || !known.newest().equals(newest)) {
      known = new Told(base, newest, source.commits(base.commit(), newest.commit(), MOST_COMMITS));
      told = known;
    }
    return known.commits();
  }

  /** Lets go of the decisions of a draft that was moved: they are in its changes now. */
  void forget(UUID draft, RebasePlan applied) {
    last = null;
    resolutions.takeBack(draft, applied.resolutions().stream().map(Resolution::place).toList());
  }

  private int upstreamChanges(OntologyVersion base, OntologyVersion newest) {
    return source.version(base.commit()).isEmpty()
        ? 0
        : (int)
            source.changes(base.commit(), newest.commit()).stream()
                .filter(change -> RepositoryLayout.holdsEntity(change.path()))
                .count();
  }
}
