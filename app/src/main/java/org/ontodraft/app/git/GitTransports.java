package org.ontodraft.app.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.RemoteFailure.Reason;
import org.ontodraft.app.network.Network;
import org.ontodraft.app.network.ProxyTurn;

/**
 * Connections to remotes, with the same rules for all: a time limit on every wait, fetched objects
 * checked for every system, no question answered, no redirect out of the origin. One per process.
 * Thread-safe.
 */
public final class GitTransports implements AutoCloseable {
  private final Path home;
  private final int timeoutSeconds;
  private final Network network;
  private final BooleanSupplier sshProgram;
  private final List<String> sshOptions;
  private @Nullable SshdSessionFactory ssh;

  /**
   * Transports of a user.
   *
   * @param home the home directory, whose {@code .ssh} holds keys, known hosts and configuration
   * @param timeout the longest wait for the network to say something
   */
  public GitTransports(Path home, Duration timeout) {
    this(home, timeout, Network.direct(), () -> false);
  }

  /**
   * Transports of a user.
   *
   * @param network how HTTP servers are reached
   * @param sshProgram whether SSH goes through the system's program, asked for each call
   */
  public GitTransports(Path home, Duration timeout, Network network, BooleanSupplier sshProgram) {
    this(home, timeout, network, sshProgram, List.of());
  }

  GitTransports(
      Path home,
      Duration timeout,
      Network network,
      BooleanSupplier sshProgram,
      List<String> sshOptions) {
    IsolatedSystemReader.install();
    ProxyTurn.install();
    this.network = network;
    this.home = home;
    this.sshProgram = sshProgram;
    this.sshOptions = sshOptions;
    this.timeoutSeconds = Math.toIntExact(Math.max(1, timeout.toSeconds()));
  }

  /** The transports of the person who runs the program. */
  public static GitTransports ofUser() {
    return new GitTransports(Path.of(System.getProperty("user.home")), Duration.ofSeconds(30));
  }

  /** A call to a remote on behalf of our repository; nothing is sent before it is used. */
  RemoteCall call(Repository local, Remote remote, @Nullable Credentials credentials) {
    BoundCredentials provider = new BoundCredentials(credentials);
    OriginConnections connections =
        remote.origin().map(origin -> new OriginConnections(origin, network)).orElse(null);
    SshProgram program =
        remote instanceof Remote.Ssh && sshProgram.getAsBoolean()
            ? new SshProgram(sshOptions)
            : null;
    return new RemoteCall(
        local.getDirectory().toPath().resolve("objects").resolve("pack"),
        () -> open(local, remote, provider, connections, program),
        provider,
        connections,
        program == null ? () -> "" : program::said,
        () ->
            remote instanceof Remote.Ssh ssh
                ? SshFailures.hostKey(home.resolve(".ssh/known_hosts"), ssh.server(), ssh.port())
                : Reason.HOST_KEY);
  }

  private Transport open(
      Repository local,
      Remote remote,
      BoundCredentials provider,
      @Nullable OriginConnections connections,
      @Nullable SshProgram program)
      throws NotSupportedException, TransportException {
    Transport transport = Transport.open(local, uriOf(remote));
    transport.setTimeout(timeoutSeconds);
    transport.setTagOpt(TagOpt.NO_TAGS);
    transport.setObjectChecker(newChecker());
    transport.setCredentialsProvider(provider);
    if (transport instanceof TransportHttp http && connections != null) {
      http.setHttpConnectionFactory(connections);
    }
    if (transport instanceof SshTransport sshTransport) {
      sshTransport.setSshSessionFactory(program == null ? sshSessions() : program);
    }
    return transport;
  }

  /**
   * The rules for objects: what could harm on any system is refused; slips of old tools that harm
   * nobody are not.
   */
  static ObjectChecker newChecker() {
    return new ObjectChecker()
        .setSafeForWindows(true)
        .setSafeForMacOS(true)
        .setAllowLeadingZeroFileMode(true)
        .setAllowInvalidPersonIdent(true);
  }

  private synchronized SshdSessionFactory sshSessions() {
    SshdSessionFactory factory = ssh;
    if (factory == null) {
      factory =
          new SshdSessionFactoryBuilder()
              .setHomeDirectory(home.toFile())
              .setSshDirectory(home.resolve(".ssh").toFile())
              .build(null);
      ssh = factory;
    }
    return factory;
  }

  private static URIish uriOf(Remote remote) {
    return switch (remote) {
      case Remote.Folder folder -> fileUri(folder.path());
      case Remote.Bundle bundle -> fileUri(bundle.file());
      case Remote.Http http ->
          new URIish()
              .setScheme(http.uri().getScheme())
              .setHost(http.uri().getHost())
              .setPort(http.uri().getPort())
              .setPath(http.uri().getPath());
      case Remote.Ssh sshRemote -> sshUri(sshRemote);
    };
  }

  private static URIish fileUri(Path path) {
    return new URIish().setScheme("file").setPath(path.toString().replace('\\', '/'));
  }

  private static URIish sshUri(Remote.Ssh remote) {
    String path = remote.path();
    URIish uri =
        new URIish()
            .setScheme("ssh")
            .setHost(remote.server())
            .setPort(remote.port() > 0 ? remote.port() : -1)
            .setPath(path.startsWith("/") ? path : "/~/" + path);
    return remote.user().isEmpty() ? uri : uri.setUser(remote.user());
  }

  @Override
  public synchronized void close() {
    if (ssh != null) {
      ssh.close();
      ssh = null;
    }
  }
}
