package org.ontodraft.app.ui.diff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.review.Compared;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.ontology.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The changes of the open draft, for one listener. Sides are exchanged by one thread. */
final class DraftChanges implements ReviewSource {
  private static final Logger LOG = LoggerFactory.getLogger(DraftChanges.class);

  private final Workspace workspace;
  private final ReviewService service;
  private volatile boolean swapped;
  private volatile Runnable changed = () -> {};

  DraftChanges(Workspace workspace, ReviewService service) {
    this.workspace = workspace;
    this.service = service;
  }

  @Override
  public Subscription follow(Runnable listener) {
    changed = listener;
    Subscriptions all = new Subscriptions();
    all.add(workspace.effective().follow(overlay -> listener.run()));
    all.add(workspace.draft().follow(draft -> listener.run()));
    return all::close;
  }

  @Override
  public void swap() {
    swapped = !swapped;
    changed.run();
  }

  @Override
  public Read read(Progress progress, @Nullable Read before) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      return Read.nothing();
    }
    DraftOverlay overlay = session.get().effective().get();
    UUID id = session.get().id();
    Compared base = new Compared(new ComparedSide.BaseOf(id), "", overlay.base());
    String title = session.get().draft().get().title();
    Compared mine = new Compared(new ComparedSide.OfDraft(id), title, overlay);
    if (swapped) {
      return new Read(
          new Sides(mine, base),
          differing(service, overlay, overlay.base(), progress),
          totals(overlay),
          null,
          Optional.empty(),
          null);
    }
    Sides sides = new Sides(base, mine);
    Map<EntityKey, Reviewed> known =
        before != null && before.sides() != null && isSame(before.sides().base(), base)
            ? before.reviewed()
            : Map.of();
    return new Read(
        sides,
        reviewed(overlay, known, progress),
        totals(overlay),
        marks(id),
        Optional.of(id),
        null,
        ReviewDiscussion.byEntity(
            workspace.tracking().discussions().get().getOrDefault(id, List.of())));
  }

  private static boolean isSame(Compared one, Compared other) {
    return one.side().equals(other.side()) && one.view().version().equals(other.view().version());
  }

  private Map<EntityKey, Reviewed> reviewed(
      DraftOverlay overlay, Map<EntityKey, Reviewed> known, Progress progress) {
    Map<EntityKey, Reviewed> reviewed = new LinkedHashMap<>();
    for (DraftChange change : overlay.changes()) {
      progress.checkCancelled();
      EntityKey key = change.key();
      if (overlay.renamedTo(key).isPresent()) {
        continue; // shown with what it has become
      }
      List<DraftChange> changes = new ArrayList<>(List.of(change));
      overlay.renamedFrom(key).flatMap(overlay::change).ifPresent(changes::add);
      Reviewed earlier = known.get(key);
      boolean same =
          earlier != null
              && earlier.changes().equals(changes)
              && earlier.review().status() == overlay.status(key);
      reviewed.put(key, same ? earlier : reviewed(changes, service.review(overlay, key)));
    }
    return reviewed;
  }

  /** What differs between any two, nothing of it changed by hand. */
  static Map<EntityKey, Reviewed> differing(
      ReviewService service, OntologyView base, OntologyView mine, Progress progress) {
    Map<EntityKey, Reviewed> reviewed = new LinkedHashMap<>();
    for (EntityChange change : OntologyDiff.between(base, mine).changes()) {
      progress.checkCancelled();
      reviewed.put(change.key(), reviewed(List.of(), service.review(base, mine, change)));
    }
    for (EntityReview unreadable : service.unreadable(base, mine)) {
      reviewed.putIfAbsent(unreadable.key(), reviewed(List.of(), unreadable));
    }
    return reviewed;
  }

  private static Reviewed reviewed(List<DraftChange> changes, EntityReview review) {
    try {
      byte[] value = review.reviewedValue().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value);
      return new Reviewed(List.copyOf(changes), review, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Map<EntityType, Integer> totals(OntologyView view) {
    Map<EntityType, Integer> totals = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      totals.put(type, view.entities(type).size());
    }
    return totals;
  }

  /** While the store is away nothing is shown as reviewed; the status bar says that it is. */
  private @Nullable Map<EntityKey, String> marks(UUID draft) {
    try {
      return workspace.reviewMarks().of(draft);
    } catch (StoreAwayException away) {
      LOG.info("what is reviewed is not known while the store is away: {}", away.getMessage());
      return null;
    }
  }
}
