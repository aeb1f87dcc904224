package org.ontodraft.persistence.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code ontology.draft}. */
@Entity
@Table(schema = "ontology", name = "draft")
@SuppressWarnings("NullAway.Init")
public final class DraftRow {
  @Id
  @Column(name = "id")
  public UUID id;

  @Column(name = "title")
  public String title;

  @Column(name = "description")
  public String description;

  @Column(name = "user_comment")
  public @Nullable String userComment;

  @Column(name = "status")
  public String status;

  @Column(name = "source")
  public String source;

  @Column(name = "base_commit_sha")
  public String baseCommit;

  @Column(name = "base_branch")
  public String baseBranch;

  @Column(name = "base_committed_at")
  public Instant baseCommittedAt;

  @Column(name = "base_summary")
  public String baseSummary;

  @Column(name = "rebase_status")
  public String rebaseStatus;

  @Column(name = "rebase_commit_sha")
  public @Nullable String rebaseCommit;

  @Column(name = "pr_url")
  public @Nullable String pullRequestUrl;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "modified_at")
  public Instant modifiedAt;

  @Column(name = "validated_at")
  public @Nullable Instant validatedAt;

  @Column(name = "submitted_at")
  public @Nullable Instant submittedAt;

  @Column(name = "archived_at")
  public @Nullable Instant archivedAt;

  @Column(name = "deleted_at")
  public @Nullable Instant deletedAt;

  @Version
  @Column(name = "row_version")
  public long rowVersion;
}
