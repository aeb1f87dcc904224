package org.ontodraft.app.service.refactoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.media.MediaImage;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.ChangeAnalysis;
import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.media.DraftImage;
import org.ontodraft.model.refactor.EntityEdit;
import org.ontodraft.model.refactor.Refactoring;
import org.ontodraft.model.refactor.RefactoringOutcome;
import org.ontodraft.model.refactor.RefactoringPreview;
import org.ontodraft.model.refactor.Refusal;
import org.ontodraft.model.refactor.Rename;

/**
 * Shows refactorings of what a workspace shows, and makes them in its open draft. Blocking: not for
 * the FX thread. Thread-safe.
 */
public final class RefactoringService {
  private final Workspace workspace;

  /** Refactorings in this workspace. */
  public RefactoringService(Workspace workspace) {
    this.workspace = workspace;
  }

  /** An entity and what can be chosen for it. */
  public RefactoringSubject subject(EntityKey key) {
    return RefactoringSubject.of(workspace.effective().get(), key);
  }

  /** What the refactoring would do now, or why it cannot be made. */
  public RefactoringAnswer preview(Refactoring refactoring) {
    DraftOverlay before = workspace.effective().get();
    return refactoring instanceof Rename rename && rename.entity().type() == EntityType.MEDIA
        ? withImages(rename, before)
        : preview(refactoring, before);
  }

  /** The images go along with their medium. */
  private RefactoringAnswer withImages(Rename rename, DraftOverlay before) {
    EntityKey medium = rename.entity();
    Optional<EntityKey> to = rename.renamed();
    if (to.isEmpty() || !before.exists(medium)) {
      return preview(rename, before);
    }
    return switch (workspace.images().renamed(draft(), before, medium, to.get())) {
      case Outcome.Refused<Optional<List<DraftImage>>>(var refusal) ->
          new RefactoringAnswer.Impossible(
              List.of(
                  new Refusal(
                      Refusal.Reason.IMAGE_UNREADABLE,
                      medium,
                      List.of(refusal.arguments().getFirst()))));
      case Outcome.Done<Optional<List<DraftImage>>>(var images) ->
          images.isEmpty()
              ? new RefactoringAnswer.Impossible(
                  List.of(new Refusal(Refusal.Reason.KEY_TAKEN, to.get(), List.of())))
              : preview(new Rename(medium, rename.name(), images.get()), before);
    };
  }

  private UUID draft() {
    return workspace.draft().get().map(DraftSession::id).orElse(new UUID(0, 0));
  }

  private RefactoringAnswer preview(Refactoring refactoring, DraftOverlay before) {
    return switch (refactoring.preview(before, workspace.schemas())) {
      case RefactoringOutcome.Refused(var reasons) -> new RefactoringAnswer.Impossible(reasons);
      case RefactoringOutcome.Previewed(RefactoringPreview preview) ->
          new RefactoringAnswer.Possible(report(refactoring, before, preview));
    };
  }

  private RefactoringReport report(
      Refactoring refactoring, DraftOverlay before, RefactoringPreview preview) {
    Map<EntityKey, Set<String>> paths = new HashMap<>();
    preview
        .files()
        .forEach(
            file -> paths.computeIfAbsent(file.key(), key -> new TreeSet<>()).add(file.path()));
    if (refactoring instanceof Rename rename && rename.entity().type() == EntityType.MEDIA) {
      addImages(rename.entity(), before, paths);
      rename.renamed().ifPresent(to -> addImages(to, preview.after(), paths));
    }
    ChangeAnalysis analysis = ChangeAnalysis.between(before, preview.after());
    List<TouchedEntity> touched = touched(preview, paths);
    List<AffectedEntity> affected = affected(analysis.affected(), preview.keysBefore());
    int unlisted = analysis.affectedCount() - analysis.affected().size();
    return new RefactoringReport(
        refactoring,
        preview.step(),
        touched,
        paths.values().stream().mapToInt(Set::size).sum(),
        affected,
        affected.isEmpty() ? 0 : affected.size() + unlisted,
        preview.leftovers(),
        preview.findings(workspace.schemas()),
        analysis.level());
  }

