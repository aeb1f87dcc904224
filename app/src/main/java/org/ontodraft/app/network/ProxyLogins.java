package org.ontodraft.app.network;

import java.net.PasswordAuthentication;
import java.util.Optional;

/** Who a person is at proxies. Thread-safe; may ask a keychain. */
@FunctionalInterface
public interface ProxyLogins {
  /** Nobody at any proxy. */
  ProxyLogins NONE = (host, port) -> Optional.empty();

  /** User name and password for a proxy; empty where none are known. */
  Optional<PasswordAuthentication> find(String host, int port);
}
