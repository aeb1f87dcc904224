package org.ontodraft.persistence.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.ontodraft.model.media.ImageContent;
import org.ontodraft.persistence.store.PrivateFiles;

/** A folder with a file for each image, named by its SHA-256. Thread-safe. */
final class ImageFiles {
  private final Path folder;

  ImageFiles(Path folder) {
    this.folder = folder;
  }

  /** Forces the bytes to disk unless they are there. */
  synchronized void keep(ImageContent content, byte[] bytes) {
    try {
      if (read(content.sha256()).isEmpty()) {
        PrivateFiles.createFolder(folder);
        PrivateFiles.write(folder.resolve(content.sha256()), bytes);
      } else {
        // Somebody wants it again: it is not to be taken for one that nobody uses.
        Files.setLastModifiedTime(folder.resolve(content.sha256()), FileTime.from(Instant.now()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The bytes of a whole file; one that was harmed counts as none. */
  Optional<byte[]> read(String sha256) {
    try {
      Path file = folder.resolve(sha256);
      if (!Files.exists(file) || Files.size(file) > ImageContent.MAX_BYTES) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      return Optional.of(bytes).filter(read -> ImageContent.of(read).sha256().equals(sha256));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
