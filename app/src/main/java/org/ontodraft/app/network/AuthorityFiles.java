package org.ontodraft.app.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where certificates of authorities lie: in Java, in the key store of Windows or macOS, in the
 * usual bundle of a Linux or the one that {@code SSL_CERT_FILE} names. Thread-safe.
 */
public final class AuthorityFiles {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorityFiles.class);
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  /** Debian, Fedora, openSUSE, Alpine. */
  private static final List<String> BUNDLES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/ssl/cert.pem");

  private static final List<String> SYSTEM_STORES =
      List.of("Windows-ROOT", "Windows-ROOT-LOCALMACHINE", "KeychainStore", "KeychainStore-ROOT");

  private final Map<String, String> environment;

  /** With the variables of a process. */
  public AuthorityFiles(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** What comes of reading a person's file. */
  public sealed interface Read {
    /** It holds certificates. */
    record Certificates(int count) implements Read {}

    /** It cannot be used. */
    record Unusable(String detail) implements Read {}
  }

  /** Looks whether a file holds certificates. */
  public Read read(Path file) {
    try {
      int count = certificates(file).size();
      return count == 0 ? new Read.Unusable("no certificate in it") : new Read.Certificates(count);
    } catch (IOException | GeneralSecurityException unusable) {
      return new Read.Unusable(String.valueOf(unusable.getMessage()));
    }
  }

  /** Trusts all of them, and those of a file of the person. */
  X509ExtendedTrustManager manager(Optional<Path> own) {
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      for (X509Certificate authority : delegate(null).getAcceptedIssuers()) {
        add(all, authority);
      }
      SYSTEM_STORES.forEach(type -> addStore(all, type));
      bundle().ifPresent(file -> addFile(all, file));
      own.ifPresent(file -> addFile(all, file));
      return delegate(all);
    } catch (IOException | GeneralSecurityException impossible) {
      throw new IllegalStateException("an empty key store can always be filled", impossible);
    }
  }

  private Optional<Path> bundle() {
    String named = environment.getOrDefault("SSL_CERT_FILE", "").strip();
    return named.isEmpty()
        ? BUNDLES.stream().map(Path::of).filter(Files::isRegularFile).findFirst()
        : Optional.of(Path.of(named));
  }

  private static void addFile(KeyStore all, Path file) {
    try {
      for (Certificate each : certificates(file)) {
        add(all, each);
      }
    } catch (IOException | GeneralSecurityException unusable) {
      LOG.warn("CERT-01 the certificates in {} cannot be read: {}", file, unusable.getMessage());
    }
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("larger than " + MOST_BYTES + " bytes");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  private static void addStore(KeyStore all, String type) {
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isCertificateEntry(alias)) {
          add(all, store.getCertificate(alias));
        }
      }
    } catch (IOException | GeneralSecurityException notOfThisSystem) {
      LOG.debug("no key store {}: {}", type, notOfThisSystem.getMessage());
    }
  }

  private static void add(KeyStore all, Certificate certificate) throws GeneralSecurityException {
    all.setCertificateEntry("authority-" + all.size(), certificate);
  }

  private static X509ExtendedTrustManager delegate(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("no trust manager for X.509");
  }
}
