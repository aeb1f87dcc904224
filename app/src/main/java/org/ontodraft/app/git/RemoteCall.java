package org.ontodraft.app.git;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingBundlePrerequisiteException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.ObjectWritingException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.RemoteFailure.Reason;
import org.ontodraft.app.network.Distrust;

/** One conversation with a remote, and the reading of what went wrong in it. */
final class RemoteCall implements AutoCloseable {
  private static final long LEAST_SPACE = 1024 * 1024;
  private static final int OK = 200;

  private final Path packs;
  private final Opener opener;
  private final BoundCredentials credentials;
  private final @Nullable OriginConnections connections;
  private final Supplier<String> sshSaid;
  private final Supplier<Reason> hostKey;
  private @Nullable Transport transport;

  /** Opens the transport. */
  @FunctionalInterface
  interface Opener {
    Transport open() throws NotSupportedException, TransportException;
  }

  RemoteCall(
      Path packs,
      Opener opener,
      BoundCredentials credentials,
      @Nullable OriginConnections connections,
      Supplier<String> sshSaid,
      Supplier<Reason> hostKey) {
    this.sshSaid = sshSaid;
    this.hostKey = hostKey;
    this.packs = packs;
    this.opener = opener;
    this.credentials = credentials;
    this.connections = connections;
  }

  /** The transport, opened at first use. */
  Transport transport() throws NotSupportedException, TransportException {
    Transport open = transport;
    if (open == null) {
      open = opener.open();
      transport = open;
    }
    return open;
  }

  /** What a failed fetch means. */
  FetchOutcome fetchFailure(IOException failure, boolean cancelled) {
    if (!cancelled) {
      for (Throwable cause : chain(failure)) {
        if (isHostile(cause)) {
          return new FetchOutcome.HostileObjects(message(cause));
        }
      }
      boolean answered = connections == null || connections.lastStatus() == 200;
      for (Throwable cause : chain(failure)) {
        if (answered && isDamage(cause)) {
          return new FetchOutcome.DamagedObjects(message(cause));
        }
      }
    }
    return failure(failure, cancelled);
  }

  /** The parser of packs wraps what the checker of objects finds; damage it throws bare. */
  private static boolean isHostile(Throwable cause) {
    return cause instanceof CorruptObjectException broken
        && (broken.getErrorType() != null || broken.getCause() instanceof CorruptObjectException);
  }

  private static boolean isDamage(Throwable cause) {
    return cause instanceof CorruptObjectException
        || cause instanceof MissingObjectException
        || cause instanceof MissingBundlePrerequisiteException;
  }

  /** What a failed call means. */
  RemoteFailure failure(IOException failure, boolean cancelled) {
    if (cancelled) {
      return new RemoteFailure.Cancelled();
    }
    String detail = message(failure);
    Optional<Distrust> distrust = Distrust.of(failure);
    if (distrust.isPresent()) {
      return new RemoteFailure.Untrusted(distrust.get(), detail);
    }
    if (detail.contains("Proxy returns \"HTTP/1.1 407")) {
      return unreachable(Reason.PROXY, detail);
    }
    if (connections != null) {
      String elsewhere = connections.refusedHost();
      if (elsewhere != null) {
        return new RemoteFailure.Unreachable(Reason.REDIRECTED, elsewhere);
      }
      RemoteFailure byStatus = byStatus(connections.lastStatus(), detail);
      if (byStatus != null) {
        return byStatus;
      }
    }
    Optional<RemoteFailure> bySshProgram = SshFailures.of(sshSaid.get());
    if (bySshProgram.isPresent()) {
      return bySshProgram.get();
    }
    for (Throwable cause : chain(failure)) {
      RemoteFailure known = byCause(cause, message(cause));
      if (known != null) {
        return known;
      }
    }
    return storageFails()
        ? new RemoteFailure.StorageFailed(detail)
        : new RemoteFailure.Unreachable(Reason.PROTOCOL, detail);
  }

  /** JGit does not tell a full or read-only disk apart, so the disk is asked. */
  private boolean storageFails() {
    try {
      return !Files.isDirectory(packs)
          || !Files.isWritable(packs)
          || Files.getFileStore(packs).getUsableSpace() < LEAST_SPACE;
    } catch (IOException unknown) {
      return true;
    }
  }

  private @Nullable RemoteFailure byStatus(int status, String detail) {
    return switch (status) {
      case 407 -> unreachable(Reason.PROXY, detail);
      case 401 -> new RemoteFailure.AuthenticationRefused(credentials.sent());
      case 403 -> new RemoteFailure.PermissionRefused(detail);
      case 404, 410 -> new RemoteFailure.NotARepository();
      default ->
          status == 429 || status >= 500
              ? new RemoteFailure.Unreachable(Reason.SERVER_ERROR, "HTTP " + status)
              : null;
    };
  }

  private @Nullable RemoteFailure byCause(Throwable cause, String detail) {
    return switch (cause) {
      case NoRemoteRepositoryException ignored -> new RemoteFailure.NotARepository();
      case RepositoryNotFoundException ignored -> new RemoteFailure.NotARepository();
      case UnknownHostException ignored -> unreachable(Reason.UNKNOWN_HOST, detail);
      case ConnectException ignored -> unreachable(Reason.REFUSED, detail);
      case NoRouteToHostException ignored -> unreachable(Reason.REFUSED, detail);
      case InterruptedIOException ignored -> unreachable(Reason.TIMED_OUT, detail);
      case TimeoutException ignored -> unreachable(Reason.TIMED_OUT, detail);
      case SSLException ignored -> unreachable(Reason.TLS, detail);
      case SshException ssh -> bySsh(ssh, detail);
      case EOFException ignored -> unreachable(Reason.CUT_OFF, detail);
      case SocketException ignored -> unreachable(Reason.CUT_OFF, detail);
      case FileSystemException ignored -> new RemoteFailure.StorageFailed(detail);
      case ObjectWritingException ignored -> new RemoteFailure.StorageFailed(detail);
      default -> null;
    };
  }

  private @Nullable RemoteFailure bySsh(SshException failure, String detail) {
    return switch (failure.getDisconnectCode()) {
      case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE ->
          new RemoteFailure.AuthenticationRefused(true);
      case SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE ->
          unreachable(hostKey.get(), detail);
      default -> null;
    };
  }

  private static RemoteFailure unreachable(Reason reason, String detail) {
    return new RemoteFailure.Unreachable(reason, detail);
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable next = failure; next != null && !causes.contains(next); next = next.getCause()) {
      causes.add(next);
    }
    return causes;
  }

  private static String message(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
  }

  @Override
  public void close() {
    if (transport != null) {
      transport.close();
      transport = null;
    }
    credentials.settle(connections != null && connections.lastStatus() == OK);
  }
}
