package org.ontodraft.app.network;

import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trusts the servers that the authorities of Java, of the operating system or of a file of the
 * person vouch for; there is no way around them. They are read at the first connection and again
 * when the file is another one. Host names are checked. Thread-safe.
 */
public final class TrustedAuthorities extends X509ExtendedTrustManager {
  private static final Logger LOG = LoggerFactory.getLogger(TrustedAuthorities.class);

  private final Supplier<Optional<Path>> own;
  private final AuthorityFiles files;
  private @Nullable Loaded loaded;

  private record Loaded(Optional<Path> own, X509ExtendedTrustManager manager) {}

  /**
   * Authorities.
   *
   * @param own the file of the person, asked at each connection
   */
  public TrustedAuthorities(AuthorityFiles files, Supplier<Optional<Path>> own) {
    this.files = files;
    this.own = own;
  }

  /** A context for clients that trusts so. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java runtime has TLS", missing);
    }
  }

  private synchronized X509ExtendedTrustManager manager() {
    Optional<Path> wanted = own.get();
    Loaded present = loaded;
    if (present == null || !present.own().equals(wanted)) {
      present = new Loaded(wanted, files.manager(wanted));
      loaded = present;
    }
    return present.manager();
  }

  private interface Check {
    void run(X509ExtendedTrustManager manager) throws CertificateException;
  }

  private void check(X509Certificate[] chain, Check check) throws CertificateException {
    try {
      check.run(manager());
    } catch (CertificateException refusal) {
      Distrust reason = Distrust.of(chain, refusal);
      LOG.info("a certificate is not trusted: {} ({})", reason, refusal.getMessage());
      throw new UntrustedServerException(reason, refusal);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain, manager -> manager.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, manager -> manager.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain, manager -> manager.checkServerTrusted(chain, type));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("no server is run");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no server is run");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no server is run");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return manager().getAcceptedIssuers();
  }
}
