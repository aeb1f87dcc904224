package org.ontodraft.persistence.ingest;

import static org.ontodraft.model.entity.EntityType.BUNDLE;
import static org.ontodraft.model.entity.EntityType.CATEGORY;
import static org.ontodraft.model.entity.EntityType.DASHBOARD;
import static org.ontodraft.model.entity.EntityType.MODULE;
import static org.ontodraft.model.entity.EntityType.PROPERTY;
import static org.ontodraft.model.entity.EntityType.RESOURCE;
import static org.ontodraft.model.entity.EntityType.SUBOBJECT;
import static org.ontodraft.model.entity.EntityType.TEMPLATE;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * A table of edges between two entity types: the references of some fields that resolve, a pair
 * once.
 *
 * @param targetColumn the target's id, or for {@code module_entity} its key
 * @param pointers the fields whose references are the edges
 */
record Junction(
    String table,
    EntityType owner,
    String ownerColumn,
    EntityType target,
    String targetColumn,
    Extra extra,
    List<String> pointers) {

  /** What a table holds beside the two ends. */
  enum Extra {
    NONE,
    /** Whether a required field names the target; it may be in both lists. */
    IS_REQUIRED,
    /** The least place in the lists. */
    POSITION,
    /** The target's type and key in place of its id. */
    TYPE_AND_KEY
  }

  static final List<Junction> ALL =
      List.of(
          edges("category_parent", CATEGORY, CATEGORY, "parent_id", "/parents"),
          members("category_property", CATEGORY, PROPERTY, "properties"),
          members("category_subobject", CATEGORY, SUBOBJECT, "subobjects"),
          members("subobject_property", SUBOBJECT, PROPERTY, "properties"),
          edges("property_parent", PROPERTY, PROPERTY, "parent_id", "/parent_property"),
          moduleEntity(CATEGORY, "/categories"),
          moduleEntity(PROPERTY, "/properties"),
          moduleEntity(SUBOBJECT, "/subobjects"),
          moduleEntity(TEMPLATE, "/templates"),
          moduleEntity(RESOURCE, "/resources"),
          edges("module_dependency", MODULE, MODULE, "dependency_id", "/dependencies"),
          edges("module_dashboard", MODULE, DASHBOARD, "dashboard_id", "/dashboards"),
          edges("bundle_module", BUNDLE, MODULE, "module_id", "/modules"),
          edges("bundle_dashboard", BUNDLE, DASHBOARD, "dashboard_id", "/dashboards"),
          new Junction(
              "ontology.resource_category",
              RESOURCE,
              "resource_id",
              CATEGORY,
              "category_id",
              Extra.POSITION,
              List.of("/category", "/categories")));

  private static Junction edges(
      String table, EntityType owner, EntityType target, String targetColumn, String pointer) {
    return new Junction(
        "ontology." + table,
        owner,
        owner.id() + "_id",
        target,
        targetColumn,
        Extra.NONE,
        List.of(pointer));
  }

  private static Junction members(
      String table, EntityType owner, EntityType target, String fieldEnd) {
    return new Junction(
        "ontology." + table,
        owner,
        owner.id() + "_id",
        target,
        target.id() + "_id",
        Extra.IS_REQUIRED,
        List.of("/required_" + fieldEnd, "/optional_" + fieldEnd));
  }

  private static Junction moduleEntity(EntityType target, String pointer) {
    return new Junction(
        "ontology.module_entity",
        MODULE,
        "module_id",
        target,
        "entity_key",
        Extra.TYPE_AND_KEY,
        List.of(pointer));
  }

  private record Ends(EntityType source, String pointer, EntityType target) {}

  private static final Map<Ends, Junction> BY_ENDS = byEnds();

  private static Map<Ends, Junction> byEnds() {
    Map<Ends, Junction> found = new HashMap<>();
    for (Junction junction : ALL) {
      for (String pointer : junction.pointers) {
        found.put(new Ends(junction.owner, pointer, junction.target), junction);
      }
    }
    return Map.copyOf(found);
  }

  /** The table whose edges this reference is one of, or null when no table has it. */
  static @Nullable Junction of(EntityReference reference) {
    return BY_ENDS.getOrDefault(
        new Ends(reference.source().type(), reference.pointer(), reference.target().type()), null);
  }

  /** What a row has to say of a reference beside its ends, as a number. */
  int extra(EntityReference reference) {
    return switch (extra) {
      case NONE, TYPE_AND_KEY -> 0;
      case IS_REQUIRED -> reference.pointer().equals(pointers.getFirst()) ? 1 : 0;
      case POSITION -> reference.position();
    };
  }

  /** What the row of a pair that is named twice says. */
  int merged(int one, int other) {
    return extra == Extra.POSITION ? Math.min(one, other) : Math.max(one, other);
  }

  /** Deletes the edges to entities of the target type, all of which have rows still. */
  void deleteOfTargets(KeyedRows rows, Collection<EntityKey> targets, EntityIds ids)
      throws SQLException {
    if (extra == Extra.TYPE_AND_KEY) {
      rows.delete(
          table + " where entity_type = '" + target.id() + "' and",
          targetColumn,
          "varchar",
          targets.stream().map(EntityKey::key).toList());
    } else {
      rows.delete(
          table + " where",
          targetColumn,
          "uuid",
          targets.stream().map(ids::of).filter(Objects::nonNull).toList());
    }
  }
}
