package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.persistence.testing.Entities.deltaTo;
import static org.ontodraft.persistence.testing.Entities.entity;
import static org.ontodraft.persistence.testing.Entities.moveOn;
import static org.ontodraft.persistence.testing.Entities.version;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoreFaultException;
import org.ontodraft.persistence.testing.FaultyDataSource;
import org.ontodraft.persistence.testing.PostgresTestDatabase;
import org.ontodraft.persistence.testing.TestDatabase;

/** What an import does to the tables of PostgreSQL beside filling them. */
@ExtendWith(PostgresTestDatabase.Extension.class)
class PostgresImportTest {
  private static final List<IngestedEntity> ENTITIES =
      List.of(
          entity("category:A", "\"label\": \"tab\\t line\\n back\\\\slash \\\\N \\r end\""),
          entity("category:B", "\"parents\": [\"A\"], \"required_properties\": [\"P\"]"),
          entity("category:C", "\"parents\": [\"B\"]"),
          entity("property:P", ""));

  private final TestDatabase database;

  PostgresImportTest(PostgresTestDatabase database) {
    this.database = database;
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private static JdbcCanonicalStore store(DataSource source) {
    InstantSource clock = InstantSource.system();
    return new JdbcCanonicalStore(source, new RowIds(clock), clock);
  }

  private List<String> keys() throws SQLException {
    return database.rows(
        "select pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indrelid"
            + " where c.relnamespace = 'ontology'::regnamespace union all"
            + " select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)"
            + " from pg_constraint where connamespace = 'ontology'::regnamespace order by 1");
  }

  @Test
  void aFirstImportLeavesEveryKeyAsItWas() throws SQLException {
    List<String> before = keys();

    store(database.dataSource()).importAll(version("1"), ENTITIES, List.of());

    assertThat(keys()).isEqualTo(before);
    assertThat(database.rows("select count(*) from ontology.category_parent")).containsExactly("2");
    assertThat(database.rows("select label from ontology.categories order by entity_key limit 1"))
        .containsExactly("tab\t line\n back\\slash \\N \r end");
  }

  @Test
  void aFirstImportThatFailsAnywhereLeavesEveryKey() throws SQLException {
    List<String> before = keys();
    for (int n : new int[] {25, 40, 60, 80}) {
      FaultyDataSource faulty = new FaultyDataSource(database.dataSource(), n);
      JdbcCanonicalStore failing = store(faulty.dataSource());

      assertThatThrownBy(() -> failing.importAll(version("1"), ENTITIES, List.of()))
          .as("statement %s", n)
          .isInstanceOf(StoreFaultException.class);

      assertThat(keys()).as("statement %s", n).isEqualTo(before);
    }
  }

  @Test
  void aRoleThatDoesNotOwnTheTablesImportsWithTheKeysInPlace() throws SQLException {
    database.execute("drop role if exists importing");
    database.execute("create role importing");
    database.execute("grant usage on schema ontology to importing");
    database.execute(
        "grant select, insert, update, delete on all tables in schema ontology to importing");
    DataSource asImporting = new RoleDataSource(database.dataSource(), "importing").dataSource();

    store(asImporting).importAll(version("1"), ENTITIES, List.of());

    assertThat(store(asImporting).load().orElseThrow().entities()).hasSize(4);
    database.execute("drop owned by importing");
    database.execute("drop role importing");
  }

  @Test
  void rowsThatADeltaDoesNotConcernAreTheSameRows() throws SQLException {
    JdbcCanonicalStore store = store(database.dataSource());
    store.importAll(version("1"), ENTITIES, List.of());
    List<String> before = writers();

    moveOn(
        store,
        deltaTo("2")
            .put(
                entity(
                    "category:B",
                    "\"parents\": [\"A\"], \"required_properties\": [\"P\"], \"label\": \"b\""))
            .build());

    List<String> after = writers();
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.stream().filter(row -> !before.contains(row)))
        .as("rows with another writer")
        .allMatch(row -> row.startsWith("categories B ") || row.startsWith("file categories/B."));
  }

  /** The transaction that wrote each row. */
  private List<String> writers() throws SQLException {
    return database.rows(
        "select 'categories ' || entity_key || ' ' || xmin from ontology.categories union all"
            + " select 'properties ' || entity_key || ' ' || xmin from ontology.properties union all"
            + " select 'file ' || path || ' ' || xmin from ontology.source_file union all"
            + " select 'reference ' || source_key || ordinal || ' ' || xmin"
            + " from ontology.entity_reference union all"
            + " select 'parent ' || category_id || ' ' || xmin from ontology.category_parent union"
            + " all select 'property ' || category_id || ' ' || xmin"
            + " from ontology.category_property order by 1");
  }
}
