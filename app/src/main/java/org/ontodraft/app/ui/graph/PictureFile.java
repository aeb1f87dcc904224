package org.ontodraft.app.ui.graph;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;

/** Writes a picture to a file. Blocks: not for the FX thread. */
@FunctionalInterface
public interface PictureFile {
  /** Writes it as PNG. */
  void write(Image picture, Path file) throws IOException;
}
