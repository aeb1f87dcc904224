package org.ontodraft.app.service.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;

/**
 * Steps that another session's write of one place came before. They are in the journal and not in
 * the draft; the curator decides whose value stays.
 *
 * @param field the field that was edited, or empty for the whole entity
 * @param mine the entity as these edits make it; null for no entity, and when they cannot be made
 *     on what the other session left
 * @param theirs the entity as the other session left it; null for no entity
 * @param steps what was journaled, oldest first
 */
public record StaleEdit(
    EntityKey key,
    String field,
    @Nullable EntityDocument mine,
    @Nullable EntityDocument theirs,
    List<DraftStep> steps) {
  public StaleEdit {
    steps = List.copyOf(steps);
  }

  /** The value of the field, or the whole entity, as these edits make it; null when it has none. */
  public @Nullable JsonNode myValue() {
    return valueIn(mine);
  }

  /** The value of the field, or the whole entity, that the other session left. */
  public @Nullable JsonNode theirValue() {
    return valueIn(theirs);
  }

  private @Nullable JsonNode valueIn(@Nullable EntityDocument document) {
    if (document == null) {
      return null;
    }
    return field.isEmpty() ? document.json() : document.get(field);
  }

  /** Whether a document has the value of the other session. */
  boolean isTheirs(@Nullable EntityDocument document) {
    return Objects.equals(valueIn(document), theirValue());
  }

  /** What to make of the other session's entity so that it has my value. */
  @Nullable EntityDocument kept() {
    return mine == null || theirs == null || field.isEmpty()
        ? mine
        : theirs.with(key.type(), field, mine.get(field));
  }

  /** Whether this and a step are both of this one place alone. */
  boolean isOf(DraftStep step) {
    DraftEdit edit = step.edits().getFirst();
    return steps.stream().allMatch(other -> other.edits().size() == 1)
        && step.edits().size() == 1
        && edit.key().equals(key)
        && edit.field().equals(field);
  }

  StaleEdit with(DraftStep step, @Nullable EntityDocument nowMine) {
    List<DraftStep> more = new ArrayList<>(steps);
    more.add(step);
    return new StaleEdit(key, field, nowMine, theirs, more);
  }

  StaleEdit on(@Nullable EntityDocument nowTheirs) {
    return new StaleEdit(key, field, mine, nowTheirs, steps);
  }
}
