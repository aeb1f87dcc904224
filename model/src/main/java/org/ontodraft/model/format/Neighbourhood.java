package org.ontodraft.model.format;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;

/**
 * The files among which one can stand in the way of another: those of one key, in whatever format,
 * letter case and Unicode form.
 */
final class Neighbourhood {
  private static final int NOT_ASCII = 0x80;

  private Neighbourhood() {}

  /** The neighbourhood of an entity's file or page; empty for any other path. */
  static Optional<String> of(String path) {
    return RepositoryLayout.entityOf(path).map(Neighbourhood::of);
  }

  private static String of(EntityKey key) {
    return key.type().folder() + "/" + PathFolding.fold(key.key());
  }

  /** Finds the entities of one type in some neighbourhoods among very many. */
  static final class Search {
    private final Set<String> neighbourhoods = new HashSet<>();
    private final BitSet lengths = new BitSet();
    private final boolean ascii;

    Search(EntityType type, Set<String> all) {
      String folder = type.folder() + "/";
      for (String neighbourhood : all) {
        if (neighbourhood.startsWith(folder)) {
          neighbourhoods.add(neighbourhood);
          lengths.set(neighbourhood.length() - folder.length());
        }
      }
      ascii = neighbourhoods.stream().allMatch(Neighbourhood::isAscii);
    }

    boolean isEmpty() {
      return neighbourhoods.isEmpty();
    }

    /**
     * Whether the entity is in one of them. Folding every key would cost as much as the ontology is
     * large; ASCII keys can only meet keys of their own length, which leaves nearly none.
     */
    boolean finds(EntitySummary entity) {
      String key = entity.key().key();
      boolean possible = !ascii || lengths.get(key.length()) || !isAscii(key);
      return possible && neighbourhoods.contains(of(entity.key()));
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= NOT_ASCII) {
        return false;
      }
    }
    return true;
  }
}
