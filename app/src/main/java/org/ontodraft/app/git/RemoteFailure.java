package org.ontodraft.app.git;

import org.ontodraft.app.network.Distrust;

/** What may go wrong with any call to a remote. Nothing changed here, and nothing is half done. */
public sealed interface RemoteFailure
    extends FetchOutcome, PushOutcome, ProbeOutcome, BranchesOutcome {
  /**
   * There was no usable answer.
   *
   * @param detail what the network said, for the log and the small print
   */
  record Unreachable(Reason reason, String detail) implements RemoteFailure {}

  /**
   * The server wants to know who asks, or does not accept what it was told (HTTP 401, SSH).
   *
   * @param credentialsSent whether there were credentials to refuse
   */
  record AuthenticationRefused(boolean credentialsSent) implements RemoteFailure {}

  /** The server knows who asks and does not allow it (HTTP 403). */
  record PermissionRefused(String detail) implements RemoteFailure {}

  /** There is no repository there, or none this account may see (HTTP 404). */
  record NotARepository() implements RemoteFailure {}

  /** The server's certificate is not trusted, for this reason. */
  record Untrusted(Distrust reason, String detail) implements RemoteFailure {}

  /** The caller asked to stop. */
  record Cancelled() implements RemoteFailure {}

  /** The repository in the data directory cannot be written: full, read-only or damaged. */
  record StorageFailed(String detail) implements RemoteFailure {}

  /** Why there was no usable answer. */
  enum Reason {
    UNKNOWN_HOST,
    REFUSED,
    TIMED_OUT,
    CUT_OFF,
    /** There is no common way to speak in secret. */
    TLS,
    /** The SSH server's key is unknown. */
    HOST_KEY,
    /** Another key is known for the SSH server than the one it shows. */
    HOST_KEY_CHANGED,
    /** The proxy wants to know who asks. */
    PROXY,
    /** It sent the request on to another server, which is never followed. */
    REDIRECTED,
    /** HTTP 429 or 5xx. */
    SERVER_ERROR,
    /** It does not speak Git as expected. */
    PROTOCOL
  }
}
