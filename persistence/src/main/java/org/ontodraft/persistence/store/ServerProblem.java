package org.ontodraft.persistence.store;

/** Why a shared database cannot be used. */
public enum ServerProblem {
  UNKNOWN_HOST,
  REFUSED,
  TIMED_OUT,
  /** Something else than PostgreSQL answers. */
  NOT_POSTGRESQL,
  TLS_NOT_OFFERED,
  /** The server takes no connection of this person from here without TLS, or none at all. */
  NOT_ADMITTED,
  CERTIFICATE_NOT_TRUSTED,
  HOST_NAME_MISMATCH,
  WRONG_PASSWORD,
  DATABASE_MISSING,
  NO_CONNECTION_LEFT,
  STARTING_OR_STOPPING,
  SERVER_TOO_OLD,
  /** Tables of others and none of ours. */
  NOT_OURS,
  /** The tables of another ontology. */
  OTHER_ONTOLOGY,
  /** No tables yet, and this role may make them. */
  EMPTY,
  SCHEMA_OLDER,
  SCHEMA_NEWER,
  /** This role may not do what is needed. */
  NO_RIGHTS,
  OTHER
}
