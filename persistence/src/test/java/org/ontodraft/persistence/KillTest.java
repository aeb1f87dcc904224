package org.ontodraft.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.journal.FileEditJournal;
import org.ontodraft.persistence.journal.JournalOpening;
import org.ontodraft.persistence.testing.ChildProcess;
import org.ontodraft.persistence.testing.Edits;
import org.ontodraft.persistence.testing.Entities;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.RealMigration;

/** Processes killed (SIGKILL) in the middle of an import and right after an acknowledged edit. */
class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 20);

  @TempDir private Path folder;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  private WorkspaceStore open() {
    StoreOpening opening =
        WorkspaceStore.open(
            StoreChild.location(folder), new RealMigration(), InstantSource.system());
    assertThat(opening).as("seed " + seed).isInstanceOf(StoreOpening.Opened.class);
    return ((StoreOpening.Opened) opening).store();
  }

  @Test
  void anImportThatIsKilledLeavesTheVersionBeforeOrItself() throws Exception {
    H2TestDatabase.putEmptyStore(StoreChild.location(folder));
    for (int kill = 0; kill < KILLS * 3 / 10; kill++) {
      long done = 0;
      try (ChildProcess child = ChildProcess.java(StoreChild.class, "import", folder.toString())) {
        child.awaitLine("open");
        if (random.nextBoolean()) {
          child.awaitLine("version 1");
          done = 1;
        }
        Thread.sleep(random.nextInt(60));
        done = lastNumber("version", child.kill(), done);
      }
      try (WorkspaceStore store = open()) {
        Optional<StoredOntology> stored = store.canonical().load();
        if (stored.isEmpty()) {
          assertThat(done).as("kill " + kill + ", seed " + seed).isZero();
        } else {
          String version = stored.get().version().summary();
          assertThat(stored.get().entities())
              .hasSize(StoreChild.ENTITIES)
              .allMatch(entity -> entity.label().equals(version));
          assertThat(stored.get().references()).hasSize(StoreChild.ENTITIES);
          if (done > 0) {
            assertThat(version.replaceFirst(" of .*", "")).isIn("v" + done, "v" + (done + 1));
          }
        }
        String after = "after " + kill;
        store.canonical().importAll(Entities.version(after), StoreChild.entities(after), List.of());
        assertThat(store.canonical().load().orElseThrow().version().summary()).isEqualTo(after);
      }
    }
  }

  @Test
  void everyEditThatWasAcknowledgedIsInTheJournal() throws Exception {
    long last = 0;
    for (int kill = 0; kill < KILLS / 2; kill++) {
      try (ChildProcess child = ChildProcess.java(StoreChild.class, "journal", folder.toString())) {
        child.awaitLine("open");
        child.awaitLine("edit " + (last + 1 + random.nextInt(40)));
        last = lastNumber("edit", child.kill(), last + 1);
      }
      JournalOpening opening =
          FileEditJournal.open(folder.resolve("journal.log"), new UUID(1, 2), 1);
      assertThat(opening).as("seed " + seed).isInstanceOf(JournalOpening.Opened.class);
      try (EditJournal journal = ((JournalOpening.Opened) opening).journal()) {
        List<DraftEdit> edits =
            journal.after(0).stream().flatMap(step -> step.edits().stream()).toList();
        assertThat(edits.size()).as("seed " + seed).isGreaterThanOrEqualTo((int) last);
        assertThat(edits)
            .isEqualTo(LongStream.rangeClosed(1, edits.size()).mapToObj(Edits::numbered).toList());
        last = edits.size();
      }
    }
  }

  @Test
  void everyEditThatWasAcknowledgedIsInTheDraftOnceAfterTheReplay() {
    H2TestDatabase.putEmptyStore(StoreChild.location(folder));
    UUID draft;
    try (WorkspaceStore store = open()) {
      draft = store.drafts().create("Killed", Entities.version("1")).id();
    }
    long last = 0;
    for (int kill = 0; kill < KILLS / 5; kill++) {
      try (ChildProcess child =
          ChildProcess.java(StoreChild.class, "edit", folder.toString(), draft.toString())) {
        child.awaitLine("open");
        child.awaitLine("edit " + (last + 1 + random.nextInt(40)));
        last = lastNumber("edit", child.kill(), last + 1);
      }
      try (WorkspaceStore store = open()) {
        for (DraftStep step : store.journal().after(store.drafts().appliedSequence())) {
          DraftEdit edit = step.edits().getFirst();
          store.drafts().apply(edit, StoreChild.change(edit));
        }
        List<DraftEdit> edits = store.drafts().edits(draft);
        assertThat(edits.size()).as("seed " + seed).isGreaterThanOrEqualTo((int) last);
        List<Long> sequences = new ArrayList<>(edits.stream().map(DraftEdit::sequence).toList());
        assertThat(sequences).isEqualTo(LongStream.rangeClosed(1, edits.size()).boxed().toList());
        assertThat(store.drafts().appliedSequence()).isEqualTo(edits.size());
        assertThat(store.drafts().changes(draft)).contains(StoreChild.change(edits.getLast()));
        last = edits.size();
      }
    }
  }

  private static long lastNumber(String word, List<String> lines, long before) {
    long last = before;
    for (String line : lines) {
      if (line.startsWith(word + " ")) {
        last = Long.parseLong(line.substring(word.length() + 1));
      }
    }
    return last;
  }
}
