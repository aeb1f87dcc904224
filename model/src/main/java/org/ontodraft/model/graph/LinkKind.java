package org.ontodraft.model.graph;

import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/** What one entity is to another that it names. */
public enum LinkKind {
  /** A parent category or a parent property. */
  PARENT,
  /** A property or subobject that must be filled in. */
  REQUIRED,
  /** A property or subobject that may be filled in. */
  OPTIONAL,
  /** The values of a property come from this category. */
  VALUES,
  /** A property is shown with this template. */
  TEMPLATE,
  /** A resource is of this category. */
  INSTANCE,
  /** A module or bundle lists it. */
  MEMBER,
  /** A module depends on it. */
  DEPENDENCY,
  /** Anything else that names it, such as a page's text. */
  MENTION;

  /** The kind of a reference, by the field that makes it. */
  public static LinkKind of(EntityReference reference) {
    return switch (reference.pointer()) {
      case "/parents", "/parent_property" -> PARENT;
      case "/required_properties", "/required_subobjects" -> REQUIRED;
      case "/optional_properties", "/optional_subobjects" -> OPTIONAL;
      case "/Allows_value_from_category" -> VALUES;
      case "/has_display_template" -> TEMPLATE;
      case "/dependencies" -> DEPENDENCY;
      case "/category", "/categories" ->
          reference.source().type() == EntityType.RESOURCE ? INSTANCE : listed(reference);
      default -> listed(reference);
    };
  }

  private static LinkKind listed(EntityReference reference) {
    EntityType source = reference.source().type();
    return source == EntityType.MODULE || source == EntityType.BUNDLE ? MEMBER : MENTION;
  }

  /** Whether the entity that is named belongs above the one that names it in a picture. */
  public boolean upward() {
    return switch (this) {
      case PARENT, INSTANCE, DEPENDENCY -> true;
      case REQUIRED, OPTIONAL, VALUES, TEMPLATE, MEMBER, MENTION -> false;
    };
  }
}
