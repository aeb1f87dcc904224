package org.ontodraft.app.ui.editor;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.hierarchy.EffectChange;

/**
 * Everything the panel shows of one entity in one effective ontology.
 *
 * @param overlay the ontology it was read from
 * @param label the label to head the panel with; of the base for a deleted entity
 * @param path the file it is in, empty when there is none yet
 * @param modules the modules that list it
 * @param base its document at the base, or null
 * @param mine its document in the draft; null when it is deleted or does not exist
 * @param fields every field of the type, a resource's properties, and members nobody knows
 * @param effects what the draft's changes above do to a category and to those below it; the
 *     category itself first
 * @param tables effective properties and subobjects of a category or subobject
 * @param conditions the keywords by which the repository's schema ties its fields to each other
 */
public record EntityContent(
    DraftOverlay overlay,
    EntityKey key,
    EntityStatus status,
    String label,
    String path,
    List<EntityKey> modules,
    @Nullable EntityDocument base,
    @Nullable EntityDocument mine,
    List<FieldContent> fields,
    List<ItemTable> tables,
    List<UsageGroup> usages,
    List<EffectChange> effects,
    CategoryPaths paths,
    Set<String> conditions) {
  /** A form of more fields than this is slow to make and longer than anybody reads. */
  public static final int MOST_FIELDS = 300;

  public EntityContent {
    modules = List.copyOf(modules);
    fields = List.copyOf(fields);
    tables = List.copyOf(tables);
    usages = List.copyOf(usages);
    effects = List.copyOf(effects);
    conditions = Collections.unmodifiableSet(new TreeSet<>(conditions));
  }

  /** Whether there is such an entity, now or at the base. */
  public boolean known() {
    return base != null || mine != null;
  }

  /** How many fields of an entity that both sides have differ. */
  public long changedFields() {
    return base == null || mine == null ? 0 : fields.stream().filter(FieldContent::changed).count();
  }

  /** Whether no form can show the entity, so that its text is all there is. */
  public boolean textOnly() {
    return tooManyFields() || !conditions.isEmpty();
  }

  /** Whether the entity has more fields than a form can be asked to show. */
  public boolean tooManyFields() {
    return fields.size() > MOST_FIELDS;
  }

  /**
   * The fields that the form shows: all but those of the tables; none where it has only its text.
   */
  List<FieldContent> formFields() {
    return textOnly()
        ? List.of()
        : fields.stream().filter(field -> field.group() != FieldContent.Group.TABLE).toList();
  }
}
