package org.ontodraft.app.git;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.GeneralSecurityException;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory2;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.network.Network;
import org.ontodraft.app.network.ProxyTurn;
import org.ontodraft.app.secret.Origin;

/**
 * Connections to one origin. A redirect within it is followed, one out of it is not; the last
 * status is remembered, because JGit tells it only in prose.
 */
final class OriginConnections implements HttpConnectionFactory2 {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final Origin origin;
  private final Network network;
  private final JDKHttpConnectionFactory sessions = new JDKHttpConnectionFactory();
  private volatile int lastStatus;
  private volatile @Nullable String refusedHost;

  OriginConnections(Origin origin, Network network) {
    this.origin = origin;
    this.network = network;
  }

  /** The last HTTP status, or 0. */
  int lastStatus() {
    return lastStatus;
  }

  /** The host a redirect led to, or null. */
  @Nullable String refusedHost() {
    return refusedHost;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return connection(checked(url));
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    return connection(checked(url));
  }

  /** By the proxy that the network knows, not the one that JGit found. */
  private HttpConnection connection(URL url) throws IOException {
    try {
      ProxyTurn.begin(network.logins());
      StatusConnection connection =
          new StatusConnection(url, network.proxies().select(url.toURI()).getFirst());
      if (url.getProtocol().equals("https")) {
        connection.configure(null, new TrustManager[] {network.authorities()}, null);
      }
      return connection;
    } catch (URISyntaxException | GeneralSecurityException unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
  }

  @Override
  public GitSession newSession() {
    return sessions.newSession();
  }

  private URL checked(URL url) throws IOException {
    try {
      if (origin.covers(new URI(url.toString()))) {
        return url;
      }
    } catch (URISyntaxException unreadable) {
      throw new IOException("address of a redirect", unreadable);
    }
    refusedHost = url.getHost();
    throw new IOException("redirected from " + origin + " to " + url.getHost());
  }

  private final class StatusConnection extends JDKHttpConnection {
    StatusConnection(URL url, Proxy proxy) throws IOException {
      super(url, proxy);
    }

    @Override
    public int getResponseCode() throws IOException {
      int before = lastStatus;
      lastStatus = 0;
      int status = super.getResponseCode();
      // After a 403 JGit asks once more as nobody; the 401 to that says nothing of the token.
      lastStatus = before == FORBIDDEN && status == UNAUTHORIZED ? FORBIDDEN : status;
      return status;
    }
  }
}
