package org.ontodraft.app.service.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings in one JSON file, replaced as a whole. A file that cannot be read is set aside beside
 * it, so that nothing a person chose is overwritten in silence.
 */
public final class SettingsFile implements SettingsService {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  private final Path file;
  private final State<Settings> settings;

  /** Reads the file, or starts with the initial settings. */
  public SettingsFile(Path file) {
    this.file = file;
    this.settings = new State<>(read(file));
  }

  private static Settings read(Path file) {
    try {
      return SettingsJson.parse(Files.readString(file));
    } catch (NoSuchFileException none) {
      return Settings.initial();
    } catch (IOException | IllegalArgumentException unreadable) {
      Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
      LOG.warn("SET-01 settings could not be read and were set aside as {}", aside, unreadable);
      try {
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException stuck) {
        LOG.warn("SET-02 settings could not be set aside", stuck);
      }
      return Settings.initial();
    }
  }

  @Override
  public Observed<Settings> settings() {
    return settings;
  }

  @Override
  public synchronized void update(UnaryOperator<Settings> change) {
    settings.update(change);
    Path next = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(next, SettingsJson.write(settings.get()));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
