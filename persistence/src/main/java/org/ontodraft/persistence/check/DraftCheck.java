package org.ontodraft.persistence.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.persistence.rebuild.DraftCopy;
import org.ontodraft.persistence.repository.HibernateDraftStore;
import org.ontodraft.persistence.repository.HibernateDraftTransfer;
import org.ontodraft.persistence.repository.OrmSessions;
import org.ontodraft.persistence.store.CheckFinding;
import org.ontodraft.persistence.store.CheckFinding.Code;
import org.ontodraft.persistence.store.RowIds;

/** Looks the drafts over: bases, changes, edit logs, and these against the journal. */
final class DraftCheck {
  private static final UUID NO_JOURNAL = new UUID(0, 0);

  private final DataSource database;
  private final Connection connection;
  private final Path copies;
  private final List<CheckFinding> findings = new ArrayList<>();

  DraftCheck(DataSource database, Connection connection, Path copies) {
    this.database = database;
    this.connection = connection;
    this.copies = copies;
  }

  List<CheckFinding> run(JournalCheck journal) throws SQLException, IOException {
    InstantSource clock = InstantSource.system();
    try (OrmSessions sessions = new OrmSessions(database, OrmSessions.Schema.VALIDATED)) {
      HibernateDraftStore drafts =
          new HibernateDraftStore(sessions, NO_JOURNAL, new RowIds(clock), clock, () -> {});
      DraftTransfer transfer = new HibernateDraftTransfer(sessions, new RowIds(clock), () -> {});
      List<Draft> stored = drafts.list();
      checkNoneIsLost(stored);
      for (Draft draft : stored) {
        try {
          PortableDraft whole = transfer.read(draft.id()).orElseThrow();
          checkBases(draft, whole.changes());
          Optional<PortableDraft> copy =
              DraftCopy.of(copies, draft.id()).read().map(DraftFile::draft);
          if (copy.isPresent()) {
            checkAgainstCopy(draft, whole.changes(), whole.steps(), copy.get());
            checkWords(whole, copy.get());
          } else if (Files.isDirectory(copies)) {
            findings.add(CheckFinding.of(Code.COPY_MISSING, draft.title()));
          }
          checkSteps(draft, whole.steps(), journal);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException odd) {
          findings.add(CheckFinding.of(Code.DRAFT_UNREADABLE, draft.title(), odd));
        }
      }
    }
    checkPositions();
    return findings;
  }

  /** A draft that is deleted on purpose takes its copy along. */
  private void checkNoneIsLost(List<Draft> stored) throws IOException {
    Set<UUID> present = stored.stream().map(Draft::id).collect(Collectors.toSet());
    for (DraftCopy copy : DraftCopy.in(copies)) {
      if (!present.contains(copy.draft())) {
        copy.read()
            .ifPresent(
                lost -> findings.add(CheckFinding.of(Code.DRAFT_LOST, lost.draft().title())));
      }
    }
  }

  private void checkWords(PortableDraft draft, PortableDraft copy) {
    List<String> differing = CopiedWords.differing(draft, copy);
    if (!differing.isEmpty()) {
      findings.add(CheckFinding.of(Code.WORDS_DIFFER, draft.title(), String.join(", ", differing)));
    }
  }

  private void checkBases(Draft draft, List<DraftChange> changes) {
    for (DraftChange change : changes) {
      SourceFile base = change.baseFile();
      if (base != null && !base.files().stream().allMatch(DraftCheck::isItsObject)) {
        findings.add(CheckFinding.of(Code.BASE_DIFFERS, draft.title(), change.key()));
        continue;
      }
      try {
        documentOf(change);
      } catch (PatchDoesNotApplyException | IllegalArgumentException broken) {
        findings.add(CheckFinding.of(Code.CHANGE_BROKEN, draft.title(), change.key()));
      }
    }
  }

