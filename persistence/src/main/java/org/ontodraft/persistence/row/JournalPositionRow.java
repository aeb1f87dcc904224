package org.ontodraft.persistence.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code ontology.journal_position}. */
@Entity
@Table(schema = "ontology", name = "journal_position")
@SuppressWarnings("NullAway.Init")
public final class JournalPositionRow {
  @Id
  @Column(name = "journal_id")
  public UUID id;

  @Column(name = "applied_seq")
  public long appliedSequence;
}
