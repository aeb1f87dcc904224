package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.editor.FieldContent.MemberType;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.validation.PropertyConstraints;
import tools.jackson.databind.JsonNode;

/** The members a resource should have: one for each effective property of its categories. */
final class ResourceMembers {
  private static final Comparator<Member> ORDER =
      Comparator.comparing((Member member) -> !member.spec().required())
          .thenComparing(member -> member.type().label(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(member -> member.spec().name());

  private ResourceMembers() {}

  /** A member and what the ontology says of it. */
  record Member(FieldSpec spec, MemberType type) {}

  /** The members, required ones first, then by label. Reads the properties' documents. */
  static List<Member> of(DraftOverlay overlay, EntityDocument resource) {
    Map<EntityKey, Boolean> properties = new TreeMap<>();
    for (String category : categories(resource)) {
      if (EntityKey.problemWith(EntityType.CATEGORY, category).isEmpty()) {
        EntityKey key = EntityKey.of(EntityType.CATEGORY, category);
        for (EffectiveItem item : overlay.hierarchy().effectiveProperties(key)) {
          properties.merge(item.item(), item.required(), Boolean::logicalOr);
        }
      }
    }
    List<Member> members = new ArrayList<>();
    properties.forEach((property, required) -> {
      if (EntityFields.find(EntityType.RESOURCE, property.key()).isEmpty()) {
        members.add(member(overlay, property, required));
      }
    });
    members.sort(ORDER);
    return members;
  }

  private static Set<String> categories(EntityDocument resource) {
    Set<String> categories = new LinkedHashSet<>(resource.texts("category"));
    categories.addAll(resource.texts("categories"));
    return categories;
  }

  private static Member member(DraftOverlay overlay, EntityKey property, boolean required) {
    EntityDocument document = overlay.effectiveDocument(property);
    if (document == null) {
      MemberType unknown = new MemberType(property.key(), "", false, Optional.empty());
      return new Member(FieldSpec.of(property.key(), FieldKind.TEXT, required), unknown);
    }
    String datatype = document.text("datatype").orElse("");
    boolean multiple = document.text("cardinality").filter("multiple"::equals).isPresent();
    List<String> allowed = allowedValues(document);
    Optional<EntityKey> from =
        Optional.ofNullable(PropertyConstraints.of(document).fromCategory())
            .filter(key -> allowed.isEmpty())
            .filter(key -> EntityKey.problemWith(EntityType.CATEGORY, key).isEmpty())
            .map(key -> EntityKey.of(EntityType.CATEGORY, key));
    FieldKind kind =
        from.isPresent()
            ? multiple ? FieldKind.KEY_SET : FieldKind.KEY
            : kindOf(datatype, multiple, !allowed.isEmpty());
    @Nullable EntityType target = from.isPresent() ? EntityType.RESOURCE : null;
    FieldSpec spec = new FieldSpec(property.key(), kind, target, allowed, required);
    return new Member(
        spec, new MemberType(document.label().orElse(property.key()), datatype, multiple, from));
  }

  private static List<String> allowedValues(EntityDocument property) {
    JsonNode values = property.get("allowed_values");
    return values != null && values.isArray() ? property.texts("allowed_values") : List.of();
  }

  private static FieldKind kindOf(String datatype, boolean multiple, boolean choices) {
    if (multiple) {
      return FieldKind.STRING_SET;
    }
    if (choices) {
      return FieldKind.CHOICE;
    }
    return switch (datatype) {
      case "Boolean" -> FieldKind.BOOLEAN;
      case "Code" -> FieldKind.LONG_TEXT;
      default -> FieldKind.TEXT;
    };
  }
}
