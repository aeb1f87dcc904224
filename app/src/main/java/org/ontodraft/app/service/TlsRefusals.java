package org.ontodraft.app.service;

import org.ontodraft.app.network.Distrust;

/** Certificates that are not trusted, as refusals. */
final class TlsRefusals {
  private TlsRefusals() {}

  /** The refusal for a call to this address. */
  static Refusal of(Distrust reason, Object address, String detail) {
    return Refusal.of(
        switch (reason) {
          case EXPIRED -> "TLS-01";
          case NOT_YET_VALID -> "TLS-02";
          case WRONG_HOST -> "TLS-03";
          case SELF_SIGNED -> "TLS-04";
          case UNKNOWN_AUTHORITY -> "TLS-05";
          case OTHER -> "NET-05";
        },
        address,
        detail);
  }
}
