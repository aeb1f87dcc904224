package org.ontodraft.model.impact;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.PropertyConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds whom a major change breaks: an entity of the ontology if one shows it, else a made-up one,
 * proven by the rules of validation. Looks at a bounded number of entities. May read documents: not
 * for the FX thread. For one thread.
 */
public final class WitnessSearch {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Entities of the ontology that are tried before one is made up. */
  private static final int CANDIDATES = 200;

  private final OntologyDiff diff;
  private final Renamed renamed;
  private final Hierarchy before;
  private final Hierarchy after;
  private final Trial trial;
  private final WitnessMaker maker;

  /** A search in this difference. */
  public WitnessSearch(OntologyDiff diff) {
    this.diff = diff;
    this.renamed = new Renamed(diff);
    this.before = Hierarchy.of(diff.base());
    Set<EntityKey> changed = new HashSet<>();
    for (EntityChange change : diff.changes()) {
      changed.add(change.key());
      changed.add(renamed.before(change.key()));
    }
    this.after = before.with(diff.mine(), changed);
    this.trial = new Trial(diff, before, after);
    this.maker = new WitnessMaker(diff, before, trial);
  }

  /** The witness of a change, or nothing for one that is not major. */
  public Optional<Witness> of(ChangeImpact change) {
    if (change.level() != SemverLevel.MAJOR) {
      return Optional.empty();
    }
    Optional<Witness> found =
        switch (change.rule()) {
          case ENTITY_DELETED -> missing(change.entity());
          case ENTITY_RENAMED -> missing(renamed.before(change.entity()));
          case ID_CHANGED -> trial.real(change.entity(), finding -> true);
          case DATATYPE_CHANGED,
              CARDINALITY_RESTRICTED,
              ALLOWED_VALUE_REMOVED,
              ALLOWED_VALUES_INTRODUCED,
              PATTERN_INTRODUCED,
              PATTERN_CHANGED,
              VALUE_CATEGORY_INTRODUCED,
              VALUE_CATEGORY_CHANGED,
              UNIQUE_TURNED_ON ->
              value(change);
          case ITEM_UNAVAILABLE, ITEM_REQUIRED -> item(change);
          case ANCESTOR_LOST -> ancestor(change);
          case MEMBER_LOST, DEPENDENCY_LOST ->
              EntityKey.parse(change.item())
                  .map(member -> new Witness.NoLongerMember(change.entity(), member));
          default -> Optional.empty();
        };
    return found.or(
        () -> Optional.of(new Witness.OutsideTheRepository(change.entity(), change.item())));
  }

  private Stream<EntityKey> unchanged(EntityKey target, EntityType... types) {
    Set<EntityType> wanted = Set.of(types);
    return diff.base().referencesTo(target).stream()
        .map(EntityReference::source)
        .filter(source -> wanted.isEmpty() || wanted.contains(source.type()))
        .distinct()
        .sorted((left, right) -> right.compareTo(left)) // resources first: they are what breaks
        .filter(source -> diff.change(source).isEmpty())
        .limit(CANDIDATES);
  }

  private Optional<Witness> first(Stream<EntityKey> candidates, Predicate<Finding> relevant) {
    return candidates.flatMap(candidate -> trial.real(candidate, relevant).stream()).findFirst();
  }

  private static Predicate<Finding> about(EntityKey property) {
    return finding ->
        finding.pointer().equals("/" + property.key())
            || finding.pointer().startsWith("/" + property.key() + "/");
  }

  /** Somebody names what is gone. */
  private Optional<Witness> missing(EntityKey gone) {
    Predicate<Finding> any = finding -> true;
    return first(unchanged(gone), any)
        .or(() -> {
          Map<EntityKey, EntityDocument> madeUp = WitnessMaker.none();
          EntityKey resource = maker.newKey(EntityType.RESOURCE, "Witness");
          return switch (gone.type()) {
            case CATEGORY ->
                maker.addResource(madeUp, resource, gone)
                    ? trial.madeUp(resource, madeUp, any)
                    : Optional.empty();
            case PROPERTY ->
                maker
                    .validValue(gone)
                    .flatMap(value -> {
                      madeUp.put(resource, maker.document(resource, gone.key(), value));
                      return trial.madeUp(resource, madeUp, any);
                    });
            default ->
                maker
                    .referrer(gone)
                    .flatMap(referrer -> {
                      madeUp.put(referrer.getKey(), referrer.getValue());
                      return trial.madeUp(referrer.getKey(), madeUp, any);
                    });
          };
        });
  }

  /** A resource has a value that its property no longer takes. */
  private Optional<Witness> value(ChangeImpact change) {
    EntityKey property = renamed.before(change.entity());
    if (!property.equals(change.entity())) {
      return missing(property);
    }
    return first(unchanged(property, EntityType.RESOURCE), about(property))
        .or(() ->
            maker.categoriesWith(property, after).stream()
                .flatMap(category -> madeUpValue(change, property, category).stream())
                .findFirst());
  }

