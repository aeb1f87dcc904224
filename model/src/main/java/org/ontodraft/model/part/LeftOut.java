package org.ontodraft.model.part;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ontodraft.model.entity.EntityKey;

/**
 * What a curator does not want to send yet. A whole entity stands for all its parts, also those
 * that are made later.
 */
public record LeftOut(SortedSet<DraftPart> parts) {
  /** Everything is sent. */
  public static final LeftOut NONE = new LeftOut(new TreeSet<>());

  public LeftOut {
    parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
  }

  /** These parts and no others. */
  public static LeftOut of(Collection<DraftPart> parts) {
    return new LeftOut(new TreeSet<>(parts));
  }

  /** Whether a part is among them, by itself or with its entity. */
  public boolean has(DraftPart part) {
    return parts.contains(part) || parts.contains(DraftPart.whole(part.key()));
  }

  /** Whether everything is sent. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** With one part more. */
  public LeftOut and(DraftPart part) {
    TreeSet<DraftPart> more = new TreeSet<>(parts);
    if (part.isWhole()) {
      more.removeIf(one -> one.key().equals(part.key()));
    }
    more.add(part);
    return new LeftOut(more);
  }

  /**
   * Without a part. Of an entity that was left out as a whole the other parts stay so, each by
   * itself.
   *
   * @param ofEntity all parts of its entity
   */
  LeftOut without(DraftPart part, Collection<DraftPart> ofEntity) {
    TreeSet<DraftPart> fewer = new TreeSet<>(parts);
    if (fewer.remove(DraftPart.whole(part.key()))) {
      fewer.addAll(ofEntity);
    }
    fewer.remove(part);
    return new LeftOut(fewer);
  }

  /** Without anything about an entity. */
  LeftOut without(EntityKey key) {
    TreeSet<DraftPart> fewer = new TreeSet<>(parts);
    fewer.removeIf(one -> one.key().equals(key));
    return new LeftOut(fewer);
  }
}
