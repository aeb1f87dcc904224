package org.ontodraft.app.network;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Date;
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
  static Distrust of(X509Certificate[] chain, GeneralSecurityException refusal, Date now) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return EXPIRED;
      }
      if (cause instanceof CertificateNotYetValidException) {
        return NOT_YET_VALID;
      }
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof CertificateException
          && (message.contains("no subject alternative") || message.contains("no name matching"))) {
        return WRONG_HOST;
      }
    }
    if (chain.length == 0) {
      return OTHER;
    }
    X509Certificate own = chain[0];
    if (now.after(own.getNotAfter())) {
      return EXPIRED;
    }
    if (now.before(own.getNotBefore())) {
      return NOT_YET_VALID;
    }
    return own.getIssuerX500Principal().equals(own.getSubjectX500Principal())
        ? SELF_SIGNED
        : UNKNOWN_AUTHORITY;
  }
}
