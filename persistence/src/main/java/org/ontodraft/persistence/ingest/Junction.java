package org.ontodraft.persistence.ingest;

import static org.ontodraft.model.entity.EntityType.BUNDLE;
import static org.ontodraft.model.entity.EntityType.CATEGORY;
import static org.ontodraft.model.entity.EntityType.DASHBOARD;
import static org.ontodraft.model.entity.EntityType.MODULE;
import static org.ontodraft.model.entity.EntityType.PROPERTY;
import static org.ontodraft.model.entity.EntityType.RESOURCE;
import static org.ontodraft.model.entity.EntityType.SUBOBJECT;
import static org.ontodraft.model.entity.EntityType.TEMPLATE;

import java.util.List;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityType;

/**
 * A table of edges between two entity types: the references of some fields that resolve. Filled
 * from {@code entity_reference} by SQL, a pair once.
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

  /** Inserts the edges of the references {@code r} for which a condition holds. */
  String insertWhere(String condition) {
    String columns =
        switch (extra) {
          case NONE -> targetColumn;
          case IS_REQUIRED -> targetColumn + ", is_required";
          case POSITION -> targetColumn + ", position";
          case TYPE_AND_KEY -> "entity_type, " + targetColumn;
        };
    String values =
        switch (extra) {
          case NONE -> "t.id";
          case IS_REQUIRED ->
              "t.id, max(case when r.pointer = '"
                  + pointers.getFirst()
                  + "' then 1 else 0 end) = 1";
          case POSITION -> "t.id, min(r.position)";
          case TYPE_AND_KEY -> "r.target_type, r.target_key";
        };
    String group = extra == Extra.TYPE_AND_KEY ? "r.target_type, r.target_key" : "t.id";
    return "insert into "
        + table
        + " ("
        + ownerColumn
        + ", "
        + columns
        + ") select o.id, "
        + values
        + " from ontology.entity_reference r join "
        + EntityTable.of(owner).name()
        + " o on o.entity_key = r.source_key join "
        + EntityTable.of(target).name()
        + " t on t.entity_key = r.target_key where r.source_type = '"
        + owner.id()
        + "' and r.target_type = '"
        + target.id()
        + "' and r.pointer in ("
        + pointers.stream().map(pointer -> "'" + pointer + "'").collect(Collectors.joining(", "))
        + ") and "
        + condition
        + " group by o.id, "
        + group;
  }

  /** Deletes the edges that owners with these keys, an array parameter, have to the target type. */
  String deleteOfOwners() {
    String edges =
        "delete from "
            + table
            + " where "
            + ownerColumn
            + " in (select id from "
            + EntityTable.of(owner).name()
            + " where entity_key = any (?))";
    return extra == Extra.TYPE_AND_KEY ? edges + " and entity_type = '" + target.id() + "'" : edges;
  }

  /** Deletes the edges to targets with these keys, an array parameter. */
  String deleteOfTargets() {
    return extra == Extra.TYPE_AND_KEY
        ? "delete from "
            + table
            + " where entity_type = '"
            + target.id()
            + "' and "
            + targetColumn
            + " = any (?)"
        : "delete from "
            + table
            + " where "
            + targetColumn
            + " in (select id from "
            + EntityTable.of(target).name()
            + " where entity_key = any (?))";
  }
}
