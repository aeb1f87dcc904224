package org.ontodraft.model.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.pattern.LinearPattern;
import tools.jackson.databind.JsonNode;

/**
 * What a property asks of its values.
 *
 * @param datatype one of the datatypes of Semantic MediaWiki, or whatever is written there
 * @param single whether a page has one value at most
 * @param allowedValues the only values, or empty where the property lists none
 * @param pattern what every value matches, or null
 * @param fromCategory the key of the category whose pages are the values, or null
 * @param unique whether no two pages have the same value
 */
public record PropertyConstraints(
    String datatype,
    boolean single,
    List<String> allowedValues,
    @Nullable LinearPattern pattern,
    @Nullable String fromCategory,
    boolean unique) {
  /** What a property that does not exist asks. */
  static final PropertyConstraints NONE =
      new PropertyConstraints("", false, List.of(), null, null, false);

  static final String DATATYPE = "datatype";
  static final String ALLOWED_VALUES = "allowed_values";
  static final String ALLOWED_PATTERN = "allowed_pattern";
  static final String ALLOWED_VALUE_LIST = "allowed_value_list";
  static final String FROM_CATEGORY = "Allows_value_from_category";

  public PropertyConstraints {
    allowedValues = List.copyOf(allowedValues);
  }

  /** Those that a property's document states. */
  public static PropertyConstraints of(EntityDocument property) {
    JsonNode values = property.get(ALLOWED_VALUES);
    String category = property.text(FROM_CATEGORY).orElse(null);
    if (category == null && values != null && values.path("from_category").isString()) {
      category = values.path("from_category").stringValue();
    }
    JsonNode unique = property.get("unique_values");
    return new PropertyConstraints(
        property.text(DATATYPE).orElse(""),
        property.text("cardinality").orElse("").equals("single"),
        values != null && values.isArray() ? property.texts(ALLOWED_VALUES) : List.of(),
        property.text(ALLOWED_PATTERN).map(LinearPattern::of).orElse(null),
        category,
        unique != null && unique.isBoolean() && unique.booleanValue());
  }
}
