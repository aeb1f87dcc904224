package org.ontodraft.persistence.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.persistence.journal.JournalContent;
import org.ontodraft.persistence.store.CheckFinding;
import org.ontodraft.persistence.store.CheckFinding.Code;

/**
 * A store's journal, looked over.
 *
 * @param steps those of the present journal that the database says it has
 */
record JournalCheck(List<CheckFinding> findings, List<DraftStep> steps) {
  static JournalCheck of(Connection database, Path file) throws SQLException, IOException {
    List<CheckFinding> findings = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select j.id, p.applied_seq from local.journal j"
                    + " left join ontology.journal_position p on p.journal_id = j.id"
                    + " where j.retired_at is null")) {
      boolean known = row.next();
      if (!Files.exists(file)) {
        if (known) {
          findings.add(CheckFinding.of(Code.JOURNAL_OTHER, file));
        }
        return new JournalCheck(findings, List.of());
      }
      JournalContent content = JournalContent.read(file);
      content
          .damagedAt()
          .ifPresent(at -> findings.add(CheckFinding.of(Code.JOURNAL_DAMAGED, file, at)));
      if (!known) {
        return new JournalCheck(findings, List.of());
      }
      UUID id = row.getObject(1, UUID.class);
      long applied = row.getLong(2);
      if (content.damagedAt().isEmpty() && content.journal().filter(id::equals).isEmpty()) {
        findings.add(CheckFinding.of(Code.JOURNAL_OTHER, file));
        return new JournalCheck(findings, List.of());
      }
      if (content.damagedAt().isEmpty() && content.nextSequence() <= applied) {
        findings.add(CheckFinding.of(Code.JOURNAL_SHORT, content.nextSequence() - 1, applied));
      }
      return new JournalCheck(
          findings, content.steps().stream().filter(step -> step.sequence() <= applied).toList());
    }
  }
}
