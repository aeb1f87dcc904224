package org.ontodraft.app.service.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.rebase.ChoiceCost;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every view shows, and what follows from it: findings, the forecast of the open draft, marks
 * of conflicts. What follows is worked out behind; the newest wins. Thread-safe.
 */
final class ShownModel {
  private static final Logger LOG = LoggerFactory.getLogger(ShownModel.class);

  private final String workspaceId;
  private final DraftForecasts forecasts;
  private final DraftExaminations examinations;
  private final TaskRunner tasks;
  private final Supplier<Optional<DraftSession>> draft;
  private final Supplier<Ontology> canonical;
  private final State<DraftOverlay> effective;
  private final State<List<Finding>> findings = new State<>(List.of());
  private final State<List<Finding>> knownFindings = new State<>(List.of());
  private final State<Optional<Forecast>> forecast = new State<>(Optional.empty());
  private volatile RepositorySchemas schemas;
  private volatile @Nullable DraftValidation validation;

  /**
   * Shows canonical.
   *
   * @param draft the open draft
   * @param canonical the newest version
   */
  ShownModel(
      String workspaceId,
      DraftOverlay first,
      RepositorySchemas schemas,
      DraftForecasts forecasts,
      DraftExaminations examinations,
      TaskRunner tasks,
      Supplier<Optional<DraftSession>> draft,
      Supplier<Ontology> canonical) {
    this.workspaceId = workspaceId;
    this.effective = new State<>(first);
    this.schemas = schemas;
    this.forecasts = forecasts;
    this.examinations = examinations;
    this.tasks = tasks;
    this.draft = draft;
    this.canonical = canonical;
  }

  Observed<DraftOverlay> effective() {
    return effective;
  }

  Observed<List<Finding>> findings() {
    return findings;
  }

  Observed<List<Finding>> knownFindings() {
    return knownFindings;
  }

  Observed<Optional<Forecast>> forecast() {
    return forecast;
  }

  RepositorySchemas schemas() {
    return schemas;
  }

  List<QuickFix> fixes(Finding finding) {
    DraftValidation known = validation;
    return known == null ? List.of() : known.fixes(finding);
  }

  List<Resolution> waysOut(Conflict.Semantic conflict) {
    return forecasts.waysOut(conflict);
  }

  /** The open draft as the forecast makes it. */
  Optional<DraftOverlay> merged() {
    return draft.get().map(DraftSession::id).flatMap(forecasts::merged);
  }

  /** What choices about the open draft would cost. */
  List<ChoiceCost> costs(Place place, List<Choice> choices) {
    return draft
        .get()
        .map(session -> forecasts.costs(session.id(), place, choices))
        .orElse(List.of());
  }

  /** The schemas that what is shown is validated by from now on. */
  void validateBy(RepositorySchemas next) {
    schemas = next;
  }

  /** Another draft is about to be shown: nothing of the last one's forecast is. */
  void beginAnother() {
    forecast.set(Optional.empty());
  }

  /** Shows this, and works out what follows. */
  void show(DraftOverlay overlay) {
    overlay.hierarchy(); // worked out here, so that no screen has to
    // Until the next forecast is there, what is in conflict is what was.
    effective.set(overlay.withConflicts(conflicts(forecast.get())));
    if (overlay.changes().isEmpty()) {
      findings.set(List.of());
      knownFindings.set(List.of());
    }
    if (draft.get().isEmpty()) {
      // What nobody changes has no findings of a draft and nothing to forecast.
      forecast.set(Optional.empty());
      return;
    }
    tasks.latest(
        "findings:" + workspaceId,
        BackgroundTask.of(
            "findings",
            progress -> {
              DraftValidation next = validated(overlay);
              if (effective.get().sameAs(overlay)) {
                validation = next;
                knownFindings.set(next.existing());
                findings.set(next.introduced());
              }
              return overlay;
            }));
    tasks.latest(
        "forecast:" + workspaceId, BackgroundTask.of("forecast", progress -> foretold(overlay)));
  }

  private DraftOverlay foretold(DraftOverlay overlay) {
    try {
      Optional<Draft> examined = draft.get().map(DraftSession::id).flatMap(examinations::find);
      Optional<Forecast> next = examinations.whileOpen(() -> forecastOf(overlay));
      if (effective.get().sameAs(overlay)) {
        forecast.set(next);
        markConflicts(overlay, conflicts(next));
        examined.ifPresent(it -> examinations.keep(it, standing(overlay, next)));
      }
    } catch (StoreAwayException away) {
      // The status bar says that the store is away.
      LOG.info("no forecast while the store is away: {}", away.getMessage());
    }
    return overlay;
  }

  private static RebaseStanding standing(DraftOverlay overlay, Optional<Forecast> forecast) {
    boolean clean = forecast.map(found -> found.plan().clean()).orElse(true);
    return new RebaseStanding(
        clean ? RebaseStanding.Status.CLEAN : RebaseStanding.Status.CONFLICT,
        forecast.map(Forecast::onto).orElse(overlay.version()).commit());
  }

  /** Follows the edits since the last one where it can, and begins again where it cannot. */
  private DraftValidation validated(DraftOverlay overlay) {
    DraftValidation known = validation;
    RepositorySchemas ofBase = schemas;
    return (known != null && known.isOf(overlay.base(), ofBase)
            ? known
            : DraftValidation.of(overlay.base(), ofBase).warm())
        .with(overlay);
  }

  private static Map<EntityKey, Set<String>> conflicts(Optional<Forecast> forecast) {
    return forecast.map(found -> found.plan().conflictedFields()).orElse(Map.of());
  }

  /** Unless somebody edited in the meantime: then the next forecast does it. */
  private void markConflicts(DraftOverlay overlay, Map<EntityKey, Set<String>> conflicts) {
    DraftOverlay shown = effective.get();
    if (shown.withConflicts(conflicts) != shown) {
      effective.update(now -> now.sameAs(overlay) ? now.withConflicts(conflicts) : now);
    }
  }

  private Optional<Forecast> forecastOf(DraftOverlay overlay) {
    return draft
        .get()
        .flatMap(session -> forecasts.of(session, overlay, this::validated, canonical.get()));
  }

  /** The plan for moving a draft to the newest version as the draft is now. */
  RebasePlan plan(DraftSession session) {
    return forecasts.plan(session, validated(session.effective().get()), canonical.get());
  }

  /** Keeps decisions about the open draft and takes others back; empty without a forecast. */
  Optional<Forecast> decide(
      DraftSession session, Collection<Resolution> taken, Collection<Place> takenBack) {
    Optional<Forecast> present = forecast.get();
    if (present.isEmpty()) {
      return Optional.empty();
    }
    Forecast next = forecasts.decide(session.id(), present.get(), taken, takenBack);
    forecast.set(Optional.of(next));
    DraftOverlay shown = session.effective().get();
    markConflicts(shown, next.plan().conflictedFields());
    examinations
        .find(session.id())
        .ifPresent(decided -> examinations.keep(decided, standing(shown, Optional.of(next))));
    return Optional.of(next);
  }

  /** A draft was moved by this plan: it is validated by what it is on, its decisions are done. */
  void moved(DraftSession session, RebasePlan plan, RepositorySchemas ofNewBase) {
    schemas = ofNewBase;
    forecasts.forget(session.id(), plan);
  }
}
