package org.ontodraft.model.draft;

import java.util.Locale;
import java.util.Optional;

/** Where a draft was begun. */
public enum DraftSource {
  DESKTOP,
  HUB_UI,
  MEDIAWIKI_PUSH,
  IMPORT;

  /** The name used in tables and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The source with this {@link #id()}. */
  public static Optional<DraftSource> ofId(String id) {
    for (DraftSource source : values()) {
      if (source.id().equals(id)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }
}
