package org.ontodraft.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.migrations.testing.RestartablePostgres;
import org.ontodraft.persistence.store.PostgresServer.TlsMode;
import org.ontodraft.persistence.testing.RealMigration;

/** What is wrong with a server, told apart on real ones. */
class ServerCheckTest {
  private static final String ADMITTED =
      """
      host all postgres 127.0.0.1/32 trust
      hostssl secret all 127.0.0.1/32 scram-sha-256
      host all outsider 127.0.0.1/32 reject
      host all all 127.0.0.1/32 scram-sha-256
      """;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static RestartablePostgres withTls;

  @SuppressWarnings("NullAway.Init")
  private static RestartablePostgres plain;

  private static Path certificate;
  private static Path otherCertificate;

  private final ServerCheck check = new ServerCheck(new RealMigration());

  @BeforeAll
  static void startServers() throws Exception {
    certificate = makeCertificate("server", "localhost");
    otherCertificate = makeCertificate("other", "localhost");
    withTls =
        RestartablePostgres.start(
            folder.resolve("tls"),
            Map.of(
                "ssl", "on",
                "ssl_cert_file", certificate.toString(),
                "ssl_key_file", folder.resolve("server.key").toString()));
    plain = RestartablePostgres.start(folder.resolve("plain"), Map.of());
    for (RestartablePostgres server : new RestartablePostgres[] {withTls, plain}) {
      server.admit(ADMITTED);
      admin(server, "postgres", "select pg_reload_conf()");
      admin(server, "postgres", "create role ada login password 'right'");
      admin(server, "postgres", "create role outsider login password 'right'");
    }
    for (String name :
        new String[] {"current", "empty", "theirs", "older", "newer", "halfway", "closed"}) {
      admin(plain, "postgres", "create database " + name);
    }
    for (String name : new String[] {"current", "older", "newer"}) {
      new RealMigration().migrate(asAdmin(plain, name).dataSource("postgres", ""));
    }
    admin(plain, "current", "grant usage on schema ontology to ada");
    admin(plain, "current", "grant select on all tables in schema ontology to ada");
    admin(plain, "theirs", "create table public.invoices (id integer)");
    admin(plain, "halfway", "create schema ontology; create table ontology.draft (id integer)");
    admin(
        plain,
        "older",
        "delete from ontology.flyway_schema_history where version ="
            + " (select max(version) from ontology.flyway_schema_history)");
    admin(
        plain,
        "newer",
        "insert into ontology.flyway_schema_history values"
            + " (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', now(), 1, true)");
    admin(plain, "postgres", "revoke connect on database closed from public");
  }

  @AfterAll
  static void stopServers() {
    withTls.close();
    plain.close();
  }

