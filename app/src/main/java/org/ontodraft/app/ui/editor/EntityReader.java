package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.editor.FieldContent.Group;
import org.ontodraft.app.ui.editor.FieldContent.MemberType;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;

/**
 * Reads what the panel shows of an entity; a deleted one shows the fields it had. Reads documents:
 * not for the FX thread.
 */
public final class EntityReader {
  /** The entity as this overlay has it. An unknown key gives an empty content. */
  public EntityContent read(DraftOverlay overlay, EntityKey key) {
    return read(overlay, key, Set.of());
  }

  /**
   * The same of a type whose schema ties fields to each other.
   *
   * @param conditions see {@link EntityContent#conditions}
   */
  public EntityContent read(DraftOverlay overlay, EntityKey key, Set<String> conditions) {
    EntityDocument base = overlay.baseDocument(key);
    EntityDocument mine = overlay.effectiveDocument(key);
    String label =
        mine != null && mine.label().isPresent()
            ? mine.label().get()
            : overlay.find(key).map(EntitySummary::label).orElse(key.key());
    return new EntityContent(
        overlay,
        key,
        overlay.status(key),
        label,
        overlay.find(key).map(EntitySummary::sourcePath).orElse(""),
        modules(overlay, key),
        base,
        mine,
        fields(overlay, key, base, mine == null ? base : mine),
        tables(overlay, key, base, mine),
        UsageGroup.of(overlay, key),
        effects(overlay, key),
        paths(overlay, key),
        conditions);
  }

  private static List<EntityKey> modules(DraftOverlay overlay, EntityKey key) {
    return overlay.referencesTo(key).stream()
        .map(EntityReference::source)
        .filter(source -> source.type() == EntityType.MODULE)
        .distinct()
        .sorted()
        .toList();
  }

  private static CategoryPaths paths(DraftOverlay overlay, EntityKey key) {
    boolean placed = key.type() == EntityType.CATEGORY && overlay.find(key).isPresent();
    return placed ? CategoryPaths.of(overlay.hierarchy(), key) : CategoryPaths.none();
  }

  /** Of the category and all below it that the draft reaches. */
  private static List<EffectChange> effects(DraftOverlay overlay, EntityKey key) {
    if (key.type() != EntityType.CATEGORY || overlay.changes().isEmpty()) {
      return List.of();
    }
    List<EntityKey> reached = new ArrayList<>(overlay.hierarchy().descendants(key));
    reached.remove(key);
    reached.sort(null);
    if (overlay.status(key) == EntityStatus.AFFECTED) {
      reached.addFirst(key);
    }
    return reached.stream()
        .filter(category -> overlay.status(category) != EntityStatus.UNCHANGED)
        .map(overlay::effect)
        .filter(effect -> !effect.isEmpty())
        .toList();
  }

  private List<ItemTable> tables(
      DraftOverlay overlay,
      EntityKey key,
      @Nullable EntityDocument base,
      @Nullable EntityDocument mine) {
    boolean known = base != null || mine != null;
    boolean category = key.type() == EntityType.CATEGORY;
    if (!known || !(category || key.type() == EntityType.SUBOBJECT)) {
      return List.of();
    }
    ItemTableReader reader = new ItemTableReader(overlay, key, overlay.baseHierarchy());
    List<ItemTable> tables = new ArrayList<>();
    tables.add(reader.read(EntityType.PROPERTY, base, mine));
    if (category) {
      tables.add(reader.read(EntityType.SUBOBJECT, base, mine));
    }
    return tables;
  }

  private static List<FieldContent> fields(
      DraftOverlay overlay,
      EntityKey key,
      @Nullable EntityDocument base,
      @Nullable EntityDocument mine) {
    Map<String, FieldChange.Kind> changes = new HashMap<>();
    if (base != null && mine != null) {
      EntityDiff.between(key.type(), base, mine)
          .forEach(change -> changes.put(change.field().name(), change.kind()));
    }
    Map<String, FieldContent> fields = new LinkedHashMap<>();
    Adder adder =
        (spec, group, member) ->
            fields.computeIfAbsent(
                spec.name(),
                name ->
                    new FieldContent(
                        spec,
                        group,
                        base == null ? null : base.get(name),
                        mine == null ? null : mine.get(name),
                        changes.getOrDefault(name, FieldChange.Kind.UNCHANGED),
                        member,
                        items(overlay, spec, member, base, mine)));
    EntityFields.of(key.type())
        .forEach(spec -> adder.add(spec, inTable(key, spec) ? Group.TABLE : Group.OWN, null));
    if (key.type() == EntityType.RESOURCE && mine != null) {
      ResourceMembers.of(overlay, mine)
          .forEach(member -> adder.add(member.spec(), Group.MEMBER, member.type()));
    }
    for (EntityDocument side : new @Nullable EntityDocument[] {mine, base}) {
      if (side != null) {
        side.json()
            .propertyNames()
            .forEach(name -> adder.add(EntityFields.unknown(name), Group.OTHER, null));
      }
    }
    return List.copyOf(fields.values());
  }

  @FunctionalInterface
  private interface Adder {
    void add(FieldSpec spec, Group group, @Nullable MemberType member);
  }

  private static boolean inTable(EntityKey key, FieldSpec spec) {
    boolean listed = key.type() == EntityType.CATEGORY || key.type() == EntityType.SUBOBJECT;
    return listed
        && (spec.target() == EntityType.PROPERTY || spec.target() == EntityType.SUBOBJECT);
  }

  private static Map<String, NamedItem> items(
      DraftOverlay overlay,
      FieldSpec spec,
      @Nullable MemberType member,
      @Nullable EntityDocument base,
      @Nullable EntityDocument mine) {
    Optional<EntityKey> from = member == null ? Optional.empty() : member.from();
    EntityType target = spec.target();
    if (target == null) {
      return Map.of();
    }
    Map<String, NamedItem> items = new HashMap<>();
    for (EntityDocument side : new @Nullable EntityDocument[] {base, mine}) {
      if (side != null) {
        side.texts(spec.name())
            .forEach(text ->
                items.computeIfAbsent(
                    text,
                    t ->
                        from.map(category -> NamedItem.ofCategory(overlay, category, t))
                            .orElseGet(() -> NamedItem.of(overlay, target, t))));
      }
    }
    return items;
  }
}
