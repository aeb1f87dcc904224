package org.ontodraft.app.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;

/** Serves repositories by SSH on this computer, to the owner of one key. */
public final class GitSshServer implements AutoCloseable {
  private final SshServer server;
  private final KeyPair hostKey;
  private final List<String> commands = new CopyOnWriteArrayList<>();

  private GitSshServer(SshServer server, KeyPair hostKey) {
    this.server = server;
    this.hostKey = hostKey;
  }

  /**
   * Serves on a free port.
   *
   * @param publicKey the file of the only key that may come in
   */
  public static GitSshServer allowing(Path publicKey) {
    try {
      KeyPair hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
      PublicKey allowed =
          AuthorizedKeyEntry.parseAuthorizedKeyEntry(Files.readString(publicKey).strip())
              .resolvePublicKey(null, null);
      SshServer server = SshServer.setUpDefaultServer();
      GitSshServer git = new GitSshServer(server, hostKey);
      server.setHost("127.0.0.1");
      server.setPort(0);
      server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
      server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, allowed));
      server.setCommandFactory((channel, command) -> git.new Shell(command));
      server.start();
      return git;
    } catch (IOException | java.security.GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** The line of a {@code known_hosts} file for this server. */
  public String knownHostsLine() {
    return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
  }

  /** The commands that were asked for. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  private final class Shell extends AbstractCommandSupport {
    Shell(String command) {
      super(command, null);
    }

    @Override
    public void run() {
      commands.add(getCommand());
      try {
        Process process = new ProcessBuilder("sh", "-c", getCommand()).start();
        Thread.ofVirtual().start(() -> copy(getInputStream(), process.getOutputStream()));
        Thread errors =
            Thread.ofVirtual().start(() -> copy(process.getErrorStream(), getErrorStream()));
        copy(process.getInputStream(), getOutputStream());
        errors.join();
        onExit(process.waitFor());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    private static void copy(InputStream from, OutputStream to) {
      byte[] buffer = new byte[8192];
      try (to) {
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
          to.write(buffer, 0, read);
          to.flush();
        }
      } catch (IOException ended) {
        // The other side has closed; what it wanted to say was said.
      }
    }
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
