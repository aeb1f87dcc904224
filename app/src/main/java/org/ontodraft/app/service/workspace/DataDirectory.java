package org.ontodraft.app.service.workspace;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of one installation lives. Folders are made, readable by the user alone, when
 * the application starts.
 */
public record DataDirectory(Path root) {
  public DataDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * The folder to use: the command line's, else {@code ONTODRAFT_DATA_DIR}, else the platform's
   * usual place.
   *
   * @param option the value of {@code --data-dir}, or null
   */
  public static DataDirectory choose(
      @Nullable String option, Map<String, String> environment, String operatingSystem) {
    if (option != null) {
      return new DataDirectory(Path.of(option));
    }
    String fromEnvironment = environment.get("ONTODRAFT_DATA_DIR");
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return new DataDirectory(Path.of(fromEnvironment));
    }
    return new DataDirectory(usualPlace(environment, operatingSystem).resolve("ontodraft"));
  }

  private static Path usualPlace(Map<String, String> environment, String operatingSystem) {
    Path home = Path.of(System.getProperty("user.home"));
    if (operatingSystem.startsWith("Windows")) {
      String local = environment.get("LOCALAPPDATA");
      return local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
    }
    if (operatingSystem.startsWith("Mac")) {
      return home.resolve("Library").resolve("Application Support");
    }
    String xdg = environment.get("XDG_DATA_HOME");
    return xdg == null || xdg.isBlank() ? home.resolve(".local").resolve("share") : Path.of(xdg);
  }

  /** One folder per workspace, with its database and journal. */
  public Path stores() {
    return root.resolve("stores");
  }

  /** One bare repository per workspace. */
  public Path repositories() {
    return root.resolve("repositories");
  }

  /** One file per workspace with what waits to be sent. */
  public Path sending() {
    return root.resolve("sending");
  }

  /** One file per workspace with how its graphs were looked at. */
  public Path graphs() {
    return root.resolve("graphs");
  }

  /** The sample's upstream repository. */
  public Path sampleUpstream() {
    return root.resolve("sample").resolve("upstream.git");
  }

  /** Log files. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** The settings file. */
  public Path settingsFile() {
    return root.resolve("settings.json");
  }

  /** The lock that one instance holds. */
  public Path lockFile() {
    return root.resolve("instance.lock");
  }
}
