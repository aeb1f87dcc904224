package org.ontodraft.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.ontodraft.app.bootstrap.Services;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.store.DatabaseCheck;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.store.SharedDatabase.Tls;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.migrations.testing.RestartablePostgres;

/** A PostgreSQL server as an administrator sets it up for a team of two curators. */
public final class SharedServer implements AutoCloseable {
  private static final Path ROLES = Path.of("..", "packaging", "postgres", "roles.sql");

  private final RestartablePostgres server;

  private SharedServer(RestartablePostgres server) {
    this.server = server;
  }

  /** Starts one with a database {@code plants}, its tables made, for ada and bob. */
  public static SharedServer start(Path folder) {
    SharedServer server = new SharedServer(RestartablePostgres.start(folder, Map.of()));
    server.admin("postgres", "create database plants");
    server.admin("postgres", "create role upgrades login password 'pw-upgrades'");
    server.setUp("plants");
    for (String person : new String[] {"ada", "bob"}) {
      server.admin(
          "plants",
          "create role "
              + person
              + " login password 'pw-"
              + person
              + "' in role ontodraft_curator");
    }
    return server;
  }

  /** Runs what an administrator runs, and makes the tables as the one who may. */
  private void setUp(String database) {
    String roles = readRoles();
    admin(database, roles);
    admin(database, "grant ontodraft_owner to upgrades");
    admin(database, "alter role upgrades set role = ontodraft_owner");
    try (RealServices parts = new RealServices(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(
              parts
                  .services()
                  .databases()
                  .migrate(database(database, "upgrades"), Secret.of("pw-upgrades")))
          .isInstanceOf(DatabaseCheck.Usable.class);
    }
    admin(database, roles);
  }

  private static String readRoles() {
    try {
      return Files.readString(ROLES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database as this person names it. */
  public SharedDatabase database(String name, String person) {
    return new SharedDatabase("127.0.0.1", server.port(), name, person, Tls.DISABLE, null);
  }

  /** The server itself, to stop and to start. */
  public RestartablePostgres process() {
    return server;
  }

  /** From now on everybody but the administrator needs the right password. */
  public void askForPasswords() {
    server.admit(
        "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
            + "host all postgres ::1/128 trust\nlocal all postgres trust\n");
    count("postgres", "select case when pg_reload_conf() then 1 else 0 end");
  }

  /** Runs a statement as the administrator. */
  public void admin(String database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What a query counts, seen by the administrator. */
  public long count(String database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Lets a person keep the ontology of this request in {@code plants}. */
  public void use(RealServices parts, OpenRequest request, String person) {
    use(parts.services(), request, person);
  }

  /** The same where a window is in front of the services. */
  public void use(Services services, OpenRequest request, String person) {
    String id;
    try (Workspace embedded = RealServices.done(services.opener().open(request, Progress.none()))) {
      id = embedded.info().id();
    }
    SharedDatabase database = database("plants", person);
    services.passwords().keep(database, Secret.of("pw-" + person), true);
    services
        .settings()
        .update(now -> {
          Map<String, SharedDatabase> databases = new HashMap<>(now.databases());
          databases.put(id, database);
          return now.withDatabases(databases);
        });
  }

  @Override
  public void close() {
    server.close();
  }
}
