package org.ontodraft.app.service.settings;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.workspace.OpenRequest;

/**
 * What is remembered.
 *
 * @param recent newest first
 * @param forgeApis API base URL by host, for GitHub Enterprise: {@code git.example.org} to {@code
 *     https://git.example.org/api/v3}
 * @param window position and size of the main window, null before the first close
 * @param fontPercent 80 to 200
 * @param servers what people read of the origins that were named in the settings or that a token
 *     was kept for; never the token
 * @param databases the database of each workspace that is not kept on this computer, by its id;
 *     never the password
 * @param keys the keys a person chose in place of the usual ones, by action; empty for none
 * @param tabs what was open in each workspace, by its id
 * @param connections how servers are reached, and who a person is there
 */
public record Settings(
    List<Recent> recent,
    ThemeChoice theme,
    int fontPercent,
    Map<String, String> forgeApis,
    Set<String> servers,
    Map<String, SharedDatabase> databases,
    Map<String, String> keys,
    Map<String, OpenTabs> tabs,
    Connections connections,
    @Nullable WindowPlace window) {
  /** The smallest font. */
  public static final int SMALLEST_FONT = 80;

  /** The largest font. */
  public static final int LARGEST_FONT = 200;

  private static final int USUAL_FONT = 100;
  private static final int FONT_STEP = 10;

  public Settings {
    recent = List.copyOf(recent);
    forgeApis = Map.copyOf(forgeApis);
    servers = Set.copyOf(servers);
    databases = Map.copyOf(databases);
    keys = Map.copyOf(keys);
    tabs = Map.copyOf(tabs);
  }

  /** Before anything was chosen. */
  public static Settings initial() {
    return new Settings(
        List.of(),
        ThemeChoice.SYSTEM,
        USUAL_FONT,
        Map.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Connections.initial(),
        null);
  }

  /** With other recent repositories. */
  public Settings withRecent(List<Recent> other) {
    return new Settings(
        other, theme, fontPercent, forgeApis, servers, databases, keys, tabs, connections, window);
  }

  /** With another theme. */
  public Settings withTheme(ThemeChoice other) {
    return new Settings(
        recent, other, fontPercent, forgeApis, servers, databases, keys, tabs, connections, window);
  }

  /** With everything so many steps larger, or smaller; 0 for the usual size. */
  public Settings withFontSteps(int steps) {
    int percent =
        steps == 0
            ? USUAL_FONT
            : Math.clamp(fontPercent + steps * FONT_STEP, SMALLEST_FONT, LARGEST_FONT);
    return new Settings(
        recent, theme, percent, forgeApis, servers, databases, keys, tabs, connections, window);
  }

  /** With other API addresses. */
  public Settings withForgeApis(Map<String, String> other) {
    return new Settings(
        recent, theme, fontPercent, other, servers, databases, keys, tabs, connections, window);
  }

  /** With other servers. */
  public Settings withServers(Set<String> other) {
    return new Settings(
        recent, theme, fontPercent, forgeApis, other, databases, keys, tabs, connections, window);
  }

  /** With workspaces kept elsewhere. */
  public Settings withDatabases(Map<String, SharedDatabase> other) {
    return new Settings(
        recent, theme, fontPercent, forgeApis, servers, other, keys, tabs, connections, window);
  }

  /** With other keys. */
  public Settings withKeys(Map<String, String> other) {
    return new Settings(
        recent,
        theme,
        fontPercent,
        forgeApis,
        servers,
        databases,
        other,
        tabs,
        connections,
        window);
  }

  /** With something else open in a workspace. */
  public Settings withTabs(String workspace, OpenTabs open) {
    Map<String, OpenTabs> all = new HashMap<>(tabs);
    all.put(workspace, open);
    return new Settings(
        recent, theme, fontPercent, forgeApis, servers, databases, keys, all, connections, window);
  }

  /** With the window elsewhere. */
  public Settings withWindow(WindowPlace other) {
    return new Settings(
        recent, theme, fontPercent, forgeApis, servers, databases, keys, tabs, connections, other);
  }

  /** With servers reached otherwise. */
  public Settings withConnections(UnaryOperator<Connections> change) {
    return new Settings(
        recent,
        theme,
        fontPercent,
        forgeApis,
        servers,
        databases,
        keys,
        tabs,
        change.apply(connections),
        window);
  }

  /** Which theme to show. */
  public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK,
    CONTRAST
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
