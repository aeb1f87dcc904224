package org.ontodraft.app.ui.palette;

import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Glyph;

/**
 * Something the palette offers that is no entity of the index: a command, a draft, a page.
 *
 * @param name what is typed to find it
 * @param about what else is said of it; may be empty
 * @param key the keys that do the same, as this system writes them; may be empty
 * @param missing why it cannot be chosen now; empty when it can
 * @param glyph what is drawn before it; null for nothing
 */
public record PaletteEntry(
    String name, String about, String key, String missing, @Nullable Glyph glyph, Runnable run) {
  /** Whether it can be chosen now. */
  public boolean possible() {
    return missing.isEmpty();
  }
}
