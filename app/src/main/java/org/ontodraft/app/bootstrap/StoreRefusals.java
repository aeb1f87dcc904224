package org.ontodraft.app.bootstrap;

import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.persistence.store.PostgresServer;
import org.ontodraft.persistence.store.ServerProblem;
import org.ontodraft.persistence.store.StoreRefusal;

/** What the adapters say of a store that cannot be used, as refusals with codes. */
final class StoreRefusals {
  private StoreRefusals() {}

  static Refusal of(StoreRefusal refusal) {
    return of(refusal, "");
  }

  static Refusal of(StoreRefusal refusal, String server) {
    return switch (refusal) {
      case StoreRefusal.NewerVersion newer ->
          Refusal.of("STORE-01", newer.folder(), newer.found(), newer.known());
      case StoreRefusal.InUse inUse -> Refusal.of("STORE-02", inUse.folder());
      case StoreRefusal.Damaged damaged -> Refusal.of("STORE-03", damaged.file(), damaged.reason());
      case StoreRefusal.Unwritable unwritable ->
          Refusal.of("STORE-04", unwritable.folder(), unwritable.reason());
      case StoreRefusal.UpgradeFailed failed ->
          Refusal.of("STORE-05", failed.folder(), failed.reason());
      case StoreRefusal.Server(ServerProblem problem, String detail) -> of(problem, server, detail);
    };
  }

  static Refusal of(ServerProblem problem, String server, String detail) {
    return Refusal.of(
        switch (problem) {
          case UNKNOWN_HOST -> "PG-01";
          case REFUSED -> "PG-02";
          case TIMED_OUT -> "PG-03";
          case NOT_POSTGRESQL -> "PG-04";
          case TLS_NOT_OFFERED -> "PG-05";
          case NOT_ADMITTED -> "PG-06";
          case CERTIFICATE_NOT_TRUSTED -> "PG-07";
          case HOST_NAME_MISMATCH -> "PG-08";
          case WRONG_PASSWORD -> "PG-09";
          case DATABASE_MISSING -> "PG-10";
          case NO_CONNECTION_LEFT -> "PG-11";
          case STARTING_OR_STOPPING -> "PG-12";
          case SERVER_TOO_OLD -> "PG-13";
          case NOT_OURS -> "PG-14";
          case OTHER_ONTOLOGY -> "PG-15";
          case EMPTY -> "PG-16";
          case SCHEMA_OLDER -> "PG-17";
          case SCHEMA_NEWER -> "PG-18";
          case NO_RIGHTS -> "PG-19";
          case OTHER -> "PG-22";
        },
        server,
        detail);
  }

  static Refusal of(PostgresServer.FieldProblem problem, SharedDatabase database) {
    return switch (problem) {
      case HOST -> Refusal.of("PG-31", database.host());
      case PORT -> Refusal.of("PG-32", database.port());
      case DATABASE -> Refusal.of("PG-33", database.database());
      case USER -> Refusal.of("PG-34", database.user());
      case ROOT_CERTIFICATE -> Refusal.of("PG-35", database.rootCertificate());
      case UNPROTECTED -> Refusal.of("PG-36", database.host());
    };
  }
}
