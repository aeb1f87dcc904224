package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** Writes pictures of the window as PNG files. */
final class PngWriter {
  private PngWriter() {}

  /** Writes the picture, making the folder when needed. Any thread. */
  static void write(Image picture, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (!ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile())) {
      throw new IOException("no writer for PNG in this runtime");
    }
  }
}
