package org.ontodraft.app.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxies of this computer: those that the environment names ({@code HTTPS_PROXY}, {@code
 * HTTP_PROXY}, {@code ALL_PROXY}, {@code NO_PROXY}, in capitals or not), else those of the
 * operating system. This computer itself is never reached through one. Thread-safe.
 */
public final class SystemProxies extends ProxySelector {
  private static final Logger LOG = LoggerFactory.getLogger(SystemProxies.class);
  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
  private static final int USUAL_PORT = 1080;

  /** The schemes a proxy that tunnels is not answered in. */
  private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";

  private static final List<String> LOOPBACK = List.of("localhost", "::1", "[::1]");

  private final Map<String, String> environment;
  private final Optional<ProxySelector> system;

  /**
   * Proxies.
   *
   * @param environment the variables
   * @param system who is asked where the environment names none
   */
  public SystemProxies(Map<String, String> environment, Optional<ProxySelector> system) {
    this.environment = Map.copyOf(environment);
    this.system = system;
  }

  /** Those of this process; call {@link #useSystem} before anything of the network. */
  public static SystemProxies ofProcess() {
    return new SystemProxies(System.getenv(), Optional.ofNullable(ProxySelector.getDefault()));
  }

  /**
   * Lets the Java runtime ask the operating system, and say to a proxy who one is with a password
   * where it tunnels to a server. The runtime does not do that by itself, since the password is not
   * encrypted on its way to the proxy; it is sent only where a person typed one for this proxy. The
   * runtime looks once, at the first connection.
   */
  public static void useSystem() {
    System.setProperty("java.net.useSystemProxies", "true");
    System.setProperty(TUNNELING, "");
  }

  /** An address as people write it; one of Git's that is no address leads nowhere by a proxy. */
  public static URI target(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException notHttp) {
      return URI.create("ssh:///");
    }
  }

  /** User name and password that the environment names with a proxy; empty for none. */
  public Optional<PasswordAuthentication> loginAt(String host, int port) {
    return Stream.of("https_proxy", "http_proxy", "all_proxy")
        .flatMap(name -> variable(name).stream())
        .flatMap(text -> address(text).stream())
        .filter(uri -> uri.getUserInfo() != null)
        .filter(uri -> proxy(uri).address().equals(InetSocketAddress.createUnresolved(host, port)))
        .map(uri -> uri.getUserInfo().split(":", 2))
        .map(both ->
            new PasswordAuthentication(both[0], (both.length > 1 ? both[1] : "").toCharArray()))
        .findFirst();
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost();
    if (host == null || isLoopback(host)) {
      return DIRECT;
    }
    Optional<String> named = named(uri.getScheme());
    if (named.isEmpty()) {
      return system.map(selector -> selector.select(uri)).orElse(DIRECT);
    }
    return excepted(host, uri.getPort()) ? DIRECT : proxy(named.get()).map(List::of).orElse(DIRECT);
  }

  /** What the environment names for https, as people read it; empty for none. */
  public Optional<String> namedForHttps() {
    return named("https")
        .flatMap(SystemProxies::proxy)
        .map(Proxy::address)
        .map(at ->
            at instanceof InetSocketAddress named
                ? named.getHostString() + ":" + named.getPort()
                : String.valueOf(at));
  }

  private Optional<String> named(String scheme) {
    String own = scheme.toLowerCase(Locale.ROOT) + "_proxy";
    return variable(own).or(() -> variable("all_proxy"));
  }

  private Optional<String> variable(String name) {
    String value =
        environment.getOrDefault(name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
    return Optional.of(value.strip()).filter(text -> !text.isEmpty());
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.startsWith("127.");
  }

  /** Hosts, domains with or without a dot before them, hosts with a port, or a star for all. */
  private boolean excepted(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    for (String entry : variable("no_proxy").orElse("").split(",")) {
      String rule = entry.strip().toLowerCase(Locale.ROOT);
      if (rule.equals("*")) {
        return true;
      }
      String domain = rule.startsWith("*.") ? rule.substring(1) : rule;
      String bare = domain.startsWith(".") ? domain.substring(1) : domain;
      if (!bare.isEmpty()
          && (name.equals(bare) || name.endsWith("." + bare) || rule.equals(name + ":" + port))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Proxy> proxy(String text) {
    return address(text).map(SystemProxies::proxy);
  }

  private static Proxy proxy(URI uri) {
    boolean socks = uri.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
    int usual = socks ? USUAL_PORT : 80;
    InetSocketAddress address =
        InetSocketAddress.createUnresolved(
            uri.getHost(), uri.getPort() > 0 ? uri.getPort() : usual);
    return new Proxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, address);
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = new URI(text.contains("://") ? text : "http://" + text);
      if (uri.getHost() == null) {
        throw new URISyntaxException("", "no host");
      }
      return Optional.of(uri);
    } catch (URISyntaxException malformed) {
      // Its text may hold a password.
      LOG.warn("PROXY-01 a proxy of the environment is no address");
      return Optional.empty();
    }
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    LOG.info("the proxy {} was not reached: {}", address, failure.getMessage());
    system.ifPresent(selector -> selector.connectFailed(uri, address, failure));
  }
}
