package org.ontodraft.persistence.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code ontology.draft_change}; which texts it has depends on the change type. */
@Entity
@Table(schema = "ontology", name = "draft_change")
@SuppressWarnings("NullAway.Init")
public final class DraftChangeRow {
  @Id
  @Column(name = "id")
  public UUID id;

  @Column(name = "draft_id")
  public UUID draftId;

  @Column(name = "entity_type")
  public String entityType;

  @Column(name = "entity_key")
  public String entityKey;

  @Column(name = "change_type")
  public String changeType;

  @Column(name = "patch")
  public @Nullable String patch;

  @Column(name = "replacement_json")
  public @Nullable String replacementJson;

  @Column(name = "base_json")
  public @Nullable String baseJson;

  @Column(name = "base_path")
  public @Nullable String basePath;

  @Column(name = "base_blob_id")
  public @Nullable String baseBlobId;

  @Column(name = "base_pages")
  public @Nullable String basePages;

  @Column(name = "intent_id")
  public @Nullable UUID intentId;

  /** The draft's version that wrote this row; no counter of its own, so it is never used again. */
  @Column(name = "row_version")
  public long rowVersion;
}
