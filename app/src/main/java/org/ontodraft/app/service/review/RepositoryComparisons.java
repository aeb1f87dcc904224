package org.ontodraft.app.service.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.state.Observed;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.StoredDraft;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyHistory;
import org.ontodraft.model.ontology.OntologyHistory.NamedVersion;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.ontology.StoreAwayException;

/** Compares what the repository and the store of a workspace hold. Thread-safe. */
public final class RepositoryComparisons implements Comparisons {
  private static final int MOST_TAGS = 50;

  private final Observed<Ontology> canonical;
  private final Function<OntologyVersion, Ontology> at;
  private final DraftStore store;
  private final Observed<List<Draft>> drafts;
  private final Observed<Optional<DraftSession>> open;
  private final OntologyHistory history;

  /**
   * Over a workspace.
   *
   * @param at the snapshot of a version that the repository holds
   */
  public RepositoryComparisons(
      Observed<Ontology> canonical,
      Function<OntologyVersion, Ontology> at,
      DraftStore store,
      Observed<List<Draft>> drafts,
      Observed<Optional<DraftSession>> open,
      OntologyHistory history) {
    this.canonical = canonical;
    this.at = at;
    this.store = store;
    this.drafts = drafts;
    this.open = open;
    this.history = history;
  }

  @Override
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice(new ComparedSide.Upstream(), Kind.UPSTREAM, canonical.get().version().branch()));
    for (Draft draft : drafts.get()) {
      choices.add(new Choice(new ComparedSide.OfDraft(draft.id()), Kind.DRAFT, draft.title()));
    }
    for (Draft draft : drafts.get()) {
      choices.add(new Choice(new ComparedSide.BaseOf(draft.id()), Kind.BASE, draft.title()));
    }
    for (NamedVersion tag : history.tags().stream().limit(MOST_TAGS).toList()) {
      choices.add(
          new Choice(new ComparedSide.Commit(tag.version().commit()), Kind.TAG, tag.name()));
    }
    return choices;
  }

  @Override
  public Outcome<ComparedSide> named(String name) {
    return history
        .named(name.strip())
        .<Outcome<ComparedSide>>map(
            found -> Outcome.done(new ComparedSide.Commit(found.version().commit())))
        .orElseGet(() -> Outcome.refused("COMPARE-01", name.strip()));
  }

  @Override
  public Outcome<Compared> read(ComparedSide side) {
    try {
      return switch (side) {
        case ComparedSide.Upstream upstream -> Outcome.done(compared(side, "", canonical.get()));
        case ComparedSide.Commit(String commit) -> commit(side, commit);
        case ComparedSide.BaseOf(UUID id) ->
            draft(id, found -> version(side, found.draft().base()));
        case ComparedSide.OfDraft(UUID id) ->
            open.get()
                .filter(session -> session.id().equals(id))
                .map(session ->
                    Outcome.done(
                        compared(side, session.draft().get().title(), session.effective().get())))
                .orElseGet(() -> draft(id, found -> overlay(side, found)));
      };
    } catch (StoreAwayException away) {
      return Outcome.refused("COMPARE-03", String.valueOf(away.getMessage()));
    }
  }

  private static Compared compared(ComparedSide side, String name, OntologyView view) {
    return new Compared(side, name, view);
  }

  private Outcome<Compared> commit(ComparedSide side, String commit) {
    Optional<NamedVersion> found = history.named(commit);
    if (found.isEmpty()) {
      return Outcome.refused("COMPARE-01", commit.substring(0, Math.min(7, commit.length())));
    }
    String tag =
        history.tags().stream()
            .filter(each -> each.version().commit().equals(commit))
            .map(NamedVersion::name)
            .findFirst()
            .orElse("");
    return Outcome.done(compared(side, tag, at.apply(found.get().version())));
  }

  private Outcome<Compared> draft(UUID id, Function<StoredDraft, Outcome<Compared>> reading) {
    Optional<StoredDraft> found = store.stored(id);
    return found.isEmpty() ? Outcome.refused("COMPARE-02") : reading.apply(found.get());
  }

  private Outcome<Compared> version(ComparedSide side, OntologyVersion version) {
    return history.named(version.commit()).isEmpty()
        ? Outcome.refused("COMPARE-01", version.shortCommit())
        : Outcome.done(compared(side, "", at.apply(version)));
  }

  private Outcome<Compared> overlay(ComparedSide side, StoredDraft stored) {
    OntologyVersion base = stored.draft().base();
    return history.named(base.commit()).isEmpty()
        ? Outcome.refused("COMPARE-01", base.shortCommit())
        : Outcome.done(
            compared(
                side, stored.draft().title(), DraftOverlay.of(at.apply(base), stored.changes())));
  }
}
