package org.ontodraft.persistence.store;

import org.ontodraft.model.ontology.StoreFailedException;

/** The database failed in a way no caller can expect. What was being written is not there. */
public final class StoreFaultException extends StoreFailedException {
  private static final long serialVersionUID = 1L;

  /** With what was being done. */
  public StoreFaultException(String message, Throwable cause) {
    super(message, cause, StoreRefusal.isUnwritable(cause));
  }
}
