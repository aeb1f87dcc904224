package org.ontodraft.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.persistence.store.H2Opening;
import org.ontodraft.persistence.store.H2Store;
import org.ontodraft.persistence.testing.ChildProcess;
import org.ontodraft.persistence.testing.Entities;
import org.ontodraft.persistence.testing.RealMigration;

/** What is written after a pause outlives a kill, and the file does not grow for ever. */
class H2IdleKillTest {
  @TempDir private Path folder;

  private WorkspaceStore open() {
    StoreOpening opening =
        WorkspaceStore.open(
            StoreChild.location(folder), new RealMigration(), InstantSource.system());
    assertThat(opening).isInstanceOf(StoreOpening.Opened.class);
    return ((StoreOpening.Opened) opening).store();
  }

  private H2Store database() {
    H2Opening opening = H2Store.open(StoreChild.location(folder), new RealMigration());
    return ((H2Opening.Opened) opening).store();
  }

  /** The setting that the slow test below is about; H2 ignores names that it does not know. */
  @Test
  void aStoreIsOnlyAppendedTo() throws SQLException {
    try (H2Store store = database();
        Connection connection = store.worker().getConnection();
        Statement statement = connection.createStatement();
        var value =
            statement.executeQuery(
                "select setting_value from information_schema.settings"
                    + " where setting_name = 'REUSE_SPACE'")) {
      assertThat(value.next()).isTrue();
      assertThat(value.getString(1)).isEqualToIgnoringCase("false");
    }
  }

  /** Takes a minute, so it runs with {@code -Dkills=N} only. */
  @Test
  void aDraftStartedAfterAnIdleMinuteOutlivesAKill() throws Exception {
    assumeTrue(System.getProperty("kills") != null, "a minute of waiting: run it with -Dkills=20");
    try (ChildProcess child = ChildProcess.java(StoreChild.class, "idle", folder.toString())) {
      child.awaitLine("draft");
      child.kill();
    }
    try (WorkspaceStore store = open()) {
      assertThat(store.drafts().list()).hasSize(1);
    }
  }

  @Test
  void aFileThatGrewMuchGivesItsSpaceBack() throws Exception {
    Path file = StoreChild.location(folder).folder().resolve("store.mv.db");
    try (H2Store store = database();
        Connection connection = store.worker().getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 60; i++) {
        statement.executeUpdate(
            "merge into ontology.repository key (id) values (random_uuid(), 'r"
                + i
                + "', '"
                + "x".repeat(1_000_000)
                + "', now())");
        statement.executeUpdate("delete from ontology.repository");
      }
      assertThat(Files.size(file)).isGreaterThan(33_000_000);
    }
    assertThat(Files.size(file)).isLessThan(8_000_000);
    try (WorkspaceStore store = open()) {
      store.canonical().importAll(Entities.version("1"), List.of(), List.of());
      assertThat(store.canonical().load()).isPresent();
    }
  }
}
