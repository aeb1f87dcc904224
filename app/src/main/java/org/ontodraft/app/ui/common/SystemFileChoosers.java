package org.ontodraft.app.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The system's own choosers.
 *
 * @param owner the window, or null while there is none
 */
record SystemFileChoosers(Supplier<@Nullable Window> owner) implements FileChoosers {
  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return chosen(chooser.showDialog(owner.get()));
  }

  @Override
  public Optional<Path> file(String title, String kind, List<String> patterns) {
    return chosen(chooser(title, kind, patterns).showOpenDialog(owner.get()));
  }

  @Override
  public Optional<Path> newFile(String title, String name, String kind, List<String> patterns) {
    FileChooser chooser = chooser(title, kind, patterns);
    chooser.setInitialFileName(name);
    return chosen(chooser.showSaveDialog(owner.get()));
  }

  private static Optional<Path> chosen(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }

  private static FileChooser chooser(String title, String kind, List<String> patterns) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
    return chooser;
  }
}
