package org.ontodraft.model.format;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.WikitextField.Kind;

/** Which field of a document each parameter or annotation of a wikitext page is. */
final class WikitextFields {
  static final String START = "<!-- OntologySync Start -->";
  static final String END = "<!-- OntologySync End -->";
  static final String MANAGED = "OntologySync-managed";

  private static final String CATEGORY = "Category";
  private static final String PROPERTY = "Property";
  private static final String SUBOBJECT = "Subobject";

  private static final WikitextField DESCRIPTION =
      new WikitextField("description", "Has_description", Kind.TEXT, "");
  private static final WikitextField LABEL =
      new WikitextField("label", "Display_label", Kind.TEXT, "");

  private static final Map<EntityType, List<WikitextField>> FIELDS =
      new EnumMap<>(
          Map.of(
              EntityType.CATEGORY,
              List.of(
                  DESCRIPTION,
                  LABEL,
                  new WikitextField("parents", "Has_parent_category", Kind.KEYS, CATEGORY),
                  new WikitextField(
                      "required_properties", "Has_required_property", Kind.KEYS, PROPERTY),
                  new WikitextField(
                      "optional_properties", "Has_optional_property", Kind.KEYS, PROPERTY),
                  new WikitextField(
                      "required_subobjects", "Has_required_subobject", Kind.KEYS, SUBOBJECT),
                  new WikitextField(
                      "optional_subobjects", "Has_optional_subobject", Kind.KEYS, SUBOBJECT)),
              EntityType.PROPERTY,
              List.of(
                  DESCRIPTION,
                  new WikitextField("datatype", "Has_type", Kind.TEXT, ""),
                  LABEL,
                  new WikitextField("cardinality", "Allows_multiple_values", Kind.CARDINALITY, ""),
                  new WikitextField("allowed_values", "Allows_value", Kind.STRINGS, ""),
                  new WikitextField(
                      "Allows_value_from_category",
                      "Allows_value_from_category",
                      Kind.KEY,
                      CATEGORY),
                  new WikitextField("allowed_pattern", "Allows_pattern", Kind.TEXT, ""),
                  new WikitextField("allowed_value_list", "Allows_value_list", Kind.TEXT, ""),
                  new WikitextField("display_units", "Display_units", Kind.STRINGS, ""),
                  new WikitextField("display_precision", "Display_precision", Kind.WHOLE, ""),
                  new WikitextField("unique_values", "Has_unique_values", Kind.FLAG, ""),
                  new WikitextField("has_display_template", "Has_template", Kind.KEY, "Template"),
                  new WikitextField("parent_property", "Subproperty_of", Kind.KEY, PROPERTY)),
              EntityType.SUBOBJECT,
              List.of(
                  DESCRIPTION,
                  LABEL,
                  new WikitextField(
                      "required_properties", "Has_required_property", Kind.KEYS, PROPERTY),
                  new WikitextField(
                      "optional_properties", "Has_optional_property", Kind.KEYS, PROPERTY)),
              EntityType.DASHBOARD,
              List.of(DESCRIPTION, LABEL),
              EntityType.RESOURCE,
              List.of(DESCRIPTION, LABEL)));

  private WikitextFields() {}

  /** The known fields of a page of this type in the order they are written. */
  static List<WikitextField> of(EntityType type) {
    return FIELDS.getOrDefault(type, List.of());
  }

  /** What a parameter or annotation of this name is; one that is not known is a member as it is. */
  static WikitextField ofProperty(EntityType type, String property) {
    return of(type).stream()
        .filter(field -> field.property().equals(property))
        .findFirst()
        .orElseGet(() -> WikitextField.free(property));
  }

  /** How a member of a document is written. */
  static WikitextField ofMember(EntityType type, String member) {
    return of(type).stream()
        .filter(field -> field.member().equals(member))
        .findFirst()
        .orElseGet(() -> WikitextField.free(member));
  }

  /** The property a written name means: {@code has_SOP_type}, {@code Has SOP type}. */
  static String property(String name) {
    String key = name.replace(' ', '_');
    return key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key.substring(1);
  }

  /** The template of a type's pages; empty for a resource, whose category says it. */
  static Optional<String> template(EntityType type) {
    return switch (type) {
      case CATEGORY -> Optional.of(CATEGORY);
      case PROPERTY -> Optional.of(PROPERTY);
      case SUBOBJECT -> Optional.of(SUBOBJECT);
      case DASHBOARD -> Optional.of("Dashboard");
      case MODULE, BUNDLE, TEMPLATE, RESOURCE, MEDIA -> Optional.empty();
    };
  }

  /** The category that marks a type's pages. */
  static String managed(EntityType type) {
    return type == EntityType.CATEGORY ? MANAGED : MANAGED + "-" + type.id();
  }

  /** The title of a page with this key: underscores are spaces. */
  static String title(String key) {
    return key.replace('_', ' ');
  }

  /** The label of an entity whose page gives none. */
  static String defaultLabel(EntityKey key) {
    return title(key.key());
  }

  /** Yes or no as people and tools write them; empty for anything else. */
  static Optional<Boolean> flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> Optional.of(true);
      case "no", "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
