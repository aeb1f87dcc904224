package org.ontodraft.app.service.radar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.overlap.Overlap;
import org.ontodraft.model.overlap.Touch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells, before anything is sent, who else changes the same fields as the open draft. Follows the
 * draft's edits, the other drafts and what is heard of pull requests; worked out behind, the newest
 * wins. Thread-safe.
 */
public final class ConflictRadar implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConflictRadar.class);

  private final String taskKey;
  private final Supplier<Optional<Draft>> draft;
  private final Observed<DraftOverlay> view;
  private final List<ForeignTouches> sources;
  private final TaskRunner tasks;
  private final Subscriptions following = new Subscriptions();
  private final State<Map<EntityKey, List<Encounter>>> encounters = new State<>(Map.of());
  private volatile boolean closed;

  /**
   * A radar that asks these sources.
   *
   * @param draft the open draft
   * @param view what it makes of its base
   */
  public ConflictRadar(
      String workspaceId,
      Supplier<Optional<Draft>> draft,
      Observed<DraftOverlay> view,
      List<ForeignTouches> sources,
      TaskRunner tasks) {
    this.taskKey = "radar:" + workspaceId;
    this.draft = draft;
    this.view = view;
    this.sources = List.copyOf(sources);
    this.tasks = tasks;
  }

  /**
   * Begins to follow.
   *
   * @param others what makes it look again beside the draft's own edits
   */
  public void start(Observed<?>... others) {
    following.add(view.follow(moved -> look()));
    for (Observed<?> other : others) {
      following.add(other.follow(moved -> look()));
    }
  }

  /** Who meets the open draft, by entity; empty without one. */
  public Observed<Map<EntityKey, List<Encounter>>> encounters() {
    return encounters;
  }

  private void look() {
    if (!closed) {
      tasks.latest(
          taskKey,
          BackgroundTask.of(
              "conflict radar",
              progress -> {
                DraftOverlay seen = view.get();
                try {
                  Map<EntityKey, List<Encounter>> met = met(seen);
                  if (view.get().sameAs(seen) && !closed) {
                    encounters.set(met);
                  }
                } catch (StoreAwayException away) {
                  // What was met stays; the status bar says that the store is away.
                  LOG.info("the radar waits: {}", away.getMessage());
                }
                return seen;
              }));
    }
  }

  private Map<EntityKey, List<Encounter>> met(DraftOverlay seen) {
    Optional<Draft> open = draft.get();
    Map<EntityKey, Touch> mine = Touch.of(seen.changes());
    if (open.isEmpty() || mine.isEmpty()) {
      return Map.of();
    }
    Map<EntityKey, List<Encounter>> met = new HashMap<>();
    for (ForeignTouches source : sources) {
      source
          .beside(open.get(), mine.keySet())
          .forEach((by, theirs) -> {
            for (Overlap overlap : Overlap.between(mine, theirs)) {
              met.computeIfAbsent(overlap.key(), key -> new ArrayList<>())
                  .add(new Encounter(by, overlap));
            }
          });
    }
    met.replaceAll((key, list) -> List.copyOf(list));
    return Map.copyOf(met);
  }

  @Override
  public void close() {
    closed = true;
    following.close();
  }
}
