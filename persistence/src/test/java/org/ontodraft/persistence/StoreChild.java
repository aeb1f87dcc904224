package org.ontodraft.persistence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.persistence.journal.FileEditJournal;
import org.ontodraft.persistence.journal.JournalOpening;
import org.ontodraft.persistence.store.StoreLocation;
import org.ontodraft.persistence.testing.Edits;
import org.ontodraft.persistence.testing.Entities;
import org.ontodraft.persistence.testing.RealMigration;

/** What a child process does to a store until it is killed. */
final class StoreChild {
  /** So many that an embedded store takes its keys away for them. */
  static final int ENTITIES = 1_000;

  /** H2 uses freed space again after 45 seconds. */
  private static final long IDLE_MILLISECONDS = 60_000;

  private StoreChild() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments[0].equals("journal")) {
      journal(Path.of(arguments[1]), out);
    }
    StoreOpening opening =
        WorkspaceStore.open(
            location(Path.of(arguments[1])), new RealMigration(), InstantSource.system());
    if (!(opening instanceof StoreOpening.Opened opened)) {
      out.println(opening);
      return;
    }
    WorkspaceStore store = opened.store();
    switch (arguments[0]) {
      case "hold" -> {
        out.println("open");
        Thread.sleep(Long.MAX_VALUE);
      }
      case "import" -> {
        out.println("open");
        for (int i = 1; ; i++) {
          // A version that was stored once is not stored again.
          String name = "v" + i + " of " + ProcessHandle.current().pid();
          store.canonical().importAll(Entities.version(name), entities(name), List.of());
          out.println("version " + i);
        }
      }
      case "idle" -> {
        for (int i = 1; i <= 6; i++) {
          store.canonical().importAll(Entities.version("v" + i), entities("v" + i), List.of());
        }
        Thread.sleep(IDLE_MILLISECONDS);
        store.drafts().create("Late", Entities.version("v6"));
        out.println("draft");
        Thread.sleep(Long.MAX_VALUE);
      }
      case "edit" -> {
        UUID draft = UUID.fromString(arguments[2]);
        store.drafts().appliedSequence();
        out.println("open");
        while (true) {
          long sequence = store.journal().nextSequence();
          DraftEdit edit = Edits.of(sequence, draft, "label " + sequence);
          store.journal().append(edit);
          out.println("edit " + sequence);
          store.drafts().apply(edit, change(edit));
        }
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void journal(Path folder, PrintStream out) throws IOException {
    if (FileEditJournal.open(folder.resolve("journal.log"), new UUID(1, 2), 1)
        instanceof JournalOpening.Opened opened) {
      EditJournal journal = opened.journal();
      out.println("open");
      while (true) {
        long sequence = journal.nextSequence();
        journal.append(Edits.numbered(sequence));
        out.println("edit " + sequence);
      }
    }
  }

  static StoreLocation location(Path folder) {
    return new StoreLocation(folder, "victim");
  }

  static DraftChange change(DraftEdit edit) {
    return new DraftChange.Create(
        edit.key(),
        Entities.entity(edit.key().toString(), "\"label\": \"label " + edit.sequence() + "\"")
            .document());
  }

  static List<IngestedEntity> entities(String label) {
    List<IngestedEntity> entities = new ArrayList<>();
    for (int i = 0; i < ENTITIES; i++) {
      entities.add(
          Entities.entity(
              "category:C" + i,
              "\"label\": \"" + label + "\", \"parents\": [\"C" + (i / 2) + "\"]"));
    }
    return entities;
  }
}
