package org.ontodraft.app.forge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;

/**
 * Which forge a remote belongs to: the large public ones by themselves, others through the
 * settings, where the API's address tells the kind of forge.
 */
public final class ForgeDirectory {
  private static final Pattern OWNER_AND_NAME =
      Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*)/([A-Za-z0-9_.-]+)");

  /** GitLab's groups lie within groups. */
  private static final Pattern GROUPS_AND_NAME =
      Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.-]+)*)/([A-Za-z0-9_.-]+)");

  /** A part of a path that is dots alone would lead to another place. */
  private static final Pattern DOTS = Pattern.compile("(?:^|/)\\.+(?:/|$)");

  private final Map<String, String> apiByHost = new HashMap<>();

  /**
   * A directory.
   *
   * @param apiByHost the API's base address by host, or by host and port: {@code git.example.org}
   *     to {@code https://git.example.org/api/v3}; its version tells the {@link ForgeKind}
   */
  public ForgeDirectory(Map<String, String> apiByHost) {
    this.apiByHost.put("github.com", "https://api.github.com");
    this.apiByHost.put("ssh.github.com", "https://api.github.com");
    this.apiByHost.put("gitlab.com", "https://gitlab.com/api/v4");
    this.apiByHost.put("altssh.gitlab.com", "https://gitlab.com/api/v4");
    this.apiByHost.put("codeberg.org", "https://codeberg.org/api/v1");
    apiByHost.forEach((host, api) -> this.apiByHost.put(host.toLowerCase(Locale.ROOT), api));
  }

  /** What a remote is. */
  public sealed interface Detection {
    /** A repository at a forge. */
    record Known(ForgeRepository repository) implements Detection {}

    /** Not at a forge we know: a branch can be pushed, and a person goes on from there. */
    record Unknown() implements Detection {}

    /** The settings name an API address that must not be used: not a URL, or http. */
    record UnusableApi(String host, String api) implements Detection {}
  }

  /** Finds the forge of a remote. */
  public Detection detect(Remote remote) {
    Optional<String> api = api(remote);
    ForgeKind kind = ForgeKind.ofApi(api.orElse(""));
    Matcher path =
        (kind == ForgeKind.GITLAB ? GROUPS_AND_NAME : OWNER_AND_NAME)
            .matcher(remote.repositoryPath());
    if (api.isEmpty() || !path.matches() || DOTS.matcher(remote.repositoryPath()).find()) {
      return new Detection.Unknown();
    }
    String host = remote.host().orElseThrow();
    Origin web =
        remote
            .origin()
            .orElseGet(() -> Origin.of("https", host.replaceFirst("^(?:alt)?ssh\\.", ""), 0));
    return base(api.get())
        .<Detection>map(base ->
            new Detection.Known(new ForgeRepository(kind, base, web, path.group(1), path.group(2))))
        .orElseGet(() -> new Detection.UnusableApi(host, api.get()));
  }

  /**
   * The API of a server.
   *
   * @param base without a slash at its end
   */
  public record Api(ForgeKind kind, URI base) {}

  /** The API of a server; empty where none is known or the one that was named must not be used. */
  public Optional<Api> api(Origin server) {
    String named = apiByHost.get(server.host() + ":" + server.port());
    String api = named == null ? apiByHost.get(server.host()) : named;
    return api == null
        ? Optional.empty()
        : base(api).map(base -> new Api(ForgeKind.ofApi(api), base));
  }

  private Optional<String> api(Remote remote) {
    return remote
        .host()
        .map(host ->
            remote
                .origin()
                .map(origin -> apiByHost.get(host + ":" + origin.port()))
                .orElseGet(() -> apiByHost.get(host)));
  }

  /** The address without a slash at its end, unless a token must not be sent there. */
  private static Optional<URI> base(String text) {
    try {
      URI uri = new URI(text.strip().replaceAll("/+$", ""));
      Origin origin = Origin.of(uri);
      boolean safe = origin.scheme().equals("https") || origin.loopback();
      boolean plain =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      return safe && plain ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
