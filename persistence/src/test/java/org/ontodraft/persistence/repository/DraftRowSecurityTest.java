package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.persistence.testing.PostgresTestDatabase;

/**
 * Who sees a draft, asked of the database by plain SQL as roles of {@code roles.sql}: what the
 * program does or leaves out makes no difference here.
 */
@ExtendWith(PostgresTestDatabase.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
class DraftRowSecurityTest {
  private static final Path ROLES = Path.of("..", "packaging", "postgres", "roles.sql");
  private static final List<String> TABLES =
      List.of("draft", "draft_change", "draft_edit", "submission");
  private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1";
  private static final String GUESS = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA2";
  private static final UUID DRAFT = UUID.fromString("0198c000-0000-7000-8000-00000000d0a1");
  private static final UUID SECRET = UUID.fromString("0198c000-0000-7000-8000-00000000d0a2");

  private final PostgresTestDatabase database;

  DraftRowSecurityTest(PostgresTestDatabase database) {
    this.database = database;
  }

  @BeforeAll
  void makeRoles() throws Exception {
    String roles = Files.readString(ROLES);
    database.execute(roles);
    database.execute(roles);
    for (String person : List.of("ada", "bob")) {
      database.execute(
          "create role "
              + person
              + " login password 'pw-"
              + person
              + "' in role ontodraft_curator");
    }
    database.execute("create role rita login password 'pw-rita' in role ontodraft_reader");
  }

  @AfterAll
  void drop() throws SQLException {
    database.execute("drop owned by ontodraft_curator, ontodraft_reader, ontodraft_owner");
    database.execute("drop role ada, bob, rita");
    database.close();
  }

  @BeforeEach
  void adaHasTwoDraftsAndSharesOne() throws Exception {
    database.execute("delete from ontology.draft");
    try (Connection ada = as("ada")) {
      insertDraft(ada, DRAFT);
      insertDraft(ada, SECRET);
      run(
          ada,
          "update ontology.draft set capability_hash = '\\x"
              + hash(TOKEN)
              + "' where id = '"
              + DRAFT
              + "'");
    }
  }

  private Connection as(String person) throws SQLException {
    return database.dataSource(person, "pw-" + person).getConnection();
  }

  private static String hash(String token) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  private static void insertDraft(Connection connection, UUID id) throws SQLException {
    run(
        connection,
        "insert into ontology.draft (id, title, description, status, source, base_commit_sha,"
            + " base_branch, base_committed_at, base_summary, rebase_status, created_at,"
            + " modified_at, row_version) values ('"
            + id
            + "', 't', '', 'draft', 'desktop', 'c',"
            + " 'main', now(), '', 'clean', now(), now(), 0)");
    insertChange(connection, id);
    run(
        connection,
        "insert into ontology.submission (id, draft_id, title, body, parent_sha, commit_sha,"
            + " remote, branch, stage, created_at, row_version) values (gen_random_uuid(), '"
            + id
            + "', '', '', 'p', 'c', 'r', 'b', 'planned', now(), 0)");
  }

  private static void insertChange(Connection connection, UUID draft) throws SQLException {
    run(
        connection,
        "insert into ontology.draft_change (id, draft_id, entity_type, entity_key, change_type,"
            + " replacement_json, row_version) values (gen_random_uuid(), '"
            + draft
            + "', 'category', gen_random_uuid()::text, 'create', '{}', 0)");
  }

  private static int visible(Connection connection) throws SQLException {
    int rows = 0;
    for (String table : TABLES) {
      rows += Integer.parseInt(ask(connection, "select count(*) from ontology." + table));
    }
    return rows;
  }

  @Test
  void theOwnerSeesHerDrafts() throws SQLException {
    try (Connection ada = as("ada")) {
      assertThat(ask(ada, "select count(*) from ontology.draft")).isEqualTo("2");
      assertThat(ask(ada, "select min(owner) from ontology.draft")).isEqualTo("ada");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "rita"})
  void anotherRoleSeesNothingOfThem(String person) throws SQLException {
    try (Connection other = as(person)) {
      assertThat(visible(other)).isZero();
    }
  }

  @Test
  void whoShowsTheTokenSeesThatDraftAndNoOther() throws SQLException {
    try (Connection bob = as("bob")) {
      assertThat(ask(bob, "select ontology.open_draft('" + TOKEN + "')"))
          .isEqualTo(DRAFT.toString());
      assertThat(ask(bob, "select id from ontology.draft")).isEqualTo(DRAFT.toString());
      assertThat(visible(bob)).isEqualTo(3);
      insertChange(bob, DRAFT);
      assertThat(visible(bob)).isEqualTo(4);
      assertThatThrownBy(() -> insertChange(bob, SECRET)).hasMessageContaining("row-level");
    }
    try (Connection again = as("bob")) {
      assertThat(visible(again)).as("another session").isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {GUESS, "", "' or true --", "*", TOKEN + "1"})
  void whatIsNotTheTokenOpensNothing(String guess) throws SQLException {
    try (Connection bob = as("bob")) {
      assertThat(ask(bob, "select ontology.open_draft('" + guess.replace("'", "''") + "')"))
          .isEqualTo("null");
      run(bob, "set ontology.opened = '" + guess.replace("'", "''") + "," + DRAFT + "'");
      assertThat(visible(bob)).isZero();
      run(bob, "set ontology.opened = '" + hashOf(TOKEN) + "'");
      assertThat(visible(bob)).as("the hash is not the token").isZero();
    }
  }

  private static String hashOf(String token) {
    try {
      return hash(token);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"expires_at = now() - interval '1 second'", "capability_hash = null"})
  void anExpiredOrRevokedTokenShowsNothingEvenToWhoHadShownIt(String end) throws SQLException {
    try (Connection ada = as("ada");
        Connection bob = as("bob")) {
      ask(bob, "select ontology.open_draft('" + TOKEN + "')");
      assertThat(visible(bob)).isEqualTo(3);

      run(ada, "update ontology.draft set " + end + " where id = '" + DRAFT + "'");

      assertThat(visible(bob)).isZero();
      assertThat(ask(bob, "select ontology.open_draft('" + TOKEN + "')")).isEqualTo("null");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "owner = 'bob'",
        "capability_hash = '\\x00'",
        "expires_at = now() + interval '9 y'"
      })
  void whoWasLetInCannotTakeOrShareTheDraft(String change) throws SQLException {
    try (Connection bob = as("bob")) {
      ask(bob, "select ontology.open_draft('" + TOKEN + "')");
      assertThatThrownBy(() -> run(bob, "update ontology.draft set " + change))
          .hasMessageContaining("only the owner");
      run(bob, "update ontology.draft set title = 'edited'");
      run(bob, "delete from ontology.draft");
      assertThat(visible(bob)).as("what is left").isEqualTo(3);
    }
  }

  @Test
  void aReaderReadsTheOntologyAndWritesNothing() throws SQLException {
    try (Connection rita = as("rita")) {
      assertThat(ask(rita, "select count(*) from ontology.categories")).isEqualTo("0");
      assertThatThrownBy(() -> run(rita, "delete from ontology.categories"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> run(rita, "create table ontology.mine (id integer)"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aCuratorCannotSayWhichVersionTheTablesHave() throws SQLException {
    try (Connection bob = as("bob")) {
      assertThatThrownBy(() -> run(bob, "delete from ontology.flyway_schema_history"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> run(bob, "alter table ontology.draft disable row level security"))
          .hasMessageContaining("must be owner");
    }
  }

  @Test
  void everyTableThatHangsOnADraftIsGuarded() throws SQLException, IOException {
    assertThat(
            database.rows(
                "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                    + " where a.attname = 'draft_id' and c.relkind = 'r' and not c.relrowsecurity"
                    + " and c.relnamespace = 'ontology'::regnamespace"))
        .isEmpty();
  }
}
