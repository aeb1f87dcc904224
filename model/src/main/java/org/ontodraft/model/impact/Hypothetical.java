package org.ontodraft.model.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.References;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.OntologyView;

/** An ontology with some entities more, and without those that a draft deletes. */
final class Hypothetical implements OntologyView {
  private final OntologyView view;
  private final SortedMap<EntityKey, EntityDocument> added;
  private final List<EntityReference> made = new ArrayList<>();

  Hypothetical(OntologyView view, Map<EntityKey, EntityDocument> added) {
    this.view = view;
    this.added = new TreeMap<>(added);
    added.forEach((key, document) -> made.addAll(References.of(key, document)));
  }

  @Override
  public OntologyVersion version() {
    return view.version();
  }

  @Override
  public List<EntitySummary> entities(EntityType type) {
    List<EntitySummary> entities = new ArrayList<>(view.entities(type));
    entities.removeIf(entity -> !view.exists(entity.key()));
    added.keySet().stream()
        .filter(key -> key.type() == type)
        .forEach(key -> entities.add(summary(key)));
    entities.sort(Comparator.comparing(EntitySummary::key));
    return entities;
  }

  private static EntitySummary summary(EntityKey key) {
    return new EntitySummary(key, key.key(), RepositoryLayout.pathOf(key), "");
  }

  @Override
  public Optional<EntitySummary> find(EntityKey key) {
    if (added.containsKey(key)) {
      return Optional.of(summary(key));
    }
    return view.exists(key) ? view.find(key) : Optional.empty();
  }

  @Override
  public List<EntityReference> referencesFrom(EntityKey key) {
    return added.containsKey(key)
        ? made.stream().filter(reference -> reference.source().equals(key)).toList()
        : view.referencesFrom(key);
  }

  @Override
  public List<EntityReference> referencesTo(EntityKey key) {
    List<EntityReference> references = new ArrayList<>(view.referencesTo(key));
    made.stream().filter(reference -> reference.target().equals(key)).forEach(references::add);
    return references;
  }

  @Override
  public EntityDocument document(EntityKey key) {
    EntityDocument document = added.get(key);
    return document == null ? view.document(key) : document;
  }
}
