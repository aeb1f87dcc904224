package org.ontodraft.persistence.repository;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.persistence.row.DraftIntentRow;
import org.ontodraft.persistence.store.RowIds;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The rows that say what a curator meant, in step with the edit log. */
final class IntentRows {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final RowIds ids;

  IntentRows(RowIds ids) {
    this.ids = ids;
  }

  List<DraftIntent> read(Session session, UUID draft) {
    return rows(session, draft).stream().map(IntentRows::intent).toList();
  }

  private static List<DraftIntentRow> rows(Session session, UUID draft) {
    return session
        .createSelectionQuery(
            "from DraftIntentRow where draftId = :draft order by position", DraftIntentRow.class)
        .setParameter("draft", draft)
        .getResultList();
  }

  private static DraftIntent intent(DraftIntentRow row) {
    List<String> arguments =
        MAPPER.readTree(row.arguments).valueStream().map(each -> each.stringValue()).toList();
    Optional<DraftIntent> intent = DraftIntent.of(row.kind, arguments);
    return intent.orElseThrow(
        () -> new IllegalStateException("row " + row.id + " holds no intent that is known"));
  }

  /** Makes the step's intents, or takes them back. */
  void apply(Session session, DraftStep step) {
    if (step.intents().isEmpty()) {
      return;
    }
    List<DraftIntentRow> rows = rows(session, step.draft());
    int position = rows.isEmpty() ? 1 : rows.getLast().position + 1;
    for (DraftIntent intent : step.intents()) {
      if (step.kind() == DraftEdit.Kind.UNDO) {
        rows.reversed().stream()
            .filter(row -> intent(row).equals(intent))
            .findFirst()
            .ifPresent(session::remove);
      } else {
        session.persist(newRow(step.draft(), position++, intent));
      }
    }
    // A change that refers to one comes after it, whatever order the session would choose.
    session.flush();
  }

  /** The intents of a draft that has none yet. */
  void write(Session session, UUID draft, List<DraftIntent> intents) {
    int position = 1;
    for (DraftIntent intent : intents) {
      session.persist(newRow(draft, position++, intent));
    }
    session.flush();
  }

  private DraftIntentRow newRow(UUID draft, int position, DraftIntent intent) {
    DraftIntentRow row = new DraftIntentRow();
    row.id = ids.next();
    row.draftId = draft;
    row.position = position;
    row.kind = intent.kind();
    ArrayNode arguments = MAPPER.createArrayNode();
    intent.arguments().forEach(arguments::add);
    row.arguments = MAPPER.writeValueAsString(arguments);
    return row;
  }

  /** By entity, the row of the last intent that is about it. */
  Map<EntityKey, UUID> byEntity(Session session, UUID draft) {
    Map<EntityKey, UUID> intents = new HashMap<>();
    for (DraftIntentRow row : rows(session, draft)) {
      intent(row).entities().forEach(key -> intents.put(key, row.id));
    }
    return intents;
  }
}
