package org.ontodraft.app.service.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.settings.Settings.Recent;
import org.ontodraft.app.service.workspace.OpenRequest;

/**
 * The servers a person works with: their tokens and the addresses of their APIs. Blocking, since a
 * keychain may ask a person and the settings are a file: not for the FX thread. Thread-safe.
 */
public final class ServerSettings {
  /** Offered before anything was opened. */
  private static final Origin USUAL = Origin.of("https", "github.com", 0);

  private final SettingsService settings;
  private final SecretStore secrets;

  /** Over the settings and the store of tokens. */
  public ServerSettings(SettingsService settings, SecretStore secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /**
   * The usual server, those that were named or have a token or an API address, and those of recent
   * repositories, by name.
   */
  public List<Server> list() {
    Settings now = settings.settings().get();
    Set<Origin> origins =
        new TreeSet<>(Comparator.comparing(Origin::host).thenComparing(Origin::toString));
    origins.addAll(given(now));
    now.servers().forEach(server -> addServer(server, origins));
    // The key of an API may be a host with its port; plain http is this computer's.
    now.forgeApis().keySet().forEach(host -> addApiHost(host, origins));
    List<Server> servers = new ArrayList<>();
    for (Origin origin : origins) {
      servers.add(server(origin));
    }
    return servers;
  }

  /** The servers that are listed without being named. */
  private static Set<Origin> given(Settings now) {
    Set<Origin> origins = new HashSet<>();
    origins.add(USUAL);
    for (Recent recent : now.recent()) {
      if (recent.request() instanceof OpenRequest.Address address
          && Remote.parse(address.url()) instanceof Remote.Parsed.Accepted accepted) {
        accepted.remote().origin().ifPresent(origins::add);
      }
    }
    return origins;
  }

  private static void addServer(String text, Set<Origin> origins) {
    if (ServerAddress.server(text) instanceof ServerAddress.Parsed.Accepted accepted) {
      origins.add(accepted.origin());
    }
  }

  private static void addApiHost(String host, Set<Origin> origins) {
    if (origins.stream().noneMatch(origin -> apiKey(origin).equals(host))) {
      addServer(host, origins);
    }
  }

  /** One server, whether or not it is in the list. */
  public Server server(Origin origin) {
    Settings now = settings.settings().get();
    Optional<Kept> token = secrets.where(origin);
    return new Server(
        origin,
        token,
        token.flatMap(kept -> now.connections().account(origin)).map(Account::user),
        now.forgeApis().getOrDefault(apiKey(origin), ""),
        !given(now).contains(origin));
  }

  /** Adds a server to the list. */
  public void add(Origin origin) {
    settings.update(
        now -> now.withServers(ListedSecretStore.with(now.servers(), origin.toString())));
  }

  /** Keeps a token in place of an earlier one. */
  public Kept keepToken(Origin origin, Secret token) {
    Kept kept = secrets.save(origin, token);
    settings.update(now -> now.withConnections(all -> all.withAccount(origin, null)));
    return kept;
  }

  /**
   * Names the API of the server's forge.
   *
   * @param api an address that {@link ServerAddress#api} accepted; empty for none
   */
  public void nameApi(Origin origin, String api) {
    settings.update(now -> {
      Map<String, String> apis = new HashMap<>(now.forgeApis());
      if (api.isEmpty()) {
        apis.remove(apiKey(origin));
      } else {
        apis.put(apiKey(origin), api);
      }
      return now.withForgeApis(apis)
          .withServers(ListedSecretStore.with(now.servers(), origin.toString()));
    });
  }

  /** Forgets the server: its token, its API address, its place in the list. */
  public void remove(Origin origin) {
    secrets.forget(origin);
    settings.update(now -> {
      Map<String, String> apis = new HashMap<>(now.forgeApis());
      apis.remove(apiKey(origin));
      Set<String> servers = new HashSet<>(now.servers());
      servers.remove(origin.toString());
      return now.withForgeApis(apis)
          .withServers(servers)
          .withConnections(connections -> connections.without(origin));
    });
  }

  /** How the forge directory finds the API of a server. */
  private static String apiKey(Origin origin) {
    boolean usual = origin.port() == 443 && origin.scheme().equals("https");
    return usual ? origin.host() : origin.host() + ":" + origin.port();
  }
}