  /** The copy has the draft as it was, and every edit since then is in the log. */
  private void checkAgainstCopy(
      Draft draft, List<DraftChange> changes, List<DraftStep> steps, PortableDraft copy) {
    Set<UUID> copied = new HashSet<>();
    copy.steps().forEach(step -> copied.add(step.id()));
    Map<EntityKey, DraftEdit> lastEdits = new HashMap<>();
    for (DraftStep step : steps) {
      if (!copied.remove(step.id())) {
        step.edits().forEach(edit -> lastEdits.put(edit.key(), edit));
      }
    }
    copy.steps().stream()
        .filter(step -> copied.contains(step.id()))
        .forEach(step ->
            findings.add(CheckFinding.of(Code.STEP_DIFFERS, draft.title(), step.sequence())));
    Map<EntityKey, DraftChange> stored = new TreeMap<>();
    changes.forEach(change -> stored.put(change.key(), change));
    Map<EntityKey, DraftChange> expected = new TreeMap<>();
    copy.changes().forEach(change -> expected.put(change.key(), change));
    Set<EntityKey> keys = new TreeSet<>(stored.keySet());
    keys.addAll(expected.keySet());
    for (EntityKey key : keys) {
      DraftChange change = stored.get(key);
      DraftEdit last = lastEdits.get(key);
      boolean asExpected =
          last == null
              ? Objects.equals(change, expected.get(key))
              : change == null || isMadeBy(change, last);
      if (!asExpected) {
        findings.add(CheckFinding.of(Code.CHANGE_DIFFERS, draft.title(), key));
      }
    }
  }

  private static @Nullable EntityDocument documentOf(DraftChange change)
      throws PatchDoesNotApplyException {
    return switch (change) {
      case DraftChange.Create(var key, EntityDocument replacement) -> replacement;
      case DraftChange.Update(EntityKey key, SourceFile base, var patch) ->
          patch.applyTo(EntityCodec.document(key, base));
      case DraftChange.Delete _ -> null;
    };
  }

  /** Whether an edit leads to what a change makes, from what its way back leads to. */
  private static boolean isMadeBy(DraftChange change, DraftEdit edit) {
    try {
      EntityDocument document = documentOf(change);
      return Objects.equals(edit.forward().applyTo(edit.inverse().applyTo(document)), document);
    } catch (PatchDoesNotApplyException | IllegalArgumentException other) {
      return false;
    }
  }

  /** Git names an object by the hash of what it holds. */
  private static boolean isItsObject(SourceFile file) {
    byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
    try {
      MessageDigest digest =
          MessageDigest.getInstance(file.blobId().length() == 64 ? "SHA-256" : "SHA-1");
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(bytes)).equals(file.blobId());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has both", e);
    }
  }

  private void checkSteps(Draft draft, List<DraftStep> steps, JournalCheck journal) {
    Map<UUID, DraftStep> stored = new HashMap<>();
    steps.forEach(step -> stored.put(step.id(), step));
    for (DraftStep step : journal.steps()) {
      if (step.draft().equals(draft.id()) && !isSame(step, stored.get(step.id()))) {
        findings.add(CheckFinding.of(Code.STEP_DIFFERS, draft.title(), step.sequence()));
      }
    }
  }

  private static boolean isSame(DraftStep journaled, @Nullable DraftStep stored) {
    if (stored == null || stored.edits().size() != journaled.edits().size()) {
      return false;
    }
    for (int i = 0; i < stored.edits().size(); i++) {
      DraftEdit one = journaled.edits().get(i);
      DraftEdit other = stored.edits().get(i);
      boolean same =
          one.key().equals(other.key())
              && one.kind() == other.kind()
              && one.forward().equals(other.forward())
              && one.inverse().equals(other.inverse());
      if (!same) {
        return false;
      }
    }
    return stored.intents().equals(journaled.intents());
  }

  private void checkPositions() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select d.title, count(*), max(e.position) from ontology.draft_edit e"
                    + " join ontology.draft d on d.id = e.draft_id group by d.id, d.title"
                    + " having count(*) <> max(e.position)")) {
      while (rows.next()) {
        findings.add(CheckFinding.of(Code.LOG_HOLE, rows.getString(1), rows.getLong(2) + 1));
      }
    }
  }
}
