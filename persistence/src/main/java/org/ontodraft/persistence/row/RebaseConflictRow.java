package org.ontodraft.persistence.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ontology.rebase_conflict}: a place, what its sides were, and what was decided.
 */
@Entity
@Table(schema = "ontology", name = "rebase_conflict")
@SuppressWarnings("NullAway.Init")
public final class RebaseConflictRow {
  @Id
  @Column(name = "id")
  public UUID id;

  @Column(name = "draft_id")
  public UUID draftId;

  @Column(name = "target_commit_sha")
  public String targetCommit;

  @Column(name = "entity_type")
  public String entityType;

  @Column(name = "entity_key")
  public String entityKey;

  @Column(name = "field")
  public String field;

  @Column(name = "kind")
  public String kind;

  @Column(name = "base_json")
  public @Nullable String baseJson;

  @Column(name = "draft_json")
  public @Nullable String draftJson;

  @Column(name = "canonical_json")
  public @Nullable String canonicalJson;

  @Column(name = "inputs_sha256")
  public @Nullable String inputs;

  @Column(name = "choice")
  public @Nullable String choice;

  @Column(name = "resolution_json")
  public @Nullable String resolutionJson;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "resolved_at")
  public @Nullable Instant resolvedAt;

  @Version
  @Column(name = "row_version")
  public long rowVersion;
}
