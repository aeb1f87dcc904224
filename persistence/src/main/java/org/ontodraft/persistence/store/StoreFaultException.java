package org.ontodraft.persistence.store;

import org.ontodraft.model.ontology.StoreFailure;

/** The database failed in a way no caller can expect. What was being written is not there. */
public final class StoreFaultException extends RuntimeException implements StoreFailure {
  private static final long serialVersionUID = 1L;

  /** With what was being done. */
  public StoreFaultException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public boolean unwritable() {
    return StoreRefusal.isUnwritable(this);
  }

  @Override
  public boolean gone() {
    return GoneDatabase.isCauseOf(this);
  }

  @Override
  public String reason() {
    Throwable innermost = this;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return String.valueOf(innermost.getMessage());
  }
}
