package org.ontodraft.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ontodraft.migrations.testing.PostgresProcess;
import org.ontodraft.persistence.store.PostgresServer;

/** A database of a real PostgreSQL server that all tests of the process share. */
public final class PostgresTestDatabase implements TestDatabase {
  private static final String USER = "postgres";
  private static final String TEMPLATE = "migrated";

  private final Server server;
  private final String name;

  private PostgresTestDatabase(Server server, String name) {
    this.server = server;
    this.name = name;
  }

  @Override
  public DataSource dataSource() {
    return server.dataSource(name);
  }

  /** Connections of another role. */
  public DataSource dataSource(String user, String password) {
    return server.dataSource(name, user, password);
  }

  @Override
  public void close() {
    server.execute("drop database " + name + " with (force)");
  }

  /** Starts the server at first use and gives each test parameter of this type a database. */
  public static final class Extension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(Extension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == PostgresTestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Server server =
          context
              .getRoot()
              .getStore(NAMESPACE)
              .computeIfAbsent(Server.class, key -> Server.start(), Server.class);
      return server.newDatabase();
    }
  }

  private static final class Server implements AutoCloseable {
    private final EmbeddedPostgres process;
    private final AtomicInteger databases = new AtomicInteger();

    private Server(EmbeddedPostgres process) {
      this.process = process;
    }

    static Server start() {
      try {
        Server server = new Server(PostgresProcess.start());
        server.execute("create database " + TEMPLATE);
        new RealMigration().migrate(server.dataSource(TEMPLATE));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    PostgresTestDatabase newDatabase() {
      String name = "test_" + databases.incrementAndGet();
      execute("create database " + name + " template " + TEMPLATE);
      return new PostgresTestDatabase(this, name);
    }

    DataSource dataSource(String database) {
      return dataSource(database, USER, "");
    }

    DataSource dataSource(String database, String user, String password) {
      return new PostgresServer(
              "localhost", process.getPort(), database, PostgresServer.TlsMode.DISABLE, null)
          .dataSource(user, password);
    }

    void execute(String sql) {
      try (Connection connection = dataSource(USER).getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }

    @Override
    public void close() throws IOException {
      process.close();
    }
  }
}
