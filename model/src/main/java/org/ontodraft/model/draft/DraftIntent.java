package org.ontodraft.model.draft;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;

/**
 * What a curator meant by changes of several entities, where the changes alone do not say it. Kept
 * with the draft by kind and arguments (decision 14), and followed by a rebase.
 */
public sealed interface DraftIntent {
  /** The name of the kind, as it is stored. */
  String kind();

  /** What the kind needs to know, in its order. */
  List<String> arguments();

  /** The entities it is about. */
  List<EntityKey> entities();

  /** The intent that is stored as this; nothing when it is none. */
  static Optional<DraftIntent> of(String kind, List<String> arguments) {
    if (!kind.equals(Rename.KIND) || arguments.size() != 2) {
      return Optional.empty();
    }
    return EntityKey.parse(arguments.getFirst())
        .flatMap(from ->
            EntityKey.parse(arguments.getLast())
                .filter(to -> to.type() == from.type())
                .map(to -> new Rename(from, to)));
  }

  /** The renames that are left of these, made one after another: the key before to the one now. */
  static Map<EntityKey, EntityKey> renames(Collection<DraftIntent> intents) {
    Map<EntityKey, EntityKey> renames = new LinkedHashMap<>();
    for (DraftIntent intent : intents) {
      switch (intent) {
        case Rename(EntityKey from, EntityKey to) -> {
          EntityKey first = from;
          for (Map.Entry<EntityKey, EntityKey> earlier : renames.entrySet()) {
            first = earlier.getValue().equals(from) ? earlier.getKey() : first;
          }
          renames.remove(first);
          if (!first.equals(to)) {
            renames.put(first, to);
          }
        }
      }
    }
    return renames;
  }

  /** An entity gets another key; whatever refers to it follows. */
  record Rename(EntityKey from, EntityKey to) implements DraftIntent {
    static final String KIND = "rename";

    /**
     * @throws IllegalArgumentException when the keys are of different types
     */
    public Rename {
      if (from.type() != to.type()) {
        throw new IllegalArgumentException(from + " cannot become " + to);
      }
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<String> arguments() {
      return List.of(from.toString(), to.toString());
    }

    @Override
    public List<EntityKey> entities() {
      return List.of(from, to);
    }
  }
}