  private Optional<Witness> madeUpValue(
      ChangeImpact change, EntityKey property, Optional<EntityKey> category) {
    EntityKey key =
        maker.newKey(
            EntityType.RESOURCE, category.map(found -> found.key() + "/").orElse("") + "Witness");
    Optional<ObjectNode> resource = maker.resource(key, category.orElse(null), property);
    if (resource.isEmpty()) {
      return Optional.empty();
    }
    Map<EntityKey, EntityDocument> beside = beside(change, property);
    Stream<JsonNode> values =
        switch (change.rule()) {
          case CARDINALITY_RESTRICTED -> maker.twoValidValues(property).stream();
          default ->
              Stream.concat(
                  Stream.concat(
                          beside.keySet().stream().map(EntityKey::key), Stream.of(change.item()))
                      .map(NODES::stringNode),
                  maker.values(property).stream());
        };
    return values
        .flatMap(value -> {
          Map<EntityKey, EntityDocument> madeUp = WitnessMaker.none();
          madeUp.putAll(beside);
          madeUp.put(key, with(resource.get(), property, value));
          if (change.rule() == ImpactRule.UNIQUE_TURNED_ON) {
            EntityKey twin = maker.newKey(EntityType.RESOURCE, key.key() + "_twin");
            madeUp.put(
                twin, with(resource.get().deepCopy().put("id", twin.key()), property, value));
          }
          return trial.madeUp(key, madeUp, about(property)).stream();
        })
        .findFirst();
  }

  private static EntityDocument with(ObjectNode resource, EntityKey property, JsonNode value) {
    ObjectNode json = resource.deepCopy();
    json.set(property.key(), value);
    return EntityDocument.of(json);
  }

  /** Values from a category are checked against its resources, so there has to be one. */
  private Map<EntityKey, EntityDocument> beside(ChangeImpact change, EntityKey property) {
    Map<EntityKey, EntityDocument> beside = WitnessMaker.none();
    boolean fromCategory =
        change.rule() == ImpactRule.VALUE_CATEGORY_INTRODUCED
            || change.rule() == ImpactRule.VALUE_CATEGORY_CHANGED;
    if (fromCategory) {
      Stream.of(diff.base(), diff.mine())
          .map(view -> PropertyConstraints.of(view.document(property)).fromCategory())
          .filter(Objects::nonNull)
          .filter(name -> EntityKey.problemWith(EntityType.CATEGORY, name).isEmpty())
          .map(name -> EntityKey.of(EntityType.CATEGORY, name))
          .filter(category -> diff.base().exists(category))
          .forEach(category ->
              maker.addResource(
                  beside, maker.newKey(EntityType.RESOURCE, category.key() + "/Page"), category));
    }
    return beside;
  }

  /** A resource has, or has not, a property of its category. */
  private Optional<Witness> item(ChangeImpact change) {
    Optional<EntityKey> item =
        EntityKey.parse(change.item()).filter(found -> found.type() == EntityType.PROPERTY);
    if (item.isEmpty() || change.entity().type() != EntityType.CATEGORY) {
      return Optional.empty();
    }
    EntityKey property = renamed.before(item.get());
    EntityKey category = change.entity();
    return first(unchanged(category, EntityType.RESOURCE), about(property))
        .or(() -> {
          EntityKey key = maker.newKey(EntityType.RESOURCE, category.key() + "/Witness");
          boolean needed = change.rule() == ImpactRule.ITEM_UNAVAILABLE;
          Optional<JsonNode> value =
              needed ? maker.validValue(property) : Optional.of(NODES.nullNode());
          return maker
              .resource(key, category, property)
              .flatMap(json ->
                  value.flatMap(node -> {
                    EntityDocument document =
                        needed ? with(json, property, node) : EntityDocument.of(json);
                    return trial.madeUp(key, Map.of(key, document), about(property));
                  }));
        });
  }

  /** A property takes values from the ancestor, and somebody names a page of the category. */
  private Optional<Witness> ancestor(ChangeImpact change) {
    EntityKey category = change.entity();
    Optional<EntityKey> lost = EntityKey.parse(change.item()).map(renamed::before);
    if (lost.isEmpty() || !diff.mine().exists(lost.get())) {
      return Optional.empty();
    }
    EntityKey ancestor = lost.get();
    Map<EntityKey, EntityDocument> madeUp = WitnessMaker.none();
    EntityKey page = maker.newKey(EntityType.RESOURCE, category.key() + "/Page");
    EntityKey other = maker.newKey(EntityType.RESOURCE, ancestor.key() + "/Page_of_it");
    if (!maker.addResource(madeUp, page, category) || !maker.addResource(madeUp, other, ancestor)) {
      return Optional.empty();
    }
    EntityKey property = maker.newKey(EntityType.PROPERTY, "Has_witness");
    madeUp.put(
        property,
        EntityDocument.of(
            NODES
                .objectNode()
                .put("id", property.key())
                .put("datatype", "Page")
                .put("Allows_value_from_category", ancestor.key())));
    EntityKey resource = maker.newKey(EntityType.RESOURCE, "Witness");
    madeUp.put(resource, maker.document(resource, property.key(), NODES.stringNode(page.key())));
    return trial.madeUp(resource, madeUp, about(property));
  }

  /** The witnesses of all major changes, in their order. */
  public List<Witness> ofAll(SemverImpact impact) {
    return impact.changes().stream().flatMap(change -> of(change).stream()).toList();
  }
}
