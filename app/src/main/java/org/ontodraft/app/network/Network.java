package org.ontodraft.app.network;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How servers are reached by HTTP, the same for forges and for Git.
 *
 * @param authorities who vouches for servers
 * @param logins who one is at proxies
 */
public record Network(SystemProxies proxies, TrustedAuthorities authorities, ProxyLogins logins) {
  /** One in which nobody is known at a proxy, but as the environment names it. */
  public Network(SystemProxies proxies, TrustedAuthorities authorities) {
    this(proxies, authorities, proxies::loginAt);
  }

  /**
   * The network of this computer.
   *
   * @param own a file of certificates to trust beside those of the system, asked when needed
   */
  public static Network ofSystem(
      SystemProxies proxies, Supplier<Optional<Path>> own, ProxyLogins logins) {
    return new Network(
        proxies, new TrustedAuthorities(new AuthorityFiles(System.getenv()), own), logins);
  }

  /** Without proxies, and with the authorities of this computer. */
  public static Network direct() {
    return new Network(
        new SystemProxies(Map.of(), Optional.empty()),
        new TrustedAuthorities(new AuthorityFiles(System.getenv()), Optional::empty));
  }

  /** A client that follows no redirects, since a token may go with a request. */
  public HttpClient client(Duration connectTimeout) {
    return new SignedInClient(
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .proxy(proxies)
            .sslContext(authorities.context())
            .build(),
        proxies,
        logins);
  }
}
