package org.ontodraft.app.network;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;

/** Why a server's certificate is not trusted. */
public enum Distrust {
  /** Its time is over, or so says the clock of this computer. */
  EXPIRED,
  /** Its time has not begun, or so says the clock of this computer. */
  NOT_YET_VALID,
  /** It was made for other hosts. */
  WRONG_HOST,
  /** Nobody but itself vouches for it. */
  SELF_SIGNED,
  /** Who vouches for it is not trusted here. */
  UNKNOWN_AUTHORITY,
  /** Anything else about it, or no common way to speak in secret. */
  OTHER;

  /** What a failure is about; empty where it is not about a certificate. */
  public static Optional<Distrust> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedServerException untrusted) {
        return Optional.of(untrusted.reason());
      }
    }
    return Optional.empty();
  }

  /** The reason for which a chain was refused. */
  static Distrust of(X509Certificate[] chain, CertificateException refusal) {
    return byCause(refusal).orElseGet(() -> chain.length == 0 ? OTHER : byItself(chain[0]));
  }

  private static Optional<Distrust> byCause(Throwable refusal) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof CertificateExpiredException) {
        return Optional.of(EXPIRED);
      }
      if (cause instanceof CertificateNotYetValidException) {
        return Optional.of(NOT_YET_VALID);
      }
      // The runtime has no type of its own for this.
      if (cause instanceof CertificateException
          && (message.contains("no subject alternative") || message.contains("no name matching"))) {
        return Optional.of(WRONG_HOST);
      }
    }
    return Optional.empty();
  }

  private static Distrust byItself(X509Certificate own) {
    try {
      own.checkValidity();
      return own.getIssuerX500Principal().equals(own.getSubjectX500Principal())
          ? SELF_SIGNED
          : UNKNOWN_AUTHORITY;
    } catch (CertificateExpiredException past) {
      return EXPIRED;
    } catch (CertificateNotYetValidException early) {
      return NOT_YET_VALID;
    }
  }
}
