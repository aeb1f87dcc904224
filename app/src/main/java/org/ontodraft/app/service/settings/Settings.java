package org.ontodraft.app.service.settings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.workspace.OpenRequest;

/**
 * What is remembered.
 *
 * @param recent newest first
 * @param forgeApis API base URL by host, for GitHub Enterprise: {@code git.example.org} to {@code
 *     https://git.example.org/api/v3}
 * @param window position and size of the main window, null before the first close
 * @param fontPercent 80 to 200
 */
public record Settings(
    List<Recent> recent,
    ThemeChoice theme,
    int fontPercent,
    Map<String, String> forgeApis,
    @Nullable WindowPlace window) {
  public Settings {
    recent = List.copyOf(recent);
    forgeApis = Map.copyOf(forgeApis);
  }

  /** Before anything was chosen. */
  public static Settings initial() {
    return new Settings(List.of(), ThemeChoice.SYSTEM, 100, Map.of(), null);
  }

  /** Which theme to show. */
  public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
  }

  /**
   * A repository that was open.
   *
   * @param draftTitle the draft that was open, or empty
   */
  public record Recent(
      OpenRequest request, String name, String draftTitle, int changeCount, Instant openedAt) {}

  /** Where the window was. */
  public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
}
