package org.ontodraft.model.rebase;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.merge.EntitySides;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;

/** The documents of a rebase's three sides. Each upstream file is read once. Thread-safe. */
final class ThreeVersions {
  private final DraftOverlay draft;
  private final Ontology canonical;

  /** Entities whose kept base cannot be trusted, so it stands for no file of upstream's. */
  private final Set<EntityKey> damaged;

  private final Map<EntityKey, Optional<SourceFile>> files = new ConcurrentHashMap<>();
  private final Map<EntityKey, Optional<EntityDocument>> documents = new ConcurrentHashMap<>();

  ThreeVersions(DraftOverlay draft, Ontology canonical, Set<EntityKey> damaged) {
    this.draft = draft;
    this.canonical = canonical;
    this.damaged = damaged;
  }

  DraftOverlay draft() {
    return draft;
  }

  Ontology canonical() {
    return canonical;
  }

  @Nullable EntityDocument base(EntityKey key) {
    return draft.baseDocument(key);
  }

  @Nullable EntityDocument mine(EntityKey key) {
    return draft.effectiveDocument(key);
  }

  @Nullable EntityDocument upstream(EntityKey key) {
    return documents
        .computeIfAbsent(
            key,
            each -> {
              SourceFile file = file(each);
              if (file == null) {
                return Optional.empty();
              }
              EntityDocument base = file.equals(kept(each)) ? base(each) : null;
              return Optional.of(base == null ? EntityCodec.document(each, file) : base);
            })
        .orElse(null);
  }

  /** The file at the new version; where nothing happened to it, the one kept with the draft. */
  @Nullable SourceFile file(EntityKey key) {
    return files
        .computeIfAbsent(
            key,
            each ->
                canonical
                    .find(each)
                    .map(entity -> {
                      SourceFile kept = damaged.contains(each) ? null : kept(each);
                      return kept != null && kept.parts().equals(entity.files())
                          ? kept
                          : canonical.file(each);
                    }))
        .orElse(null);
  }

  private @Nullable SourceFile kept(EntityKey key) {
    return draft.change(key).map(DraftChange::baseFile).orElse(null);
  }

  /** An entity that has one key on all sides. */
  EntitySides sides(EntityKey key) {
    return new EntitySides(key, base(key), mine(key), upstream(key));
  }

  /** What the draft must do so that the new version has this document. */
  @Nullable DraftChange change(EntityKey key, @Nullable EntityDocument document) {
    return DraftChange.between(key, file(key), upstream(key), document);
  }

  /** A document as it is under another key: its {@code id} follows. */
  static @Nullable EntityDocument renamed(
      @Nullable EntityDocument document, EntityKey from, EntityKey to) {
    if (document == null
        || from.equals(to)
        || document.text("id").filter(RepositoryLayout.idOf(from)::equals).isEmpty()) {
      return document;
    }
    return document.with(to.type(), "id", document.json().stringNode(RepositoryLayout.idOf(to)));
  }
}
