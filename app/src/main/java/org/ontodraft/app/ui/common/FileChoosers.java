package org.ontodraft.app.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks which file or folder is meant; empty when nobody says. FX thread; may block it. */
public interface FileChoosers {
  /** Asks for a folder. */
  Optional<Path> folder(String title);

  /**
   * Asks for a file that is there.
   *
   * @param patterns which names are offered, such as {@code *.json}
   */
  Optional<Path> file(String title, String kind, List<String> patterns);

  /**
   * Asks where to write a file.
   *
   * @param name what it is called unless somebody says otherwise
   * @param patterns which names are offered, such as {@code *.json}
   */
  Optional<Path> newFile(String title, String name, String kind, List<String> patterns);
}
