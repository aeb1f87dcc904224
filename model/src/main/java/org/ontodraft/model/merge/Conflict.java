package org.ontodraft.model.merge;

import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPointer;
import org.ontodraft.model.validation.Finding;

/** A decision that only the curator can take. */
public sealed interface Conflict {
  /** Where it is taken. */
  Place place();

  /** Both sides changed a field differently. */
  record Field(EntityKey key, FieldDecision decision) implements Conflict {
    @Override
    public Place place() {
      return new Place(key, decision.field().name());
    }
  }

  /** The sides have values of different types: a list was edited and has become an object. */
  record TypeChange(EntityKey key, FieldDecision decision) implements Conflict {
    @Override
    public Place place() {
      return new Place(key, decision.field().name());
    }
  }

  /** The sides disagree about the entity as a whole; {@link EntityMerge#kind} says how. */
  record Entity(EntityMerge merge) implements Conflict {
    @Override
    public Place place() {
      return merge.place("");
    }
  }

  /** The merged whole breaks a rule that the draft alone does not break, nor upstream alone. */
  record Semantic(Finding finding) implements Conflict {
    @Override
    public Place place() {
      return new Place(
          finding.key(),
          JsonPointer.parse(finding.pointer()).tokens().stream().findFirst().orElse(""));
    }
  }
}
