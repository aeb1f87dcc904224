package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.patch.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Finds the references a document makes. */
public final class References {
  static final String ALLOWED_VALUES = "allowed_values";
  static final String FROM_CATEGORY = "from_category";

  private static final String TEMPLATE_NAMESPACE = "Template:";

  /** Members the wikitext tools write into a resource beside its properties. */
  private static final Set<String> RESOURCE_METADATA =
      Set.of("media_refs", "entity_key", "source_path");

  private References() {}

  /**
   * Every reference of the known key fields, {@code allowed_values/from_category}, and a resource's
   * property members (pointer {@code /Has_name}, target {@code property:Has_name}; members that
   * begin with {@code $} or {@code _} are metadata). Images that a text shows name their media.
   * Names that cannot be keys are left out; validation reports them. {@code Template:} before a
   * template's key is dropped.
   *
   * @return the references by field, in the order of the type, and position
   */
  public static List<EntityReference> of(EntityKey key, EntityDocument document) {
    List<EntityReference> found = new ArrayList<>();
    for (FieldSpec field : EntityFields.of(key.type())) {
      JsonNode value = document.get(field.name());
      if (value == null) {
        continue;
      }
      EntityType target = field.target();
      if (target != null) {
        addField(found, key, field, target, value);
      } else if (field.name().equals(ALLOWED_VALUES) && value.isObject()) {
        String pointer = "/" + ALLOWED_VALUES + "/" + FROM_CATEGORY;
        add(found, key, pointer, 0, EntityType.CATEGORY, value.path(FROM_CATEGORY));
      }
    }
    if (key.type() == EntityType.RESOURCE) {
      addProperties(found, key, document);
    }
    MediaLinks.add(found, key, document);
    return found;
  }

  private static void addField(
      List<EntityReference> found,
      EntityKey key,
      FieldSpec field,
      EntityType target,
      JsonNode value) {
    String pointer = "/" + field.name();
    if (field.kind() == FieldKind.KEY) {
      add(found, key, pointer, 0, target, value);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        add(found, key, pointer, i, target, value.path(i));
      }
    }
  }

  private static void add(
      List<EntityReference> found,
      EntityKey source,
      String pointer,
      int position,
      EntityType target,
      JsonNode value) {
    if (!value.isString()) {
      return;
    }
    String name = value.stringValue();
    if (target == EntityType.TEMPLATE && name.startsWith(TEMPLATE_NAMESPACE)) {
      name = name.substring(TEMPLATE_NAMESPACE.length());
    }
    if (EntityKey.problemWith(target, name).isEmpty()) {
      found.add(new EntityReference(source, pointer, position, new EntityKey(target, name)));
    }
  }

  private static void addProperties(
      List<EntityReference> found, EntityKey key, EntityDocument document) {
    for (String name : document.json().propertyNames()) {
      boolean metadata =
          RESOURCE_METADATA.contains(name) || name.startsWith("$") || name.startsWith("_");
      if (metadata
          || EntityFields.find(EntityType.RESOURCE, name).isPresent()
          || EntityKey.problemWith(EntityType.PROPERTY, name).isPresent()) {
        continue;
      }
      String pointer = JsonPointer.ofField(name).toString();
      found.add(new EntityReference(key, pointer, 0, new EntityKey(EntityType.PROPERTY, name)));
    }
  }
}
