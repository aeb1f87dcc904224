package org.ontodraft.persistence.store;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ontodraft.persistence.store.SchemaMigration.Kind;
import org.ontodraft.persistence.store.SchemaMigration.Status;

/** Finds out whether a database can be used, and exactly why not. Changes nothing. Blocking. */
public final class ServerCheck {
  private static final int OLDEST_SERVER = 140_000;

  private final SchemaMigration migration;

  /** Comparing with these migrations. */
  public ServerCheck(SchemaMigration migration) {
    this.migration = migration;
  }

  /** What was found. */
  public sealed interface Finding {
    /**
     * It can be used.
     *
     * @param schema the version of the tables, for people
     */
    record Usable(String serverVersion, String schema, String role, Duration latency)
        implements Finding {}

    /**
     * It cannot be used as it is.
     *
     * @param detail what the server or the system says, or the versions; for people
     * @param mayMigrate whether this role could make or upgrade the tables
     */
    record Unusable(ServerProblem problem, String detail, boolean mayMigrate) implements Finding {}
  }

  /** Asks the database. */
  public Finding ask(DataSource database) {
    long start = System.nanoTime();
    try (Connection connection = database.getConnection()) {
      return ask(connection, database, start);
    } catch (SQLException e) {
      return unusable(problemOf(e), e);
    }
  }

  private Finding ask(Connection connection, DataSource database, long start) throws SQLException {
    Facts facts = Facts.of(connection);
    Duration latency = Duration.ofNanos(System.nanoTime() - start);
    if (facts.versionNumber() < OLDEST_SERVER) {
      return new Finding.Unusable(ServerProblem.SERVER_TOO_OLD, facts.version(), false);
    }
    if (!facts.history()) {
      if (facts.foreignTables() > 0) {
        return new Finding.Unusable(
            ServerProblem.NOT_OURS, String.valueOf(facts.foreignTables()), false);
      }
      return new Finding.Unusable(
          facts.mayCreate() ? ServerProblem.EMPTY : ServerProblem.NO_RIGHTS,
          facts.role(),
          facts.mayCreate());
    }
    if (!facts.readsHistory()) {
      return new Finding.Unusable(ServerProblem.NO_RIGHTS, facts.role(), false);
    }
    if (!facts.ourTables()) {
      return new Finding.Unusable(
          ServerProblem.NOT_OURS, String.valueOf(facts.foreignTables()), false);
    }
    Status status = migration.inspect(database);
    if (status.kind() == Kind.NEWER || status.kind() == Kind.PENDING) {
      return new Finding.Unusable(
          status.kind() == Kind.NEWER ? ServerProblem.SCHEMA_NEWER : ServerProblem.SCHEMA_OLDER,
          status.found() + " / " + status.known(),
          status.kind() == Kind.PENDING && facts.ownsTables());
    }
    return facts.writesDrafts()
        ? new Finding.Usable(facts.version(), status.found(), facts.role(), latency)
        : new Finding.Unusable(ServerProblem.NO_RIGHTS, facts.role(), false);
  }

  /** What one query says of the database and the role. */
  private record Facts(
      int versionNumber,
      String version,
      String role,
      boolean history,
      boolean readsHistory,
      boolean ourTables,
      int foreignTables,
      boolean mayCreate,
      boolean ownsTables,
      boolean writesDrafts) {
    private static final String QUERY =
        """
        with ours as (
          select (select oid from pg_namespace where nspname = 'ontology') as room,
            to_regclass('ontology.flyway_schema_history') as history,
            to_regclass('ontology.repository') as repository,
            to_regclass('ontology.draft') as draft)
        select current_setting('server_version_num')::integer, current_setting('server_version'),
          current_user, history is not null,
          history is not null and has_schema_privilege(room, 'usage')
            and has_table_privilege(history, 'select'),
          repository is not null,
          (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname not like 'pg\\_%'
              and n.nspname <> 'information_schema'
              and (n.nspname <> 'ontology' or history is null or repository is null)),
          case when room is null then has_database_privilege(current_database(), 'create')
            else has_schema_privilege(room, 'create') end,
          draft is null or pg_has_role(
            (select relowner from pg_class where oid = repository), 'usage'),
          draft is not null and has_table_privilege(draft, 'insert')
            and has_table_privilege(draft, 'update')
        from ours
        """;

    static Facts of(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(QUERY)) {
        row.next();
        return new Facts(
            row.getInt(1),
            row.getString(2),
            row.getString(3),
            row.getBoolean(4),
            row.getBoolean(5),
            row.getBoolean(6),
            row.getInt(7),
            row.getBoolean(8),
            row.getBoolean(9),
            row.getBoolean(10));
      }
    }
  }

  private static Finding unusable(ServerProblem problem, SQLException fault) {
    String text = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    return new Finding.Unusable(problem, text, false);
  }

  /** What a failure to connect, or to ask, means. */
  public static ServerProblem problemOf(SQLException fault) {
    for (@Nullable Throwable t = fault; t != null; t = t.getCause()) {
      switch (t) {
        case UnknownHostException unknown -> {
          return ServerProblem.UNKNOWN_HOST;
        }
        case SocketTimeoutException late -> {
          return ServerProblem.TIMED_OUT;
        }
        case ConnectException refused -> {
          return ServerProblem.REFUSED;
        }
        case NoRouteToHostException nowhere -> {
          return ServerProblem.REFUSED;
        }
        case CertificateException untrusted -> {
          return ServerProblem.CERTIFICATE_NOT_TRUSTED;
        }
        case SSLException tls -> {
          return ServerProblem.CERTIFICATE_NOT_TRUSTED;
        }
        default -> {}
      }
    }
    return ofState(String.valueOf(fault.getSQLState()), fault.getCause() == null);
  }

  /** The driver has no types for these; its words are translated, so states must do. */
  private static ServerProblem ofState(String state, boolean alone) {
    return switch (state) {
      case "28P01" -> ServerProblem.WRONG_PASSWORD;
      case "28000" -> ServerProblem.NOT_ADMITTED;
      case "3D000" -> ServerProblem.DATABASE_MISSING;
      case "42501" -> ServerProblem.NO_RIGHTS;
      case "53300" -> ServerProblem.NO_CONNECTION_LEFT;
      case "57P01", "57P02", "57P03" -> ServerProblem.STARTING_OR_STOPPING;
      case "08004" -> ServerProblem.TLS_NOT_OFFERED;
      case "08006" -> alone ? ServerProblem.HOST_NAME_MISMATCH : ServerProblem.NOT_POSTGRESQL;
      case "08P01" -> ServerProblem.NOT_POSTGRESQL;
      case "08001" -> ServerProblem.TIMED_OUT;
      default -> ServerProblem.OTHER;
    };
  }
}
