package org.ontodraft.model.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.validation.PropertyConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes entities up that are valid in the base. The rules themselves say which values are. */
final class WitnessMaker {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int EXISTING_VALUES = 20;

  /** Between them they have the form of every datatype, and of the patterns people write. */
  private static final List<String> SAMPLES =
      List.of(
          "Witness",
          "witness",
          "1",
          "12",
          "-2.5",
          "true",
          "2026-11-22",
          "witness@example.org",
          "https://example.org/witness",
          "52.5, 13.4",
          "Witness@en",
          "12 kg",
          "20 °C",
          "+49 30 123456",
          "0000-0002-1825-0097",
          "W",
          "w",
          "A1",
          "A-1",
          "ABC",
          "abc",
          "1234",
          "two words",
          "a, b; c",
          "ü",
          "!");

  private final OntologyDiff diff;
  private final Hierarchy hierarchy;
  private final Trial trial;
  private final Map<EntityKey, Optional<JsonNode>> valid = new TreeMap<>();

  WitnessMaker(OntologyDiff diff, Hierarchy hierarchy, Trial trial) {
    this.diff = diff;
    this.hierarchy = hierarchy;
    this.trial = trial;
  }

  /** A key that neither side has: {@code Person/Witness}. */
  EntityKey newKey(EntityType type, String stem) {
    for (int i = 1; ; i++) {
      EntityKey key = EntityKey.of(type, i == 1 ? stem : stem + "_" + i);
      if (diff.base().find(key).isEmpty() && diff.mine().find(key).isEmpty()) {
        return key;
      }
    }
  }

  /** An entity with one list or value. */
  EntityDocument document(EntityKey key, String field, JsonNode value) {
    ObjectNode json = NODES.objectNode().put("id", RepositoryLayout.idOf(key));
    json.set(field, value);
    return EntityDocument.of(json);
  }

  /**
   * A resource of this category that has all the category requires in the base, or one of none.
   *
   * @param without a property that it does not get
   * @return nothing when no value is found for something that is required
   */
  Optional<ObjectNode> resource(
      EntityKey key, @Nullable EntityKey category, @Nullable EntityKey without) {
    ObjectNode json = NODES.objectNode().put("id", RepositoryLayout.idOf(key));
    if (category == null) {
      return Optional.of(json);
    }
    json.put("category", category.key());
    Map<EntityKey, Boolean> requirements = new TreeMap<>(hierarchy.requirements(category));
    for (Map.Entry<EntityKey, Boolean> item : requirements.entrySet()) {
      EntityKey property = item.getKey();
      boolean needed = item.getValue() && property.type() == EntityType.PROPERTY;
      if (needed && !property.equals(without)) {
        Optional<JsonNode> value = validValue(property);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        json.set(property.key(), value.get());
      }
    }
    return Optional.of(json);
  }

  /** A value the property has no objection to in the base. */
  Optional<JsonNode> validValue(EntityKey property) {
    Optional<JsonNode> known = valid.get(property);
    if (known == null) {
      known = values(property).stream().filter(value -> isValid(property, value)).findFirst();
      valid.put(property, known);
    }
    return known;
  }

  private boolean isValid(EntityKey property, JsonNode value) {
    EntityKey key = newKey(EntityType.RESOURCE, "Witness");
    return trial.before(key, Map.of(key, document(key, property.key(), value))).isEmpty();
  }

  /** Two different valid values as a list, if the property has that many. */
  Optional<JsonNode> twoValidValues(EntityKey property) {
    ArrayNode two = NODES.arrayNode();
    for (JsonNode value : values(property)) {
      if (two.size() < 2 && isValid(property, value)) {
        two.add(value);
      }
    }
    return two.size() == 2 ? Optional.of(two) : Optional.empty();
  }

  /** Values to try: what the property lists on either side, what resources have, and samples. */
  List<JsonNode> values(EntityKey property) {
    SequencedSet<String> texts = new LinkedHashSet<>();
    SequencedSet<JsonNode> existing = new LinkedHashSet<>();
    if (diff.base().exists(property)) {
      EntityDocument document = diff.base().document(property);
      texts.addAll(PropertyConstraints.of(document).allowedValues());
    }
    diff.base().referencesTo(property).stream()
        .map(EntityReference::source)
        .filter(source -> source.type() == EntityType.RESOURCE)
        .sorted()
        .limit(EXISTING_VALUES)
        .forEach(resource -> {
          JsonNode value = diff.base().document(resource).get(property.key());
          if (value != null && value.isString()) {
            existing.add(value);
          }
        });
    texts.addAll(SAMPLES);
    List<JsonNode> values = new ArrayList<>();
    texts.stream().limit(1_000).map(NODES::stringNode).forEach(values::add);
    existing.stream().filter(value -> !values.contains(value)).forEach(values::add);
    return values;
  }

  /** Categories of both sides that have this property, a few of them, and last none. */
  List<Optional<EntityKey>> categoriesWith(EntityKey property, Hierarchy after) {
    List<Optional<EntityKey>> categories = new ArrayList<>();
    diff.base().referencesTo(property).stream()
        .map(EntityReference::source)
        .filter(source -> source.type() == EntityType.CATEGORY)
        .distinct()
        .sorted()
        .filter(category -> diff.base().exists(category) && diff.mine().exists(category))
        .filter(category -> after.requirements(category).containsKey(property))
        .limit(3)
        .forEach(category -> categories.add(Optional.of(category)));
    categories.add(Optional.empty());
    return categories;
  }

  /** Something that names this entity, for a type that others can name in a list. */
  Optional<Map.Entry<EntityKey, EntityDocument>> referrer(EntityKey target) {
    JsonNode list = NODES.arrayNode().add(target.key());
    return switch (target.type()) {
      case SUBOBJECT -> referrer(EntityType.CATEGORY, "optional_subobjects", list);
      case TEMPLATE ->
          referrer(EntityType.PROPERTY, "has_display_template", NODES.stringNode(target.key()));
      case MODULE -> referrer(EntityType.BUNDLE, "modules", list);
      case DASHBOARD -> referrer(EntityType.BUNDLE, "dashboards", list);
      case RESOURCE -> referrer(EntityType.MODULE, "resources", list);
      case CATEGORY, PROPERTY, BUNDLE, MEDIA -> Optional.empty();
    };
  }

  private Optional<Map.Entry<EntityKey, EntityDocument>> referrer(
      EntityType type, String field, JsonNode value) {
    EntityKey key = newKey(type, type == EntityType.PROPERTY ? "Has_witness" : "Witness");
    return Optional.of(Map.entry(key, document(key, field, value)));
  }

  /** Adds a resource of a category to made-up entities, if one can be made. */
  boolean addResource(Map<EntityKey, EntityDocument> madeUp, EntityKey key, EntityKey category) {
    Optional<ObjectNode> resource = resource(key, category, null);
    resource.ifPresent(json -> madeUp.put(key, EntityDocument.of(json)));
    return resource.isPresent();
  }

  /** A new collection of made-up entities. */
  static Map<EntityKey, EntityDocument> none() {
    return new LinkedHashMap<>();
  }
}
