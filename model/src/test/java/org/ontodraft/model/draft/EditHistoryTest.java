package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.DraftEdit.Kind;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.model.testing.RandomJson;

class EditHistoryTest {
  private static final UUID DRAFT = new UUID(0, 1);

  /** Small letters are edits, {@code <} is an undo, {@code >} a redo. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'', -, -",
    "a, a, -",
    "ab, b, -",
    "ab<, a, b",
    "ab<<, -, a",
    "ab<<>, a, b",
    "ab<<>>, b, -",
    "ab<c, c, -",
    "ab<c<, a, c",
    "ab<c<<, -, a",
    "ab<c<<>>, c, -",
    "<a, a, -",
    ">a, a, -",
    "a>, a, -",
    "a<<, -, a"
  })
  void knowsWhatIsNext(String log, String undo, String redo) {
    List<DraftStep> entries = new ArrayList<>();
    for (int i = 0; i < log.length(); i++) {
      Kind kind =
          switch (log.charAt(i)) {
            case '<' -> Kind.UNDO;
            case '>' -> Kind.REDO;
            default -> Kind.EDIT;
          };
      entries.add(DraftStep.of(entry(i + 1, kind, key(0), log.substring(i, i + 1), null, null)));
    }
    EditHistory history = EditHistory.of(entries);
    assertThat(history.nextUndo().map(EditHistoryTest::field).orElse("-")).isEqualTo(undo);
    assertThat(history.nextRedo().map(EditHistoryTest::field).orElse("-")).isEqualTo(redo);
  }

  private static String field(DraftStep step) {
    return step.edits().getFirst().field();
  }

  @Test
  void undoingAllAndRedoingAllGivesTheSameDocuments() throws Exception {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Session session = new Session(random);
      for (int i = 0; i < 40; i++) {
        session.act();
      }
      assertThat(session.replayed())
          .as("seed %d: replayed from the log", seed)
          .isEqualTo(session.documents);
      assertThat(EditHistory.of(session.log).nextUndo()).isEqualTo(session.history.nextUndo());
      while (session.redo()) {}
      Map<EntityKey, EntityDocument> last = Map.copyOf(session.documents);
      while (session.undo()) {}
      assertThat(session.documents).as("seed %d: all undone", seed).isEmpty();
      while (session.redo()) {}
      assertThat(session.documents).as("seed %d: all redone", seed).isEqualTo(last);
      assertThat(session.replayed()).as("seed %d: replayed at the end", seed).isEqualTo(last);
    }
  }

  /** A draft on an empty base, edited at random. */
  private static final class Session {
    private final Random random;
    private final RandomJson json;
    private final List<DraftStep> log = new ArrayList<>();
    private final Map<EntityKey, EntityDocument> documents = new HashMap<>();
    private EditHistory history = EditHistory.of(List.of());

    Session(Random random) {
      this.random = random;
      this.json = new RandomJson(random);
    }

    void act() throws PatchDoesNotApplyException {
      switch (random.nextInt(4)) {
        case 0 -> undo();
        case 1 -> redo();
        default -> edit();
      }
    }

    private void edit() {
      EntityKey key = key(random.nextInt(3));
      EntityDocument before = documents.get(key);
      EntityDocument after = null;
      if (before == null) {
        after = EntityDocument.of(json.object());
      } else if (random.nextInt(4) > 0) {
        after = EntityDocument.of(json.changed(before.json()));
      }
      if (before == null || !before.equals(after)) {
        write(entry(log.size() + 1, Kind.EDIT, key, "", before, after), after);
      }
    }

    boolean undo() throws PatchDoesNotApplyException {
      return again(Kind.UNDO, history.nextUndo());
    }

    boolean redo() throws PatchDoesNotApplyException {
      return again(Kind.REDO, history.nextRedo());
    }

    private boolean again(Kind kind, Optional<DraftStep> next) throws PatchDoesNotApplyException {
      if (next.isEmpty()) {
        return false;
      }
      DraftEdit edit = next.get().edits().getFirst();
      EntityDocument before = documents.get(edit.key());
      JsonPatch patch = kind == Kind.UNDO ? edit.inverse() : edit.forward();
      EntityDocument after = patch.applyTo(before);
      write(entry(log.size() + 1, kind, edit.key(), "", before, after), after);
      return true;
    }

    private void write(DraftEdit entry, @Nullable EntityDocument after) {
      log.add(DraftStep.of(entry));
      history = history.with(log.getLast());
      put(documents, entry.key(), after);
    }

    Map<EntityKey, EntityDocument> replayed() throws PatchDoesNotApplyException {
      Map<EntityKey, EntityDocument> replayed = new HashMap<>();
      for (DraftStep step : log) {
        DraftEdit entry = step.edits().getFirst();
        put(replayed, entry.key(), entry.forward().applyTo(replayed.get(entry.key())));
      }
      return replayed;
    }

    private static void put(
        Map<EntityKey, EntityDocument> documents, EntityKey key, @Nullable EntityDocument after) {
      if (after == null) {
        documents.remove(key);
      } else {
        documents.put(key, after);
      }
    }
  }

  private static EntityKey key(int number) {
    return EntityKey.of(EntityType.CATEGORY, "C" + number);
  }

  private static DraftEdit entry(
      long sequence,
      Kind kind,
      EntityKey key,
      String field,
      @Nullable EntityDocument before,
      @Nullable EntityDocument after) {
    return new DraftEdit(
        new UUID(1, sequence),
        DRAFT,
        sequence,
        kind,
        key,
        field,
        JsonPatch.between(before, after),
        JsonPatch.between(after, before),
        Instant.EPOCH);
  }
}
