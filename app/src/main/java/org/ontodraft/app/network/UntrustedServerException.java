package org.ontodraft.app.network;

import java.security.cert.CertificateException;

/** A server's certificate was refused, for a reason that people can do something about. */
public final class UntrustedServerException extends CertificateException {
  private final Distrust reason;

  UntrustedServerException(Distrust reason, CertificateException refusal) {
    super(refusal.getMessage(), refusal);
    this.reason = reason;
  }

  /** Why. */
  public Distrust reason() {
    return reason;
  }
}
