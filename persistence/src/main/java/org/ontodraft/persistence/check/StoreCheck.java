package org.ontodraft.persistence.check;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.persistence.ingest.CanonicalCheck;
import org.ontodraft.persistence.store.CheckFinding;
import org.ontodraft.persistence.store.CheckFinding.Code;
import org.ontodraft.persistence.store.ClosedStore;
import org.ontodraft.persistence.store.ClosedStore.Attempt;
import org.ontodraft.persistence.store.SchemaMigration;
import org.ontodraft.persistence.store.StoreLocation;
import org.ontodraft.persistence.store.StoreRefusal;

/**
 * Verifies a closed store: its schema, each canonical row against the file it was read from, the
 * references, the drafts against their bases, and the journal against the drafts.
 */
public final class StoreCheck {
  private final StoreLocation location;
  private final SchemaMigration migration;

  /** Of the store in this place. */
  public StoreCheck(StoreLocation location, SchemaMigration migration) {
    this.location = location;
    this.migration = migration;
  }

  /**
   * Looks everything over. Blocking; it reads every file of the ontology.
   *
   * @param repository what the store was read from; empty when it is not there, and then the
   *     canonical rows are not compared
   * @return what is wrong, nothing when the store is sound
   */
  public Attempt<List<CheckFinding>> run(Optional<OntologySource> repository) {
    ClosedStore store = new ClosedStore(location, migration);
    return switch (store.read((owner, schema) -> check(owner, schema, repository))) {
      case Attempt.Refused<List<CheckFinding>>(StoreRefusal.Damaged damaged) ->
          new Attempt.Done<>(
              List.of(CheckFinding.of(Code.UNREADABLE, damaged.file(), damaged.reason())));
      case Attempt<List<CheckFinding>> attempt -> attempt;
    };
  }

  private List<CheckFinding> check(
      DataSource owner, SchemaMigration.Status schema, Optional<OntologySource> repository)
      throws SQLException, IOException {
    List<CheckFinding> findings = new ArrayList<>();
    if (schema.kind() != SchemaMigration.Kind.CURRENT) {
      return List.of(CheckFinding.of(Code.SCHEMA_OLD, schema.found(), schema.known()));
    }
    try {
      migration.verify(owner);
    } catch (SQLException changed) {
      findings.add(CheckFinding.of(Code.SCHEMA_CHANGED, StoreRefusal.reasonOf(changed)));
    }
    try (Connection connection = owner.getConnection()) {
      JournalCheck journal = JournalCheck.of(connection, location.journal());
      findings.addAll(journal.findings());
      findings.addAll(new DraftCheck(owner, connection).run(journal));
      if (repository.isPresent()) {
        findings.addAll(CanonicalCheck.run(connection, repository.get()));
      }
    }
    return findings;
  }
}
