package org.ontodraft.app.bootstrap;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.FileChoosers;

/** Choosers in which somebody always means the same file. FX thread. */
final class FixedChoosers implements FileChoosers {
  private @Nullable Path chosen;

  void choose(Path file) {
    chosen = file;
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.ofNullable(chosen);
  }

  @Override
  public Optional<Path> file(String title, String kind, List<String> patterns) {
    return Optional.ofNullable(chosen);
  }

  @Override
  public Optional<Path> newFile(String title, String name, String kind, List<String> patterns) {
    return Optional.ofNullable(chosen);
  }
}
