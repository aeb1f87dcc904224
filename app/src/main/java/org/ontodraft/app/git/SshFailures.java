package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.ontodraft.app.git.RemoteFailure.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong with SSH. */
final class SshFailures {
  private static final Logger LOG = LoggerFactory.getLogger(SshFailures.class);
  private static final int MOST = 500;

  private SshFailures() {}

  /** What the ssh program means; empty where it says nothing that is known. */
  static Optional<RemoteFailure> of(String said) {
    String detail = said.length() <= MOST ? said : said.substring(0, MOST) + "\u2026";
    if (said.contains("IDENTIFICATION HAS CHANGED")) {
      return unreachable(Reason.HOST_KEY_CHANGED, lastLine(detail));
    }
    if (said.contains("Host key verification failed") || said.contains("host key is known for")) {
      return unreachable(Reason.HOST_KEY, lastLine(detail));
    }
    if (said.contains("Permission denied") || said.contains("Too many authentication failures")) {
      return Optional.of(new RemoteFailure.AuthenticationRefused(true));
    }
    if (said.contains("Could not resolve hostname")) {
      return unreachable(Reason.UNKNOWN_HOST, lastLine(detail));
    }
    if (said.contains("Connection refused") || said.contains("No route to host")) {
      return unreachable(Reason.REFUSED, lastLine(detail));
    }
    if (said.contains("timed out")) {
      return unreachable(Reason.TIMED_OUT, lastLine(detail));
    }
    return Optional.empty();
  }

  private static Optional<RemoteFailure> unreachable(Reason reason, String detail) {
    return Optional.of(new RemoteFailure.Unreachable(reason, detail));
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1).strip();
  }

  /** Whether another key is known for a host than the one it showed, or none at all. */
  static Reason hostKey(Path knownHosts, String host, int port) {
    if (!Files.isRegularFile(knownHosts)) {
      return Reason.HOST_KEY;
    }
    try {
      return KnownHostEntry.readKnownHostEntries(knownHosts).stream()
              .anyMatch(entry -> entry.isHostMatch(host, port > 0 ? port : 22))
          ? Reason.HOST_KEY_CHANGED
          : Reason.HOST_KEY;
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.debug("{} cannot be read", knownHosts, unreadable);
      return Reason.HOST_KEY;
    }
  }
}
