package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.JsonNode;

/**
 * What a property asks of its values must make sense. {@code unknown-datatype}: no datatype of
 * Semantic MediaWiki. Arguments: the datatype. {@code exclusive-constraints}: more than one of the
 * list of values, the pattern, the named list and the category. Arguments: their names. {@code
 * allowed-value-datatype}: a value that is listed is not of the property's datatype. Arguments: the
 * value, the datatype. {@code constraint-datatype} (warning): units or a precision for values that
 * are no numbers, or values from a category for a datatype other than Page. Arguments: the field,
 * the datatype.
 */
public final class PropertyConstraintsRule implements Rule {
  private static final String UNKNOWN = "unknown-datatype";
  private static final String EXCLUSIVE = "exclusive-constraints";
  private static final String VALUE = "allowed-value-datatype";
  private static final String DATATYPE = "constraint-datatype";

  private static final List<String> NUMBERS = List.of("Number", "Quantity", "Temperature");

  @Override
  public List<String> codes() {
    return List.of(UNKNOWN, EXCLUSIVE, VALUE, DATATYPE);
  }

  @Override
  public boolean isAbout(EntityType type) {
    return type == EntityType.PROPERTY;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    EntityDocument document = view.document(entity);
    PropertyConstraints constraints = view.constraints(entity);
    String datatype = constraints.datatype();
    List<Finding> findings = new ArrayList<>();
    exclusive(document)
        .filter(names -> names.size() > 1)
        .ifPresent(names ->
            findings.add(
                finding(
                    Severity.ERROR, EXCLUSIVE, entity, names.getLast(), String.join(", ", names))));
    if (datatype.isEmpty()) {
      return findings;
    }
    if (!Datatypes.isKnown(datatype)) {
      findings.add(
          finding(Severity.ERROR, UNKNOWN, entity, PropertyConstraints.DATATYPE, datatype));
      return findings;
    }
    for (int i = 0; i < constraints.allowedValues().size(); i++) {
      String value = constraints.allowedValues().get(i);
      if (!Datatypes.accepts(datatype, value)) {
        String place = PropertyConstraints.ALLOWED_VALUES + "/" + i;
        findings.add(finding(Severity.ERROR, VALUE, entity, place, value, datatype));
      }
    }
    boolean number = NUMBERS.contains(datatype);
    for (String field : List.of("display_units", "display_precision")) {
      if (!number && isGiven(document, field)) {
        findings.add(finding(Severity.WARNING, DATATYPE, entity, field, field, datatype));
      }
    }
    if (constraints.fromCategory() != null && !datatype.equals("Page")) {
      String field = categoryField(document);
      findings.add(finding(Severity.WARNING, DATATYPE, entity, field, field, datatype));
    }
    return findings;
  }

  /** The constraints that exclude each other, as far as they are given. */
  private static Optional<List<String>> exclusive(EntityDocument property) {
    List<String> names =
        Stream.of(
                PropertyConstraints.ALLOWED_VALUES,
                PropertyConstraints.ALLOWED_PATTERN,
                PropertyConstraints.ALLOWED_VALUE_LIST,
                PropertyConstraints.FROM_CATEGORY)
            .filter(field -> isGiven(property, field))
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private static String categoryField(EntityDocument property) {
    return property.text(PropertyConstraints.FROM_CATEGORY).isPresent()
        ? PropertyConstraints.FROM_CATEGORY
        : PropertyConstraints.ALLOWED_VALUES;
  }

  private static boolean isGiven(EntityDocument property, String field) {
    JsonNode value = property.get(field);
    return value != null && !(value.isContainer() && value.isEmpty());
  }

  private static Finding finding(
      Severity severity, String code, EntityKey entity, String place, String... arguments) {
    return new Finding(severity, code, entity, "/" + place, List.of(arguments));
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    String field = ItemPlace.field(finding.pointer());
    EntityKey property = finding.key();
    return switch (finding.rule()) {
      case UNKNOWN -> List.of(new QuickFix.SetText(property, field, closest(finding)));
      case VALUE ->
          List.of(new QuickFix.RemoveItem(property, field, finding.arguments().getFirst()));
      case EXCLUSIVE ->
          exclusive(view.document(property)).orElse(List.of()).reversed().stream()
              .<QuickFix>map(name -> new QuickFix.RemoveField(property, name))
              .toList();
      default -> List.of(new QuickFix.RemoveField(property, field));
    };
  }

  private static String closest(Finding unknown) {
    String datatype = unknown.arguments().getFirst();
    return EntityFields.DATATYPES.stream()
        .min(Comparator.comparingInt(other -> EditDistance.between(datatype, other)))
        .orElse("Text");
  }
}
