package org.ontodraft.model.format;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a path becomes on file systems that ignore case (Windows, macOS) or the Unicode form
 * (macOS). Two paths with one folding cannot stand side by side there.
 */
public final class PathFolding {
  private PathFolding() {}

  /** The folded path. */
  public static String fold(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) >= 0x80) {
        String decomposed = Normalizer.normalize(path, Normalizer.Form.NFD);
        // Upper then lower case is the nearest the platform has to Unicode's case folding.
        String folded = decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
      }
    }
    return path.toLowerCase(Locale.ROOT);
  }
}
