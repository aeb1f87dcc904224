package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.validation.Finding;

/** The documents that a refactoring changes, while it works them out. For one thread. */
final class Rework {
  private final DraftOverlay overlay;
  private final SortedMap<EntityKey, Optional<EntityDocument>> documents = new TreeMap<>();
  private final Map<EntityKey, EntityKey> keyBefore = new HashMap<>();
  private final List<Leftover> leftovers = new ArrayList<>();

  Rework(DraftOverlay overlay) {
    this.overlay = overlay;
  }

  DraftOverlay overlay() {
    return overlay;
  }

  /** The document as it is by now; null for no entity. */
  @Nullable EntityDocument document(EntityKey key) {
    Optional<EntityDocument> changed = documents.get(key);
    return changed == null ? overlay.effectiveDocument(key) : changed.orElse(null);
  }

  /** Changes or creates an entity; as its file will say it. */
  void put(EntityKey key, EntityDocument document) {
    documents.put(key, Optional.of(FileFormat.of(overlay, key).settle(key, document)));
  }

  /** Gives an entity another key and this document. */
  void rename(EntityKey from, EntityKey to, EntityDocument document) {
    delete(from);
    put(to, held(from, to, document));
    keyBefore.put(to, from);
  }

  /** Without what neither file has a place for: it followed from the key, and will again. */
  private EntityDocument held(EntityKey from, EntityKey to, EntityDocument document) {
    FileFormat old = FileFormat.of(overlay, from);
    FileFormat fresh = FileFormat.of(overlay, to);
    EntityDocument held = document;
    for (FieldSpec field : EntityFields.of(to.type())) {
      if (!old.holds(to.type(), field.name()) && !fresh.holds(to.type(), field.name())) {
        held = held.with(to.type(), field.name(), null);
      }
    }
    return held;
  }

  /** Takes an entity away. */
  void delete(EntityKey key) {
    documents.put(key, Optional.empty());
  }

  /** Notes what a person should look at. */
  void leave(Leftover leftover) {
    leftovers.add(leftover);
  }

  /** Writes every reference to an entity otherwise, but for those of these sources. */
  void rewrite(EntityKey target, ReferenceRewrite rewrite, Set<EntityKey> without) {
    Set<EntityKey> sources = new LinkedHashSet<>();
    overlay.referencesTo(target).stream().map(EntityReference::source).forEach(sources::add);
    sources.addAll(documents.keySet());
    sources.removeAll(without);
    for (EntityKey source : sources) {
      EntityDocument document = document(source);
      if (document != null) {
        EntityDocument written = rewrite.of(source.type(), document);
        if (!written.equals(document)) {
          put(source, written);
        }
      }
    }
  }

  /** What it comes to: the preview, or what stands in its way. */
  RefactoringOutcome outcome(EntityKey subject) {
    List<EntityEdit> edits = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    documents.forEach((key, document) -> {
      EntityDocument before = overlay.effectiveDocument(key);
      EntityDocument after = document.orElse(null);
      if (!Objects.equals(before, after)) {
        DraftChange change = overlay.change(key).orElse(null);
        edits.add(new EntityEdit(key, before, after, change, overlay.changeTo(key, after)));
        if (overlay.change(key).isPresent() && overlay.status(key) == EntityStatus.BROKEN) {
          refusals.add(Refusal.of(Reason.BROKEN_CHANGE, key));
        }
      }
    });
    if (edits.isEmpty()) {
      return RefactoringOutcome.refused(Refusal.of(Reason.NOTHING_TO_DO, subject));
    }
    if (!refusals.isEmpty()) {
      return new RefactoringOutcome.Refused(refusals);
    }
    RefactoringStep step = new RefactoringStep(edits);
    DraftOverlay after = step.appliedTo(overlay);
    for (EntityEdit edit : edits) {
      EntityKey before = keyBefore.getOrDefault(edit.key(), edit.key());
      refusals.addAll(Cycles.newlyOn(before, overlay, edit.key(), after));
      refusals.addAll(unwritable(edit.key(), after));
    }
    return refusals.isEmpty()
        ? new RefactoringOutcome.Previewed(
            new RefactoringPreview(overlay, after, step, keyBefore, leftovers))
        : new RefactoringOutcome.Refused(refusals);
  }

  private List<Refusal> unwritable(EntityKey key, DraftOverlay after) {
    Optional<DraftChange> change = after.change(key);
    if (change.isEmpty()) {
      return List.of();
    }
    List<Finding> before =
        overlay.change(key).map(known -> DraftFiles.refusals(overlay, known)).orElse(List.of());
    return Finding.without(DraftFiles.refusals(after, change.get()), before).stream()
        .map(finding -> Refusal.of(Reason.NOT_WRITABLE, key, finding.rule(), finding.pointer()))
        .toList();
  }
}
