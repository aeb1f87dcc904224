package org.ontodraft.app.service;

import java.util.Optional;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.git.RemoteFailure;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.settings.ServerAddress;

/** What went wrong with a remote, as refusals. */
public final class RemoteRefusals {
  private RemoteRefusals() {}

  /** The refusal for a call to this address. */
  public static Refusal of(RemoteFailure failure, String address) {
    return switch (failure) {
      case RemoteFailure.Unreachable unreachable ->
          Refusal.of(codeOf(unreachable.reason()), address, unreachable.detail());
      case RemoteFailure.AuthenticationRefused refused ->
          Refusal.of(
              isSsh(address) ? "SSH-01" : refused.credentialsSent() ? "GIT-02" : "GIT-01", address);
      case RemoteFailure.PermissionRefused refused ->
          Refusal.of("GIT-03", address, refused.detail());
      case RemoteFailure.NotARepository none -> Refusal.of("GIT-04", address);
      case RemoteFailure.Untrusted untrusted ->
          TlsRefusals.of(untrusted.reason(), address, untrusted.detail());
      case RemoteFailure.Cancelled cancelled -> Refusal.of("GIT-05", address);
      case RemoteFailure.StorageFailed storage -> Refusal.of("GIT-06", address, storage.detail());
    };
  }

  /**
   * The server whose token or API address would mend the refusal; empty for refusals that neither
   * would mend, and for remotes that want no token.
   */
  public static Optional<Origin> server(Refusal refusal) {
    return switch (refusal.code()) {
      case "GIT-01", "GIT-02", "GIT-03", "GIT-04", "PUSH-04" ->
          Remote.parse(refusal.arguments().getFirst()) instanceof Remote.Parsed.Accepted accepted
              ? accepted.remote().origin()
              : Optional.empty();
      case "FORGE-02", "FORGE-03", "FORGE-05", "FORGE-06", "FORGE-12", "FORGE-16", "FORGE-17" ->
          ServerAddress.server(refusal.arguments().getLast())
                  instanceof ServerAddress.Parsed.Accepted accepted
              ? Optional.of(accepted.origin())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isSsh(String address) {
    return Remote.parse(address) instanceof Remote.Parsed.Accepted accepted
        && accepted.remote() instanceof Remote.Ssh;
  }

  private static String codeOf(RemoteFailure.Reason reason) {
    return switch (reason) {
      case UNKNOWN_HOST -> "NET-01";
      case REFUSED -> "NET-02";
      case TIMED_OUT -> "NET-03";
      case CUT_OFF -> "NET-04";
      case TLS -> "NET-05";
      case HOST_KEY -> "NET-06";
      case HOST_KEY_CHANGED -> "NET-10";
      case PROXY -> "PROXY-02";
      case REDIRECTED -> "NET-07";
      case SERVER_ERROR -> "NET-08";
      case PROTOCOL -> "NET-09";
    };
  }

  /** The refusal for an address that is not tried. */
  public static Refusal of(Remote.Problem problem, String text) {
    return Refusal.of(
        switch (problem) {
          case EMPTY -> "ADDR-01";
          case MALFORMED -> "ADDR-02";
          case SCHEME -> "ADDR-03";
          case PLAIN_HTTP -> "ADDR-04";
          case PASSWORD -> "ADDR-05";
          case RELATIVE -> "ADDR-06";
        },
        text);
  }
}