  private void addImages(EntityKey key, DraftOverlay overlay, Map<EntityKey, Set<String>> paths) {
    for (MediaImage image : workspace.images().of(overlay, key)) {
      paths
          .computeIfAbsent(key, medium -> new TreeSet<>())
          .add(EntityType.MEDIA.folder() + "/" + image.name());
    }
  }

  /** Without those who only inherit the same under another name. */
  private static List<AffectedEntity> affected(
      List<AffectedEntity> all, Map<EntityKey, EntityKey> keysBefore) {
    Set<EntityKey> renamed = new HashSet<>(keysBefore.keySet());
    renamed.addAll(keysBefore.values());
    List<AffectedEntity> affected = new ArrayList<>();
    for (AffectedEntity entity : all) {
      List<InheritedEffect> effects =
          entity.effects().stream().filter(effect -> !renamed.contains(effect.item())).toList();
      if (!effects.isEmpty()) {
        affected.add(new AffectedEntity(entity.key(), entity.label(), effects));
      }
    }
    return affected;
  }

  private static List<TouchedEntity> touched(
      RefactoringPreview preview, Map<EntityKey, Set<String>> paths) {
    Map<EntityKey, EntityEdit> edits = new HashMap<>();
    preview.step().edits().forEach(edit -> edits.put(edit.key(), edit));
    Set<EntityKey> formerKeys = new HashSet<>(preview.keysBefore().values());
    List<TouchedEntity> renamed = new ArrayList<>();
    List<TouchedEntity> comeOrGo = new ArrayList<>();
    List<TouchedEntity> modified = new ArrayList<>();
    for (EntityEdit edit : preview.step().edits()) {
      EntityKey was = preview.keysBefore().get(edit.key());
      EntityEdit former = was == null ? null : edits.get(was);
      if (was != null && former != null) {
        Set<String> both = new TreeSet<>(paths.getOrDefault(was, Set.of()));
        both.addAll(paths.getOrDefault(edit.key(), Set.of()));
        renamed.add(touched(edit.key(), was, former.before(), edit.after(), both));
      } else if (!formerKeys.contains(edit.key())) {
        Set<String> own = paths.getOrDefault(edit.key(), Set.of());
        TouchedEntity entity = touched(edit.key(), null, edit.before(), edit.after(), own);
        (entity.status() == EntityStatus.MODIFIED ? modified : comeOrGo).add(entity);
      }
    }
    renamed.addAll(comeOrGo);
    renamed.addAll(modified);
    return renamed;
  }

  private static TouchedEntity touched(
      EntityKey key,
      @Nullable EntityKey was,
      @Nullable EntityDocument before,
      @Nullable EntityDocument after,
      Set<String> paths) {
    EntityStatus status =
        was != null
            ? EntityStatus.RENAMED
            : before == null
                ? EntityStatus.ADDED
                : after == null ? EntityStatus.DELETED : EntityStatus.MODIFIED;
    List<FieldChange> rows =
        after == null
            ? List.of()
            : EntityDiff.between(key.type(), before, after).stream()
                .filter(row -> row.kind() != FieldChange.Kind.UNCHANGED)
                .toList();
    EntityDocument named = after == null ? before : after;
    String label = Optional.ofNullable(named).flatMap(EntityDocument::label).orElse(key.key());
    return new TouchedEntity(key, was, label, status, rows, List.copyOf(paths));
  }

  /**
   * Makes what was shown, as one step. Refused as {@code DRAFT-06} without a draft, and as {@code
   * DRAFT-07} where the draft has changed since.
   */
  public Outcome<DraftOverlay> make(RefactoringReport shown) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      return Outcome.refused("DRAFT-06");
    }
    List<DraftIntent> intents =
        shown.refactoring() instanceof Rename rename
            ? rename.intent().stream().toList()
            : List.of();
    if (shown.refactoring() instanceof Rename rename && !rename.images().isEmpty()) {
      DraftOverlay before = session.get().effective().get();
      // On disk before the edit names them, as with every image.
      Outcome<Integer> kept = workspace.images().keep(session.get().id(), before, rename.entity());
      if (kept instanceof Outcome.Refused<Integer>(var refusal)) {
        return new Outcome.Refused<>(refusal);
      }
    }
    return session.get().make(shown.step(), intents);
  }
}
