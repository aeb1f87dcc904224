package org.ontodraft.app.service.settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.settings.OpenTabs.SidePane;
import org.ontodraft.app.service.settings.Settings.Recent;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.settings.Settings.WindowPlace;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.store.SharedDatabase.Tls;
import org.ontodraft.app.service.workspace.OpenRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The settings file's format, apart from the live settings. */
final class SettingsJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SettingsJson() {}

  static Settings parse(String text) {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (!root.isObject()) {
        throw new IllegalArgumentException("not a JSON object");
      }
      List<Recent> recent = new ArrayList<>();
      for (JsonNode node : root.path("recent")) {
        recent.add(
            new Recent(
                request(node),
                node.path("name").asString(""),
                node.path("draft").asString(""),
                node.path("changes").asInt(0),
                Instant.parse(node.path("opened").asString())));
      }
      Map<String, String> apis = new LinkedHashMap<>();
      root.path("forgeApis")
          .properties()
          .forEach(entry -> apis.put(entry.getKey(), entry.getValue().asString("")));
      Set<String> servers = new LinkedHashSet<>();
      root.path("servers").forEach(server -> servers.add(server.asString("")));
      return new Settings(
          recent,
          ThemeChoice.valueOf(root.path("theme").asString("system").toUpperCase(Locale.ROOT)),
          Math.clamp(
              root.path("fontPercent").asInt(100), Settings.SMALLEST_FONT, Settings.LARGEST_FONT),
          apis,
          servers,
          databases(root.path("databases")),
          keys(root.path("keys")),
          tabs(root.path("tabs")),
          ConnectionsJson.read(root.path("connections")),
          window(root.path("window")));
    } catch (JacksonException | DateTimeException malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }

  private static OpenRequest request(JsonNode node) {
    if (node.has("folder")) {
      return new OpenRequest.Folder(Path.of(node.path("folder").asString()));
    }
    if (node.has("address")) {
      return new OpenRequest.Address(node.path("address").asString());
    }
    return new OpenRequest.Sample();
  }

  private static Map<String, SharedDatabase> databases(JsonNode node) {
    Map<String, SharedDatabase> databases = new LinkedHashMap<>();
    node.properties().forEach(entry -> databases.put(entry.getKey(), database(entry.getValue())));
    return databases;
  }

  /** What is no text stays, as a text that names no key: whoever follows it says so. */
  private static Map<String, String> keys(JsonNode node) {
    Map<String, String> keys = new LinkedHashMap<>();
    node.properties()
        .forEach(entry -> {
          JsonNode key = entry.getValue();
          keys.put(entry.getKey(), key.isString() ? key.asString() : key.toString());
        });
    return keys;
  }

  private static Map<String, OpenTabs> tabs(JsonNode node) {
    Map<String, OpenTabs> tabs = new LinkedHashMap<>();
    node.properties()
        .forEach(entry -> {
          JsonNode open = entry.getValue();
          tabs.put(
              entry.getKey(),
              new OpenTabs(
                  group(open),
                  group(open.path("right")),
                  texts(open.path("recent")),
                  open.path("draft").asString(""),
                  hidden(open.path("hidden"))));
        });
    return tabs;
  }

  /** A pane that this program does not know is left out: a newer one may have written it. */
  private static Set<SidePane> hidden(JsonNode names) {
    List<String> written = texts(names);
    return Arrays.stream(SidePane.values())
        .filter(pane -> written.contains(pane.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static OpenTabs.Group group(JsonNode side) {
    return new OpenTabs.Group(
        texts(side.path("places")),
        new LinkedHashSet<>(texts(side.path("pinned"))),
        side.path("front").asString(""));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asString("")));
    return texts;
  }

  private static void write(ObjectNode node, OpenTabs tabs) {
    write(node, tabs.left());
    if (!tabs.right().places().isEmpty()) {
      write(node.putObject("right"), tabs.right());
    }
    var recent = node.putArray("recent");
    tabs.recent().forEach(recent::add);
    if (!tabs.draft().isEmpty()) {
      node.put("draft", tabs.draft());
    }
    if (!tabs.hidden().isEmpty()) {
      var hidden = node.putArray("hidden");
      tabs.hidden().stream()
          .sorted()
          .map(pane -> pane.name().toLowerCase(Locale.ROOT))
          .forEach(hidden::add);
    }
  }

  private static void write(ObjectNode node, OpenTabs.Group side) {
    var places = node.putArray("places");
    side.places().forEach(places::add);
    var pinned = node.putArray("pinned");
    side.pinned().stream().sorted().forEach(pinned::add);
    node.put("front", side.front());
  }

  private static SharedDatabase database(JsonNode node) {
    String certificate = node.path("rootCertificate").asString("");
    return new SharedDatabase(
        node.path("host").asString(""),
        node.path("port").asInt(SharedDatabase.USUAL_PORT),
        node.path("database").asString(""),
        node.path("user").asString(""),
        Tls.valueOf(node.path("tls").asString("verify_full").toUpperCase(Locale.ROOT)),
        certificate.isEmpty() ? null : certificate);
  }

  private static void write(ObjectNode node, SharedDatabase database) {
    node.put("host", database.host())
        .put("port", database.port())
        .put("database", database.database())
        .put("user", database.user())
        .put("tls", database.tls().name().toLowerCase(Locale.ROOT));
    if (database.rootCertificate() != null) {
      node.put("rootCertificate", database.rootCertificate());
    }
  }

  private static @Nullable WindowPlace window(JsonNode node) {
    return node.isObject()
        ? new WindowPlace(
            node.path("x").asDouble(0),
            node.path("y").asDouble(0),
            node.path("width").asDouble(1280),
            node.path("height").asDouble(800),
            node.path("maximized").asBoolean(false))
        : null;
  }

  static String write(Settings settings) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
    root.put("fontPercent", settings.fontPercent());
    ObjectNode apis = root.putObject("forgeApis");
    settings.forgeApis().forEach(apis::put);
    var servers = root.putArray("servers");
    settings.servers().stream().sorted().forEach(servers::add);
    ObjectNode databases = root.putObject("databases");
    settings
        .databases()
        .forEach((workspace, database) -> write(databases.putObject(workspace), database));
    ObjectNode keys = root.putObject("keys");
    settings.keys().forEach(keys::put);
    ObjectNode tabs = root.putObject("tabs");
    settings.tabs().forEach((workspace, open) -> write(tabs.putObject(workspace), open));
    ConnectionsJson.write(settings.connections(), root.putObject("connections"));
    WindowPlace window = settings.window();
    if (window != null) {
      root.putObject("window")
          .put("x", window.x())
          .put("y", window.y())
          .put("width", window.width())
          .put("height", window.height())
          .put("maximized", window.maximized());
    }
    var recent = root.putArray("recent");
    for (Recent each : settings.recent()) {
      ObjectNode node = recent.addObject();
      switch (each.request()) {
        case OpenRequest.Sample sample -> node.put("sample", true);
        case OpenRequest.Folder folder -> node.put("folder", folder.folder().toString());
        case OpenRequest.Address address -> node.put("address", address.url());
      }
      node.put("name", each.name())
          .put("draft", each.draftTitle())
          .put("changes", each.changeCount())
          .put("opened", each.openedAt().toString());
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
