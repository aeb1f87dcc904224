package org.ontodraft.persistence.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code ontology.submission}. */
@Entity
@Table(schema = "ontology", name = "submission")
@SuppressWarnings("NullAway.Init")
public final class SubmissionRow {
  @Id
  @Column(name = "id")
  public UUID id;

  @Column(name = "draft_id")
  public UUID draftId;

  @Column(name = "title")
  public String title;

  @Column(name = "body")
  public String body;

  @Column(name = "parent_sha")
  public String parent;

  @Column(name = "commit_sha")
  public String commit;

  @Column(name = "remote")
  public String remote;

  @Column(name = "branch")
  public String branch;

  @Column(name = "forge")
  public @Nullable String forge;

  @Column(name = "number")
  public @Nullable Integer number;

  @Column(name = "url")
  public @Nullable String url;

  @Column(name = "stage")
  public String stage;

  @Column(name = "created_at")
  public Instant createdAt;

  @Version
  @Column(name = "row_version")
  public long rowVersion;
}
