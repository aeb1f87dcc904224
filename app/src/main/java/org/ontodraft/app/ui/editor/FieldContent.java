package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.JsonNode;

/**
 * One field of an entity on both sides, ready to be edited.
 *
 * @param spec its name and what the type says of it
 * @param group where the form shows it
 * @param base its value at the base, null when it is not set there
 * @param mine its value in the draft, null when it is not set
 * @param change how the two differ
 * @param member what the ontology says of a resource's property, else null
 * @param items what is known of the keys in it, by their text
 */
public record FieldContent(
    FieldSpec spec,
    Group group,
    @Nullable JsonNode base,
    @Nullable JsonNode mine,
    FieldChange.Kind change,
    @Nullable MemberType member,
    Map<String, NamedItem> items) {
  public FieldContent {
    items = Map.copyOf(items);
  }

  /** Where the form shows a field. */
  public enum Group {
    /** Fields of the type. */
    OWN,
    /** Lists that the tables of effective items show and edit. */
    TABLE,
    /** Properties that a resource's categories ask for. */
    MEMBER,
    /** Members that nothing describes. */
    OTHER
  }

  /**
   * How the ontology describes a resource's property.
   *
   * @param label the property's label
   * @param datatype its datatype, or empty
   * @param multiple whether it may hold several values
   * @param from the category whose resources are its values; empty where they are not
   */
  public record MemberType(
      String label, String datatype, boolean multiple, Optional<EntityKey> from) {}

  /** The field's name in the document. */
  public String name() {
    return spec.name();
  }

  /** Whether the draft changes the field. */
  public boolean changed() {
    return change != FieldChange.Kind.UNCHANGED;
  }

  /**
   * What to edit the field as: its kind, or JSON while it holds a value of another shape, so that
   * no value is bent to fit a control.
   */
  public FieldKind kind() {
    return fits(mine) ? shapedKind() : FieldKind.JSON;
  }

  /** The text form of a field that is edited as text. */
  TextForm form() {
    return switch (kind()) {
      case INTEGER -> TextForm.WHOLE;
      case JSON -> TextForm.JSON;
      case TEXT -> decimal() ? TextForm.DECIMAL : TextForm.PLAIN;
      case LONG_TEXT, CHOICE, BOOLEAN, KEY, KEY_SET, STRING_SET, PAGES, IMAGES -> TextForm.PLAIN;
    };
  }

  /** The category whose resources are the field's values; empty where they are not. */
  Optional<EntityKey> from() {
    return member == null ? Optional.empty() : member.from();
  }

  /** What is known of a key in the field. */
  Optional<NamedItem> item(String text) {
    return Optional.ofNullable(items.get(text));
  }

  /** The values a choice offers. */
  List<String> choices() {
    return spec.choices();
  }

  private FieldKind shapedKind() {
    boolean lines = mine != null && mine.isString() && mine.stringValue().indexOf('\n') >= 0;
    return spec.kind() == FieldKind.TEXT && lines ? FieldKind.LONG_TEXT : spec.kind();
  }

  private boolean decimal() {
    return member != null
        && switch (member.datatype()) {
          case "Number", "Quantity", "Temperature" -> mine == null || TextForm.DECIMAL.fits(mine);
          default -> false;
        };
  }

  private boolean fits(@Nullable JsonNode value) {
    if (value == null) {
      return true;
    }
    return switch (spec.kind()) {
      case TEXT -> decimal() || TextForm.PLAIN.fits(value);
      case LONG_TEXT, CHOICE, KEY -> TextForm.PLAIN.fits(value);
      case BOOLEAN -> value.isBoolean();
      case INTEGER -> TextForm.WHOLE.fits(value);
      case KEY_SET, STRING_SET -> SetValue.fits(value);
      case PAGES -> PageValue.fits(value);
      case IMAGES -> value.isObject();
      case JSON -> true;
    };
  }
}
