package org.ontodraft.app.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontodraft.app.bench.RealHistory.Version;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityKey;

/**
 * A draft on a version of a real repository, in the two forms that are compared.
 *
 * @param name what it was made of
 * @param commit the commit of its files on the base
 */
record RealDraft(
    String name,
    Version base,
    DraftValidation validated,
    List<DraftIntent> intents,
    String commit) {
  RealDraft {
    intents = List.copyOf(intents);
  }

  /**
   * A draft, and its commit beside the history.
   *
   * @param empty a validated draft without changes on the base
   * @param asWritten see {@link RealHistory#commit}
   * @return empty when nothing is left to commit
   */
  static Optional<RealDraft> commit(
      String name,
      RealHistory history,
      Version base,
      DraftValidation empty,
      DraftOverlay overlay,
      List<DraftIntent> intents,
      Map<String, String> asWritten) {
    return history
        .commit(overlay, asWritten)
        .map(commit -> new RealDraft(name, base, empty.with(overlay), intents, commit));
  }

  /** The entities it changes. */
  Set<EntityKey> changed() {
    Set<EntityKey> keys = new HashSet<>();
    validated.overlay().changes().forEach(change -> keys.add(change.key()));
    return keys;
  }
}
