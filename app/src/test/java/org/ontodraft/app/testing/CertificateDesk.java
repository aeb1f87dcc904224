package org.ontodraft.app.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of a test, and servers' certificates by it, made with the JDK's own tool. */
public final class CertificateDesk {
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private int made;

  /** An authority that keeps its files in a folder. */
  public CertificateDesk(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    keytool(
        "-genkeypair",
        "-alias",
        "ca",
        "-keyalg",
        "EC",
        "-dname",
        "CN=Our authority",
        "-ext",
        "bc:c",
        "-validity",
        "30",
        "-keystore",
        store("ca"));
    keytool("-exportcert", "-rfc", "-alias", "ca", "-keystore", store("ca"), "-file", pem());
  }

  /** The file with the authority's certificate. */
  public Path authority() {
    return Path.of(pem());
  }

  private String pem() {
    return folder.resolve("ca.pem").toString();
  }

  private String store(String name) {
    return folder.resolve(name + ".p12").toString();
  }

  /**
   * A context for a server.
   *
   * @param name the subject's alternative name, as keytool writes it: {@code dns:forge.test}
   * @param start when it begins, as keytool writes it: {@code -3d}
   * @param days how long it lives
   */
  public SSLContext server(String name, String start, int days)
      throws IOException, GeneralSecurityException {
    String alias = "server" + made++;
    keytool(
        "-genkeypair",
        "-alias",
        alias,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + alias,
        "-keystore",
        store(alias));
    String request = folder.resolve(alias + ".csr").toString();
    String answer = folder.resolve(alias + ".pem").toString();
    keytool("-certreq", "-alias", alias, "-keystore", store(alias), "-file", request);
    keytool(
        "-gencert",
        "-rfc",
        "-alias",
        "ca",
        "-keystore",
        store("ca"),
        "-infile",
        request,
        "-outfile",
        answer,
        "-ext",
        "san=" + name,
        "-startdate",
        start,
        "-validity",
        String.valueOf(days));
    keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", store(alias), "-file", pem());
    keytool("-importcert", "-alias", alias, "-keystore", store(alias), "-file", answer);
    keytool("-delete", "-alias", "ca", "-keystore", store(alias));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(store(alias)))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void keytool(String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(arguments));
    line.addAll(List.of("-storepass", PASSWORD));
    Path log = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool: " + Files.readString(log));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
