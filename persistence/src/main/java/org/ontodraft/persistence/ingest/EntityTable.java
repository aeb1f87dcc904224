package org.ontodraft.persistence.ingest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;
import org.ontodraft.persistence.store.StoredText;
import tools.jackson.databind.JsonNode;

/**
 * The table of one entity type and the columns it has beside the common ones.
 *
 * @param name with the schema
 */
record EntityTable(EntityType type, String name, List<OwnColumn> ownColumns) {
  /** The columns every entity table begins with, but for when the row was made. */
  static final List<Column> COMMON =
      List.of(
          Column.uuid("id"),
          Column.text("entity_key"),
          Column.text("source_path"),
          Column.text("label"),
          Column.text("description"),
          Column.text("canonical_json"),
          Column.time("updated_at"));

  /** A column filled from the document; a value of another shape than the column's is left out. */
  record OwnColumn(Column column, Function<EntityDocument, @Nullable Object> value) {}

  static EntityTable of(EntityType type) {
    return new EntityTable(type, "ontology." + type.folder(), ownColumns(type));
  }

  private static List<OwnColumn> ownColumns(EntityType type) {
    return switch (type) {
      case CATEGORY, SUBOBJECT, DASHBOARD, MEDIA -> List.of();
      case MODULE, BUNDLE -> List.of(text("version", "version"));
      case TEMPLATE -> List.of(text("wikitext", "wikitext"));
      case RESOURCE ->
          List.of(new OwnColumn(Column.text("category_key"), EntityTable::firstCategory));
      case PROPERTY ->
          List.of(
              text("datatype", "datatype"),
              text("cardinality", "cardinality"),
              text("allowed_pattern", "allowed_pattern"),
              text("allowed_value_list", "allowed_value_list"),
              json("allowed_values"),
              text("allows_value_from_category", "Allows_value_from_category"),
              json("display_units"),
              new OwnColumn(
                  Column.integer("display_precision"),
                  document -> wholeNumber(document.get("display_precision"))),
              new OwnColumn(
                  Column.bool("unique_values"), document -> truth(document.get("unique_values"))),
              text("display_template", "has_display_template"));
    };
  }

  private static OwnColumn text(String column, String field) {
    return new OwnColumn(
        Column.text(column),
        document -> document.text(field).map(StoredText::readable).orElse(null));
  }

  private static OwnColumn json(String field) {
    return new OwnColumn(
        Column.text(field),
        document -> {
          JsonNode value = document.get(field);
          return value == null ? null : StoredText.json(value.toString());
        });
  }

  private static @Nullable Object firstCategory(EntityDocument document) {
    return document
        .text("category")
        .or(() -> document.texts("categories").stream().findFirst())
        .map(StoredText::readable)
        .orElse(null);
  }

  private static @Nullable Object wholeNumber(@Nullable JsonNode value) {
    return value != null && value.isIntegralNumber() && value.canConvertToInt()
        ? Integer.valueOf(value.intValue())
        : null;
  }

  private static @Nullable Object truth(@Nullable JsonNode value) {
    return value != null && value.isBoolean() ? Boolean.valueOf(value.booleanValue()) : null;
  }
}
