package org.ontodraft.model.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.patch.JsonPatch;

/** Reads the edit log of a file, and what was meant by it. */
final class StepReader {
  private static final FileShape STEP =
      FileShape.of(Member.ID, Member.SEQUENCE, Member.KIND, Member.AT, Member.EDITS)
          .orWith(Member.INTENTS);
  private static final FileShape EDIT =
      FileShape.of(Member.ID, Member.ENTITY, Member.FIELD, Member.FORWARD, Member.INVERSE);
  private static final FileShape INTENT = FileShape.of(Member.KIND, Member.ARGUMENTS);
  private static final int MAX_ARGUMENTS = 100;

  private final UUID draft;
  private final Set<UUID> known = new HashSet<>();

  private StepReader(UUID draft) {
    this.draft = draft;
  }

  static List<DraftStep> read(FileValue list, UUID draft) {
    StepReader reader = new StepReader(draft);
    return DraftFileReader.all(list.items(FileLimits.STEPS), reader::step);
  }

  private Optional<DraftStep> step(FileValue value) {
    FileValue step = value.object(STEP);
    Optional<UUID> id = fresh(step);
    Optional<Long> sequence = step.get(Member.SEQUENCE).number(1, Long.MAX_VALUE);
    Optional<DraftEdit.Kind> kind =
        DraftFileReader.named(step.get(Member.KIND), DraftEdit.Kind.values());
    Optional<Instant> at = DraftFileReader.time(step.get(Member.AT));
    List<DraftIntent> intents = intents(step.get(Member.INTENTS));
    List<FileValue> items = step.get(Member.EDITS).items(FileLimits.CHANGES);
    if (step.get(Member.EDITS).isPresent() && items.isEmpty()) {
      step.get(Member.EDITS).problem(Code.MISSING, "an edit");
    }
    List<DraftEdit> edits = new ArrayList<>();
    Set<EntityKey> keys = new HashSet<>();
    for (FileValue item : items) {
      FileValue edit = item.object(EDIT);
      Optional<UUID> own =
          items.size() == 1 ? DraftFileReader.uuid(edit.get(Member.ID)) : fresh(edit);
      Optional<EntityKey> key = ChangeReader.key(edit);
      Optional<String> field = edit.get(Member.FIELD).text(FileLimits.LINE);
      Optional<JsonPatch> forward = ChangeReader.patch(edit.get(Member.FORWARD));
      Optional<JsonPatch> inverse = ChangeReader.patch(edit.get(Member.INVERSE));
      if (key.filter(each -> !keys.add(each)).isPresent()) {
        edit.get(Member.ENTITY).problem(Code.TWICE, key.get().toString());
      } else if (DraftFileReader.areAll(
          id, sequence, kind, at, own, key, field, forward, inverse)) {
        edits.add(
            new DraftEdit(
                own.get(),
                draft,
                sequence.get(),
                kind.get(),
                key.get(),
                field.get(),
                forward.get(),
                inverse.get(),
                at.get(),
                id.get()));
      }
    }
    return edits.isEmpty() ? Optional.empty() : Optional.of(new DraftStep(edits, intents));
  }

  /** The id of an object, which no other one before it has. */
  private Optional<UUID> fresh(FileValue object) {
    FileValue place = object.get(Member.ID);
    Optional<UUID> id = DraftFileReader.uuid(place);
    return id.isEmpty() || known.add(id.get())
        ? id
        : place.problem(Code.TWICE, id.get().toString());
  }

  static List<DraftIntent> intents(FileValue list) {
    return DraftFileReader.all(list.items(FileLimits.FURTHER), StepReader::intent);
  }

  private static Optional<DraftIntent> intent(FileValue value) {
    FileValue intent = value.object(INTENT);
    Optional<String> kind = intent.get(Member.KIND).text(FileLimits.NAME);
    List<FileValue> items = intent.get(Member.ARGUMENTS).items(MAX_ARGUMENTS);
    List<String> arguments = DraftFileReader.all(items, item -> item.text(FileLimits.LINE));
    if (kind.isEmpty() || arguments.size() != items.size()) {
      return Optional.empty();
    }
    Optional<DraftIntent> known = DraftIntent.of(kind.get(), arguments);
    return known.isPresent() ? known : value.problem(Code.VALUE, "an intent");
  }
}
