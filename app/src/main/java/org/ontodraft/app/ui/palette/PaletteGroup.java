package org.ontodraft.app.ui.palette;

import java.util.List;

/**
 * Entries of a kind.
 *
 * @param kind which prefixes show it
 * @param heading what stands above them
 * @param entries in the order in which they are shown when nothing is typed; of two that fit as
 *     well the earlier comes first
 */
public record PaletteGroup(Kind kind, String heading, List<PaletteEntry> entries) {
  public PaletteGroup {
    entries = List.copyOf(entries);
  }

  /** What entries are. */
  public enum Kind {
    COMMANDS,
    MODULES,
    DRAFTS,
    PAGES
  }
}
