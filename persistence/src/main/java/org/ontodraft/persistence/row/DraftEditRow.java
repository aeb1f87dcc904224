package org.ontodraft.persistence.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code ontology.draft_edit}; never changed once it is there. */
@Entity
@Immutable
@Table(schema = "ontology", name = "draft_edit")
@SuppressWarnings("NullAway.Init")
public final class DraftEditRow {
  @Id
  @Column(name = "id")
  public UUID id;

  @Column(name = "draft_id")
  public UUID draftId;

  @Column(name = "step_id")
  public UUID stepId;

  @Column(name = "position")
  public int position;

  @Column(name = "journal_id")
  public UUID journalId;

  @Column(name = "journal_seq")
  public long journalSequence;

  @Column(name = "kind")
  public String kind;

  @Column(name = "entity_type")
  public String entityType;

  @Column(name = "entity_key")
  public String entityKey;

  @Column(name = "field")
  public String field;

  @Column(name = "forward_patch")
  public String forwardPatch;

  @Column(name = "inverse_patch")
  public String inversePatch;

  @Column(name = "intents")
  public @Nullable String intents;

  @Column(name = "edited_at")
  public Instant editedAt;
}
