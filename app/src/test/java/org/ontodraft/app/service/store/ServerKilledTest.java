package org.ontodraft.app.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.SyncState;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/**
 * A server that is killed in the middle of a transaction of ours, which a lock of the test holds
 * open.
 */
class ServerKilledTest {
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private SharedServer server;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private RealServices ada;

  @BeforeEach
  void start() {
    server = SharedServer.start(folder.resolve("server"));
    upstream = GitHistory.bare(folder.resolve("plants.git"));
    category("First");
    upstream.commit("one");
    ada = new RealServices(folder.resolve("ada"));
    server.use(ada, plants(), "ada");
  }

  @AfterEach
  void stop() {
    ada.close();
    upstream.close();
    server.close();
  }

  private OpenRequest plants() {
    return new OpenRequest.Folder(upstream.folder());
  }

  private void category(String label) {
    upstream.file("categories/A.json", "{\"id\": \"A\", \"label\": \"" + label + "\"}\n");
  }

  private static String label(Workspace workspace) {
    return workspace.effective().get().document(A).label().orElseThrow();
  }

  /** Starts work, kills the server while the work waits for a row, and starts the server again. */
  private <T> Outcome<T> killedWhile(String table, Supplier<Outcome<T>> work) throws SQLException {
    Supplier<Outcome<T>> running;
    try (Connection holder =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.process().port() + "/plants",
                "postgres",
                "");
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table ontology." + table + " in share mode");
      running = ada.services().tasks().beside(work::get);
      until(() ->
          server.count(
                  "plants",
                  "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                      + " and usename = 'ada' and xact_start is not null")
              > 0);
      server.process().stopAtOnce();
    }
    Outcome<T> outcome = running.get();
    server.process().start();
    return outcome;
  }

  private static void until(Supplier<Boolean> holds) {
    Instant start = Instant.now();
    while (!holds.get()) {
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
      Thread.onSpinWait();
    }
  }

  @Test
  void aSyncIsTheOldVersionUntilItIsDoneAgain() throws SQLException {
    try (Workspace workspace = ada.open(plants())) {
      String before = workspace.canonical().get().version().commit();
      until(() -> stored("select commit_sha = '" + before + "'") == 1); // the first import's rows
      category("Second");
      upstream.commit("two");

      Outcome<SyncState> killed =
          killedWhile("ontology_version", () -> workspace.refresh(Progress.none()));

      assertThat(killed)
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("PG-20"));
      assertThat(workspace.canonical().get().version().commit()).isEqualTo(before);
      assertThat(stored("select commit_sha = '" + before + "'")).isOne();
      until(() -> workspace.refresh(Progress.none()) instanceof Outcome.Done<SyncState>);
      assertThat(label(workspace)).isEqualTo("Second");
      assertThat(
              server.count(
                  "plants", "select count(*) from ontology.categories where label = 'Second'"))
          .isOne();
    }
  }

  private long stored(String condition) {
    return server.count(
        "plants",
        "select count(*) from (select commit_sha from ontology.ontology_version"
            + " where status = 'completed' order by number desc limit 1) v where"
            + condition.substring("select".length()));
  }

  @Test
  void anEditThatWasAcknowledgedIsThereOnce() throws SQLException {
    try (Workspace workspace = ada.open(plants())) {
      DraftSession draft = done(workspace.startDraft("Mine"));
      done(draft.setField(A, "label", StringNode.valueOf("before")));

      Outcome<DraftOverlay> killed =
          killedWhile(
              "draft_edit", () -> draft.setField(A, "label", StringNode.valueOf("in the middle")));

      done(killed);
      assertThat(label(workspace)).as("the journal has it").isEqualTo("in the middle");
      until(() -> draft.waiting().get().isEmpty());
      assertThat(server.count("plants", "select count(*) from ontology.draft_edit")).isEqualTo(2);
    }
    try (Workspace again = ada.open(plants())) {
      assertThat(again.recoveredEdits()).isEmpty();
      done(again.openDraft(again.drafts().get().getFirst().id()));
      assertThat(label(again)).isEqualTo("in the middle");
    }
  }
}
