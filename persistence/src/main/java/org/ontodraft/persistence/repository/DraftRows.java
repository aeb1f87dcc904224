package org.ontodraft.persistence.repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftIntentCodec;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.persistence.row.DraftChangeRow;
import org.ontodraft.persistence.row.DraftEditRow;
import org.ontodraft.persistence.row.DraftRow;
import org.ontodraft.persistence.store.StoredText;
import tools.jackson.databind.json.JsonMapper;

/** Between rows and the model's values. Enumerations are stored in lower case. */
final class DraftRows {
  private static final String CREATE = "create";
  private static final String UPDATE = "update";
  private static final String DELETE = "delete";

  private static final JsonMapper MAPPER = new JsonMapper();

  private DraftRows() {}

  static String stored(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E read(Class<E> type, String stored) {
    return Enum.valueOf(type, stored.toUpperCase(Locale.ROOT));
  }

  static Draft draft(DraftRow row, long changes) {
    return new Draft(
        row.id,
        row.title,
        row.description,
        read(DraftStatus.class, row.status),
        new OntologyVersion(row.baseCommit, row.baseBranch, row.baseCommittedAt, row.baseSummary),
        row.createdAt,
        row.modifiedAt,
        row.pullRequestUrl,
        row.archivedAt != null,
        Math.toIntExact(changes),
        row.rowVersion);
  }

  static DraftRow newDraft(UUID id, String title, OntologyVersion base, Instant now) {
    DraftRow row = new DraftRow();
    row.id = id;
    row.title = StoredText.readable(title);
    row.description = "";
    row.status = stored(DraftStatus.DRAFT);
    row.source = "desktop";
    row.rebaseStatus = "clean";
    row.createdAt = now;
    row.modifiedAt = now;
    setBase(row, base);
    return row;
  }

  static void setBase(DraftRow row, OntologyVersion base) {
    row.baseCommit = base.commit();
    row.baseBranch = StoredText.readable(base.branch());
    row.baseCommittedAt = base.committedAt();
    row.baseSummary = StoredText.readable(base.summary());
  }

  /** Writes what the change says into a row, new or not. */
  static void fill(DraftChangeRow row, DraftChange change) {
    row.patch = null;
    row.replacementJson = null;
    switch (change) {
      case DraftChange.Create create -> {
        row.changeType = CREATE;
        row.replacementJson = StoredText.json(JsonCodec.encode(null, create.replacement(), null));
        setBaseFile(row, null);
      }
      case DraftChange.Update update -> {
        row.changeType = UPDATE;
        row.patch = StoredText.json(update.patch().toJson());
        setBaseFile(row, update.base());
      }
      case DraftChange.Delete delete -> {
        row.changeType = DELETE;
        setBaseFile(row, delete.base());
      }
    }
  }

  private static void setBaseFile(DraftChangeRow row, @Nullable SourceFile file) {
    row.baseJson = file == null ? null : file.text();
    row.basePath = file == null ? null : file.path();
    row.baseBlobId = file == null ? null : file.blobId();
    row.basePages = file == null || file.pages().isEmpty() ? null : BasePages.write(file.pages());
  }

  static DraftChange change(DraftChangeRow row) {
    EntityKey key = key(row.entityType, row.entityKey);
    return switch (row.changeType) {
      case CREATE -> {
        EntityDocument replacement = JsonCodec.parse(Objects.requireNonNull(row.replacementJson));
        yield new DraftChange.Create(key, replacement);
      }
      case UPDATE ->
          new DraftChange.Update(
              key, baseFile(row), JsonPatch.parse(Objects.requireNonNull(row.patch)));
      case DELETE -> new DraftChange.Delete(key, baseFile(row));
      default -> throw new IllegalStateException("a change of type " + row.changeType);
    };
  }

  private static SourceFile baseFile(DraftChangeRow row) {
    return new SourceFile(
        Objects.requireNonNull(row.basePath),
        Objects.requireNonNull(row.baseBlobId),
        Objects.requireNonNull(row.baseJson),
        row.basePages == null ? List.of() : BasePages.read(row.basePages));
  }

  private static DraftEditRow editRow(DraftEdit edit, UUID journal, int position) {
    DraftEditRow row = new DraftEditRow();
    row.id = edit.id();
    row.draftId = edit.draft();
    row.stepId = edit.step();
    row.position = position;
    row.journalId = journal;
    row.journalSequence = edit.sequence();
    row.kind = stored(edit.kind());
    row.entityType = edit.key().type().id();
    row.entityKey = edit.key().key();
    row.field = StoredText.readable(edit.field());
    row.forwardPatch = StoredText.json(edit.forward().toJson());
    row.inversePatch = StoredText.json(edit.inverse().toJson());
    row.editedAt = edit.at();
    return row;
  }

  /** The rows of a step; what it means stands on the first. */
  static List<DraftEditRow> rows(DraftStep step, UUID journal, int firstPosition) {
    List<DraftEditRow> rows = new ArrayList<>();
    for (DraftEdit edit : step.edits()) {
      rows.add(editRow(edit, journal, firstPosition + rows.size()));
    }
    if (!step.intents().isEmpty()) {
      rows.getFirst().intents = DraftIntentCodec.write(step.intents()).toString();
    }
    return rows;
  }

  /** The steps of these rows, which are in order. */
  static List<DraftStep> steps(List<DraftEditRow> rows) {
    List<DraftStep> steps = new ArrayList<>();
    List<DraftEdit> edits = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      edits.add(edit(rows.get(i)));
      boolean last = i + 1 == rows.size() || !rows.get(i + 1).stepId.equals(rows.get(i).stepId);
      if (last) {
        steps.add(new DraftStep(edits, intents(rows.get(i + 1 - edits.size()).intents)));
        edits.clear();
      }
    }
    return steps;
  }

  private static List<DraftIntent> intents(@Nullable String json) {
    return json == null
        ? List.of()
        : DraftIntentCodec.read(MAPPER.readTree(json))
            .orElseThrow(() -> new IllegalStateException("a step with an unknown intent"));
  }

  private static DraftEdit edit(DraftEditRow row) {
    return new DraftEdit(
        row.id,
        row.draftId,
        row.journalSequence,
        read(DraftEdit.Kind.class, row.kind),
        key(row.entityType, row.entityKey),
        row.field,
        JsonPatch.parse(row.forwardPatch),
        JsonPatch.parse(row.inversePatch),
        row.editedAt,
        row.stepId);
  }

  static EntityKey key(String type, String key) {
    return new EntityKey(EntityType.ofId(type).orElseThrow(), key);
  }
}
