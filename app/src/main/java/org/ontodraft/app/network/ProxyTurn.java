package org.ontodraft.app.network;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Says who one is at a proxy to connections of the Java runtime, which ask the one authenticator of
 * the process. It answers a thread that has begun a connection, once for each: what a proxy refused
 * is not tried again, which might lock a person out. Servers are never answered.
 */
public final class ProxyTurn {
  private static final ThreadLocal<@Nullable ProxyLogins> TURN = new ThreadLocal<>();

  private ProxyTurn() {}

  /** Answers from now on; again is harmless. */
  public static void install() {
    Authenticator.setDefault(new Answers());
  }

  /** This thread begins a connection, for which these are known. */
  public static void begin(ProxyLogins logins) {
    TURN.set(logins);
  }

  private static final class Answers extends Authenticator {
    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      ProxyLogins logins = TURN.get();
      if (getRequestorType() != RequestorType.PROXY || logins == null) {
        return null;
      }
      TURN.remove();
      return logins.find(getRequestingHost(), getRequestingPort()).orElse(null);
    }
  }
}