  private static Path makeCertificate(String name, String host)
      throws IOException, InterruptedException {
    Path file = folder.resolve(name + ".crt");
    Path key = folder.resolve(name + ".key");
    Process made =
        new ProcessBuilder(
                "openssl",
                "req",
                "-new",
                "-x509",
                "-days",
                "2",
                "-nodes",
                "-subj",
                "/CN=" + host,
                "-addext",
                "subjectAltName=DNS:" + host,
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-out",
                file.toString(),
                "-keyout",
                key.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private static PostgresServer asAdmin(RestartablePostgres server, String database) {
    return new PostgresServer("127.0.0.1", server.port(), database, TlsMode.DISABLE, null);
  }

  private static void admin(RestartablePostgres server, String database, String sql)
      throws SQLException {
    try (Connection connection =
            asAdmin(server, database).dataSource("postgres", "").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private ServerCheck.Finding ask(
      String host, int port, String database, TlsMode tls, @Nullable Path trusted, String login) {
    String[] userAndPassword = login.split(":", -1);
    return check.ask(
        new PostgresServer(host, port, database, tls, trusted == null ? null : trusted.toString())
            .dataSource(userAndPassword[0], userAndPassword[1]));
  }

  private static ServerProblem problem(ServerCheck.Finding finding) {
    assertThat(finding).isInstanceOf(ServerCheck.Finding.Unusable.class);
    return ((ServerCheck.Finding.Unusable) finding).problem();
  }

  @ParameterizedTest
  @CsvSource({
    "current, ada:right, NO_RIGHTS",
    "current, ada:wrong, WRONG_PASSWORD",
    "current, nobody:right, WRONG_PASSWORD",
    "current, outsider:right, NOT_ADMITTED",
    "secret, ada:right, DATABASE_MISSING",
    "missing, postgres:x, DATABASE_MISSING",
    "closed, ada:right, NO_RIGHTS",
    "empty, postgres:x, EMPTY",
    "empty, ada:right, NO_RIGHTS",
    "theirs, postgres:x, NOT_OURS",
    "halfway, postgres:x, NOT_OURS",
    "older, postgres:x, SCHEMA_OLDER",
    "newer, postgres:x, SCHEMA_NEWER"
  })
  void whatIsWrongInside(String database, String login, ServerProblem expected) {
    assertThat(problem(ask("127.0.0.1", plain.port(), database, TlsMode.DISABLE, null, login)))
        .isEqualTo(expected);
  }

  @Test
  void nothingIsWrong() {
    assertThat(ask("127.0.0.1", plain.port(), "current", TlsMode.DISABLE, null, "postgres:x"))
        .isInstanceOfSatisfying(
            ServerCheck.Finding.Usable.class,
            usable -> {
              assertThat(usable.role()).isEqualTo("postgres");
              assertThat(usable.schema()).startsWith("ontology ");
              assertThat(usable.latency()).isPositive();
            });
  }

  @Test
  void whoMayMigrateIsTold() {
    assertThat(ask("127.0.0.1", plain.port(), "empty", TlsMode.DISABLE, null, "postgres:x"))
        .hasFieldOrPropertyWithValue("mayMigrate", true);
    assertThat(ask("127.0.0.1", plain.port(), "older", TlsMode.DISABLE, null, "postgres:x"))
        .hasFieldOrPropertyWithValue("mayMigrate", true);
  }

  @Test
  void tlsThatIsNotOffered() {
    assertThat(
            problem(
                ask("127.0.0.1", plain.port(), "current", TlsMode.VERIFY_FULL, certificate, "a:x")))
        .isEqualTo(ServerProblem.TLS_NOT_OFFERED);
  }

  @Test
  void tlsThatIsTrusted() {
    assertThat(
            problem(
                ask(
                    "localhost",
                    withTls.port(),
                    "postgres",
                    TlsMode.VERIFY_FULL,
                    certificate,
                    "ada:right")))
        .as("the connection was made, the database has nothing of ours")
        .isEqualTo(ServerProblem.NO_RIGHTS);
  }

  @Test
  void tlsThatNobodyVouchesFor() {
    for (Path trusted : new @Nullable Path[] {otherCertificate, null}) {
      assertThat(
              problem(
                  ask(
                      "localhost",
                      withTls.port(),
                      "postgres",
                      TlsMode.VERIFY_FULL,
                      trusted,
                      "ada:right")))
          .isEqualTo(ServerProblem.CERTIFICATE_NOT_TRUSTED);
    }
  }

  @Test
  void tlsOfAnotherHost() {
    assertThat(
            problem(
                ask(
                    "127.0.0.1",
                    withTls.port(),
                    "postgres",
                    TlsMode.VERIFY_FULL,
                    certificate,
                    "ada:right")))
        .isEqualTo(ServerProblem.HOST_NAME_MISMATCH);
    assertThat(
            problem(
                ask(
                    "127.0.0.1",
                    withTls.port(),
                    "postgres",
                    TlsMode.VERIFY_CA,
                    certificate,
                    "ada:right")))
        .isEqualTo(ServerProblem.NO_RIGHTS);
  }

  @Test
  void tlsThatTheServerWantsAndThePersonTurnedOff() throws SQLException {
    admin(withTls, "postgres", "create database secret");
    assertThat(
            problem(
                ask("127.0.0.1", withTls.port(), "secret", TlsMode.DISABLE, null, "outsider:x")))
        .isEqualTo(ServerProblem.NOT_ADMITTED);
  }

  @Test
  void aHostThatDoesNotExist() {
    assertThat(
            problem(
                ask("no-such-host.invalid", 5432, "x", TlsMode.VERIFY_FULL, certificate, "a:x")))
        .isEqualTo(ServerProblem.UNKNOWN_HOST);
  }

  @Test
  void aPortNobodyListensOn() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(problem(ask("127.0.0.1", free, "x", TlsMode.DISABLE, null, "a:x")))
        .isEqualTo(ServerProblem.REFUSED);
  }

  @Test
  void somethingElseThatAnswers() throws IOException {
    try (ServerSocket web = new ServerSocket(0)) {
      Thread answering =
          Thread.startVirtualThread(() -> {
            while (!web.isClosed()) {
              try (Socket caller = web.accept()) {
                caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
              } catch (IOException closed) {
                return;
              }
            }
          });
      assertThat(problem(ask("127.0.0.1", web.getLocalPort(), "x", TlsMode.DISABLE, null, "a:x")))
          .isEqualTo(ServerProblem.NOT_POSTGRESQL);
      answering.interrupt();
    }
  }

  @Test
  void aServerThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      assertThat(
              problem(ask("127.0.0.1", silent.getLocalPort(), "x", TlsMode.DISABLE, null, "a:x")))
          .isEqualTo(ServerProblem.TIMED_OUT);
    }
  }
}
