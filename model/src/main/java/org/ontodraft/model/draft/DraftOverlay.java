package org.ontodraft.model.draft;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The effective ontology: a base with a draft's changes, or with none. Every view reads this.
 * Immutable; making one and {@link #with} may parse base files, so neither is for the FX thread.
 * References made by deleted entities do not count.
 */
public final class DraftOverlay implements OntologyView {
  private DraftOverlay() {}

  /** The effective ontology of these changes on their base. */
  public static DraftOverlay of(Ontology base, Collection<DraftChange> changes) {
    throw new UnsupportedOperationException();
  }

  /** This overlay with one entity's change replaced; null takes the change back. */
  public DraftOverlay with(EntityKey key, @Nullable DraftChange change) {
    throw new UnsupportedOperationException();
  }

  /**
   * What the draft must do to an entity so that it has this document: the change to keep, or null
   * when the document equals the base.
   *
   * @param document null for no entity
   */
  public @Nullable DraftChange changeTo(EntityKey key, @Nullable EntityDocument document) {
    throw new UnsupportedOperationException();
  }

  /** The version the draft is built on. */
  public Ontology base() {
    throw new UnsupportedOperationException();
  }

  /** The changes, sorted by key. */
  public List<DraftChange> changes() {
    throw new UnsupportedOperationException();
  }

  /** The change of one entity. */
  public Optional<DraftChange> change(EntityKey key) {
    throw new UnsupportedOperationException();
  }

  /** What the draft does to an entity; {@link EntityStatus#UNCHANGED} for an unknown key. */
  public EntityStatus status(EntityKey key) {
    throw new UnsupportedOperationException();
  }

  /** The effective document, or null when the entity is deleted or does not exist. */
  public @Nullable EntityDocument effectiveDocument(EntityKey key) {
    throw new UnsupportedOperationException();
  }

  /** The document at the base, or null when the base has no such entity. */
  public @Nullable EntityDocument baseDocument(EntityKey key) {
    throw new UnsupportedOperationException();
  }

  /** The categories' inheritance as the draft makes it; computed once. */
  public Hierarchy hierarchy() {
    throw new UnsupportedOperationException();
  }

  @Override
  public OntologyVersion version() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<EntitySummary> entities(EntityType type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<EntitySummary> find(EntityKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<EntityReference> referencesFrom(EntityKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<EntityReference> referencesTo(EntityKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public EntityDocument document(EntityKey key) {
    throw new UnsupportedOperationException();
  }
}
