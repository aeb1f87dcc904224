package org.ontodraft.app.service.account;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ontodraft.app.network.ProxyLogins;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;

/**
 * Who a person is at proxies: as it was typed in this run, else as the environment names it, else
 * as it was typed once and is kept like a token, in the keychain or in memory. Thread-safe.
 */
public final class ProxyAccounts implements ProxyLogins {
  private final SystemProxies proxies;
  private final SecretStore secrets;

  /** What the keychain said, which is asked once for each proxy: every request wants to know. */
  private final Map<Origin, Optional<PasswordAuthentication>> known = new ConcurrentHashMap<>();

  /** Those that a person was asked about in this run: the environment's word did not do there. */
  private final Set<Origin> asked = ConcurrentHashMap.newKeySet();

  /** Kept here. */
  public ProxyAccounts(SystemProxies proxies, SecretStore secrets) {
    this.proxies = proxies;
    this.secrets = secrets;
  }

  /** The proxy that leads to an address; empty where it is reached without one that is asked. */
  public Optional<Origin> proxyOf(URI address) {
    Proxy proxy = proxies.select(address).getFirst();
    return proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress at
        ? Optional.of(origin(at.getHostString(), at.getPort()))
        : Optional.empty();
  }

  /** The proxy that the environment names, as people read it; empty for none. */
  public Optional<String> named() {
    return proxies.namedForHttps();
  }

  /** Who one is at a proxy, without the password; empty for nobody. May ask a keychain. */
  public Optional<String> userAt(Origin proxy) {
    return find(proxy.host(), proxy.port()).map(PasswordAuthentication::getUserName);
  }

  @Override
  public Optional<PasswordAuthentication> find(String host, int port) {
    Origin proxy = origin(host, port);
    return asked.contains(proxy)
        ? login(proxy)
        : proxies.loginAt(host, port).or(() -> login(proxy));
  }

  /**
   * Keeps who one is at a proxy, and says where; the caller closes its copy. Until the program ends
   * it goes before what the environment names.
   *
   * @param user without a colon
   */
  public SecretStore.Kept keep(Origin proxy, String user, Secret password) {
    try (Secret both = Secret.of(user + ":" + password.reveal())) {
      SecretStore.Kept where = secrets.save(proxy, both);
      known.put(proxy, Optional.of(login(both)));
      asked.add(proxy);
      return where;
    }
  }

  /** Whether one is known at a proxy by what was typed. */
  public boolean keeps(Origin proxy) {
    return login(proxy).isPresent();
  }

  /** Removes what was typed. */
  public void forget(Origin proxy) {
    secrets.forget(proxy);
    known.put(proxy, Optional.empty());
    asked.remove(proxy);
  }

  private Optional<PasswordAuthentication> login(Origin proxy) {
    return known.computeIfAbsent(proxy, this::kept);
  }

  private Optional<PasswordAuthentication> kept(Origin proxy) {
    return secrets.find(proxy).map(ProxyAccounts::login);
  }

  private static PasswordAuthentication login(Secret both) {
    String[] parts = both.reveal().split(":", 2);
    return new PasswordAuthentication(parts[0], (parts.length > 1 ? parts[1] : "").toCharArray());
  }

  private static Origin origin(String host, int port) {
    return Origin.of("http", host, port);
  }
}
