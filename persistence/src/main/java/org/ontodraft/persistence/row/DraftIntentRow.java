package org.ontodraft.persistence.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code ontology.draft_intent}; it goes when the step that made it is undone. */
@Entity
@Immutable
@Table(schema = "ontology", name = "draft_intent")
@SuppressWarnings("NullAway.Init")
public final class DraftIntentRow {
  @Id
  @Column(name = "id")
  public UUID id;

  @Column(name = "draft_id")
  public UUID draftId;

  @Column(name = "position")
  public int position;

  @Column(name = "kind")
  public String kind;

  @Column(name = "arguments")
  public String arguments;
}
