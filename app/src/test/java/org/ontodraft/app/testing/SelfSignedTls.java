package org.ontodraft.app.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for 127.0.0.1 that nobody vouches for.
 *
 * @param context for a server that shows it
 * @param trust a key store, password {@code changeit}, with which it is trusted
 */
public record SelfSignedTls(SSLContext context, Path trust) {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String ALIAS = "a";

  /** Makes one with the JDK's own tool; its files are in this folder. */
  public static SelfSignedTls in(Path folder) throws IOException, GeneralSecurityException {
    Path store = folder.resolve("keys.p12");
    generate(store, folder.resolve("keytool.log"));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);

    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
    Path trust = folder.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(trust)) {
      trusted.store(out, PASSWORD);
    }
    return new SelfSignedTls(context, trust);
  }

  private static void generate(Path store, Path log) throws IOException {
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (made.waitFor() != 0) {
        throw new IOException("keytool: " + Files.readString(log));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
