package org.ontodraft.app.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.persistence.testing.ChildProcess;

/**
 * Two processes edit one draft and one of their own each on one server. Afterwards the edit log is
 * read by plain SQL: each edit must have been made on just what the one before it left, so nobody
 * overwrote what they had not seen. Seconds: {@code -Dcurators.seconds}; from 60 on, the server is
 * stopped at once and started again every 30.
 */
class TwoCuratorsTest {
  private static final int SECONDS = Integer.getInteger("curators.seconds", 6);
  private static final int BETWEEN_STOPS = 30;
  private static final int AWAY_MILLISECONDS = 4_000;

  @TempDir private Path folder;
  private final long seed = Long.getLong("seed", System.nanoTime());

  @Test
  void nobodyOverwritesWhatTheyHaveNotSeen() throws Exception {
    try (SharedServer server = SharedServer.start(folder.resolve("server"));
        GitHistory upstream = GitHistory.bare(folder.resolve("plants.git"));
        ExecutorService readers = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 3; i++) {
        upstream.file(
            "categories/C" + i + ".json", "{\n  \"id\": \"C" + i + "\",\n  \"label\": \"C\"\n}\n");
      }
      upstream.commit("one");
      String workspace = workspaceId(upstream);
      try (ChildProcess ada = curator("ada", upstream, server, workspace, "-", SECONDS + 2)) {
        String token = after(ada.awaitWord("token"), "token ");
        int logged;
        int again;
        UUID shared = UUID.fromString(after(ada.awaitWord("shared"), "shared "));
        try (ChildProcess bob = curator("bob", upstream, server, workspace, token, SECONDS)) {
          bob.awaitWord("own");
          Future<String> hers = readers.submit(() -> summary(ada));
          Future<String> his = readers.submit(() -> summary(bob));
          restart(server);
          report("ada", hers.get());
          report("bob", his.get());
          logged = inLogs(hers.get()) + inLogs(his.get());
          again = count(hers.get(), "again") + count(his.get(), "again");
        }
        Map<String, Integer> edits = checkLogs(server);
        assertThat(edits.values().stream().mapToInt(Integer::intValue).sum())
            .as("edits acknowledged and not decided against, seed %s", seed)
            .isBetween(logged, logged + again);
        assertThat(edits.getOrDefault(shared.toString(), 0)).isPositive();
        System.out.println("seed " + seed + ", edits by draft " + edits);
      }
    }
  }

  private static void restart(SharedServer server) throws InterruptedException {
    for (int i = BETWEEN_STOPS; i < SECONDS; i += BETWEEN_STOPS) {
      Thread.sleep(BETWEEN_STOPS * 1000L - AWAY_MILLISECONDS);
      server.process().stopAtOnce();
      Thread.sleep(AWAY_MILLISECONDS);
      server.process().start();
    }
  }

  /** Read on a thread of its own: a child whose output nobody reads stands still. */
  private static String summary(ChildProcess child) {
    String summary = child.awaitWord("summary");
    child.awaitLine("closed");
    return summary;
  }

  private static void report(String person, String summary) {
    System.out.println(person + ": " + summary);
    assertThat(summary).as("seed and output").endsWith("open 0");
  }

  /**
   * How many edits a curator's program says are in the logs, those aside that were kept against the
   * other's and overtaken once more.
   */
  private static int inLogs(String summary) {
    return count(summary, "kept")
        + count(summary, "at-once")
        + count(summary, "mine")
        - count(summary, "overtaken");
  }

  private static int count(String summary, String what) {
    return Integer.parseInt(after(summary, what + " ").split(" ")[0]);
  }

  private static String after(String line, String word) {
    return line.substring(line.indexOf(word) + word.length()).strip();
  }

  private String workspaceId(GitHistory upstream) {
    try (RealServices parts = new RealServices(folder.resolve("any"));
        Workspace opened = parts.open(new OpenRequest.Folder(upstream.folder()))) {
      return opened.info().id();
    }
  }

  private ChildProcess curator(
      String person,
      GitHistory upstream,
      SharedServer server,
      String workspace,
      String token,
      int seconds) {
    return ChildProcess.java(
        CuratorChild.class,
        folder.resolve(person).toString(),
        upstream.folder().toString(),
        person,
        String.valueOf(server.process().port()),
        workspace,
        token,
        String.valueOf(seconds),
        String.valueOf(seed + person.hashCode()));
  }

  /** The edits of each draft; fails at the first that was made on something else than it found. */
  private Map<String, Integer> checkLogs(SharedServer server)
      throws SQLException, PatchDoesNotApplyException {
    Map<String, Integer> edits = new HashMap<>();
    Map<String, @Nullable EntityDocument> documents = new HashMap<>();
    Set<String> ids = new HashSet<>();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.process().port() + "/plants",
                "postgres",
                "");
        PreparedStatement select =
            connection.prepareStatement(
                "select id, draft_id, entity_key, forward_patch, inverse_patch"
                    + " from ontology.draft_edit order by draft_id, position");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        assertThat(ids.add(row.getString(1))).as("seed " + seed).isTrue();
        String draft = row.getString(2);
        String place = draft + " " + row.getString(3);
        EntityDocument before =
            documents.getOrDefault(
                place, JsonCodec.parse("{\"id\": \"" + row.getString(3) + "\", \"label\": \"C\"}"));
        EntityDocument after = JsonPatch.parse(row.getString(4)).applyTo(before);
        assertThat(JsonPatch.parse(row.getString(5)).applyTo(after))
            .as("an edit of %s was made on another value, seed %s", place, seed)
            .isEqualTo(before);
        documents.put(place, after);
        edits.merge(draft, 1, Integer::sum);
      }
    }
    checkChanges(server, documents);
    return edits;
  }

  /** What is stored of each entity is what its edits say. */
  private static void checkChanges(
      SharedServer server, Map<String, @Nullable EntityDocument> documents)
      throws SQLException, PatchDoesNotApplyException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.process().port() + "/plants",
                "postgres",
                "");
        PreparedStatement select =
            connection.prepareStatement(
                "select draft_id, entity_key, base_json, patch from ontology.draft_change");
        ResultSet row = select.executeQuery()) {
      Set<String> stored = new HashSet<>();
      while (row.next()) {
        String place = row.getString(1) + " " + row.getString(2);
        stored.add(place);
        assertThat(JsonPatch.parse(row.getString(4)).applyTo(JsonCodec.parse(row.getString(3))))
            .isEqualTo(documents.get(place));
      }
      assertThat(stored).containsExactlyInAnyOrderElementsOf(List.copyOf(documents.keySet()));
    }
  }
}
