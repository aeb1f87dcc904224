package org.ontodraft.app.testing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.rebase.ChoiceCost;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.InMemoryRepository;

/** What moving the open draft of a workspace in memory would come to, and what was decided. */
final class MemoryRebases {
  private final InMemoryRepository repository;
  private final Supplier<RepositorySchemas> schemas;
  private final State<Optional<Forecast>> forecast = new State<>(Optional.empty());
  private final Map<Place, Resolution> decided = new TreeMap<>();
  private @Nullable Rebase rebase;

  MemoryRebases(InMemoryRepository repository, Supplier<RepositorySchemas> schemas) {
    this.repository = repository;
    this.schemas = schemas;
  }

  State<Optional<Forecast>> forecast() {
    return forecast;
  }

  /** Forecasts anew for what is shown; nothing where no draft is open or nothing moved. */
  void show(DraftOverlay overlay, Ontology newest, boolean ofDraft) {
    boolean behind = !overlay.version().commit().equals(newest.version().commit());
    forecast.set(
        behind && ofDraft
            ? Optional.of(
                new Forecast(
                    newest.version(),
                    repository.commits(overlay.version().commit(), newest.version().commit(), 50),
                    repository
                        .changes(overlay.version().commit(), newest.version().commit())
                        .size(),
                    analyzed(overlay, newest).resolve(List.copyOf(decided.values()))))
            : Optional.empty());
  }

  private Rebase analyzed(DraftOverlay overlay, Ontology newest) {
    RepositorySchemas present = schemas.get();
    Rebase analyzed =
        Rebase.of(
            DraftValidation.of(overlay.base(), present).with(overlay), newest, present, List.of());
    rebase = analyzed;
    return analyzed;
  }

  void decide(Collection<Resolution> taken, Collection<Place> takenBack) {
    takenBack.forEach(decided::remove);
    taken.forEach(resolution -> decided.put(resolution.place(), resolution));
  }

  List<Resolution> waysOut(Conflict.Semantic conflict) {
    Rebase analyzed = rebase;
    return analyzed == null
        ? List.of()
        : analyzed.suggestions(forecast.get().orElseThrow().plan(), conflict);
  }

  List<ChoiceCost> costs(Place place, List<Choice> choices) {
    Rebase analyzed = rebase;
    return analyzed == null
        ? List.of()
        : analyzed.costs(forecast.get().orElseThrow().plan().resolutions(), place, choices);
  }

  Optional<DraftOverlay> merged() {
    Rebase analyzed = rebase;
    return analyzed == null
        ? Optional.empty()
        : forecast.get().map(now -> analyzed.merged(now.plan()));
  }
}
