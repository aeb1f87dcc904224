package org.ontodraft.model.entity;

import static org.ontodraft.model.entity.FieldKind.BOOLEAN;
import static org.ontodraft.model.entity.FieldKind.CHOICE;
import static org.ontodraft.model.entity.FieldKind.IMAGES;
import static org.ontodraft.model.entity.FieldKind.INTEGER;
import static org.ontodraft.model.entity.FieldKind.JSON;
import static org.ontodraft.model.entity.FieldKind.KEY;
import static org.ontodraft.model.entity.FieldKind.KEY_SET;
import static org.ontodraft.model.entity.FieldKind.LONG_TEXT;
import static org.ontodraft.model.entity.FieldKind.PAGES;
import static org.ontodraft.model.entity.FieldKind.STRING_SET;
import static org.ontodraft.model.entity.FieldKind.TEXT;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields each entity type knows, in the order forms and diffs show them. A document may hold
 * more: unknown members are kept, shown as JSON, and left to the repository's schema to judge.
 */
public final class EntityFields {
  /** The datatypes of Semantic MediaWiki that a property may have. */
  public static final List<String> DATATYPES =
      List.of(
          "Annotation URI",
          "Boolean",
          "Code",
          "Date",
          "Email",
          "External identifier",
          "Geographic coordinates",
          "Keyword",
          "Monolingual text",
          "Number",
          "Page",
          "Quantity",
          "Record",
          "Reference",
          "Telephone number",
          "Temperature",
          "Text",
          "URL");

  /**
   * The member of a media document that says which images a draft puts beside its file. It is in no
   * file: the images are.
   */
  public static final String IMAGES_MEMBER = "$images";

  private static final Map<EntityType, List<FieldSpec>> FIELDS = new EnumMap<>(EntityType.class);
  private static final Map<EntityType, Map<String, FieldSpec>> BY_NAME =
      new EnumMap<>(EntityType.class);

  static {
    for (EntityType type : EntityType.values()) {
      List<FieldSpec> fields = new ArrayList<>();
      fields.add(FieldSpec.of("id", TEXT, true));
      if (type == EntityType.MODULE || type == EntityType.BUNDLE) {
        fields.add(FieldSpec.of("version", TEXT, true));
      }
      boolean described = type != EntityType.RESOURCE && type != EntityType.MEDIA;
      if (type == EntityType.MEDIA) {
        fields.add(FieldSpec.of(IMAGES_MEMBER, IMAGES, false));
      } else {
        fields.add(FieldSpec.of("label", TEXT, described));
      }
      fields.add(FieldSpec.of("description", LONG_TEXT, described));
      fields.addAll(ownFields(type));
      FIELDS.put(type, List.copyOf(fields));
      BY_NAME.put(
          type,
          fields.stream().collect(Collectors.toUnmodifiableMap(FieldSpec::name, field -> field)));
    }
  }

  private EntityFields() {}

  /** The fields of a type, in order; {@code id}, {@code label} and {@code description} first. */
  public static List<FieldSpec> of(EntityType type) {
    return FIELDS.getOrDefault(type, List.of());
  }

  /** The field of this name, if the type knows it. */
  public static Optional<FieldSpec> find(EntityType type, String name) {
    return Optional.ofNullable(BY_NAME.getOrDefault(type, Map.of()).get(name));
  }

  private static List<FieldSpec> ownFields(EntityType type) {
    return switch (type) {
      case CATEGORY ->
          List.of(
              keys("parents", EntityType.CATEGORY),
              keys("required_properties", EntityType.PROPERTY),
              keys("optional_properties", EntityType.PROPERTY),
              keys("required_subobjects", EntityType.SUBOBJECT),
              keys("optional_subobjects", EntityType.SUBOBJECT));
      case PROPERTY ->
          List.of(
              choice("datatype", DATATYPES),
              choice("cardinality", List.of("single", "multiple")),
              key("parent_property", EntityType.PROPERTY, false),
              FieldSpec.of("allowed_values", STRING_SET, false),
              FieldSpec.of("allowed_pattern", TEXT, false),
              FieldSpec.of("allowed_value_list", TEXT, false),
              key("Allows_value_from_category", EntityType.CATEGORY, false),
              FieldSpec.of("display_units", STRING_SET, false),
              FieldSpec.of("display_precision", INTEGER, false),
              FieldSpec.of("unique_values", BOOLEAN, false),
              key("has_display_template", EntityType.TEMPLATE, false));
      case SUBOBJECT ->
          List.of(
              keys("required_properties", EntityType.PROPERTY),
              keys("optional_properties", EntityType.PROPERTY));
      case TEMPLATE -> List.of(FieldSpec.of("wikitext", LONG_TEXT, true));
      case MODULE ->
          List.of(
              keys("categories", EntityType.CATEGORY),
              keys("properties", EntityType.PROPERTY),
              keys("subobjects", EntityType.SUBOBJECT),
              keys("templates", EntityType.TEMPLATE),
              keys("dashboards", EntityType.DASHBOARD),
              keys("resources", EntityType.RESOURCE),
              keys("dependencies", EntityType.MODULE));
      case BUNDLE ->
          List.of(keys("modules", EntityType.MODULE), keys("dashboards", EntityType.DASHBOARD));
      case DASHBOARD -> List.of(FieldSpec.of("pages", PAGES, true));
      case RESOURCE ->
          List.of(
              key("category", EntityType.CATEGORY, false),
              keys("categories", EntityType.CATEGORY),
              FieldSpec.of("wikitext", LONG_TEXT, false));
      case MEDIA ->
          List.of(
              FieldSpec.of("source", TEXT, true),
              FieldSpec.of("license", TEXT, true),
              FieldSpec.of("author", TEXT, false));
    };
  }

  private static FieldSpec keys(String name, EntityType target) {
    return new FieldSpec(name, KEY_SET, target, List.of(), false);
  }

  private static FieldSpec key(String name, EntityType target, boolean required) {
    return new FieldSpec(name, KEY, target, List.of(), required);
  }

  private static FieldSpec choice(String name, List<String> choices) {
    return new FieldSpec(name, CHOICE, null, choices, true);
  }

  /** How a member no type knows is treated. */
  public static FieldSpec unknown(String name) {
    return FieldSpec.of(name, JSON, false);
  }
}
