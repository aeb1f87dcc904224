package org.ontodraft.app.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/**
 * The database file alone cannot be written, by the attribute that holds for every user; skipped
 * where the file system or the user does not allow to set it.
 */
class ReadOnlyDatabaseTest {
  private static final EntityKey AGENT = EntityKey.of(EntityType.CATEGORY, "Agent");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private GitHistory history;

  @SuppressWarnings("NullAway.Init")
  private Path database;

  @SuppressWarnings("NullAway.Init")
  private UUID draft;

  @BeforeEach
  void makeStore() throws IOException {
    history = GitHistory.bare(folder.resolve("upstream.git"));
    history.file("categories/Agent.json", "{\n  \"id\": \"Agent\",\n  \"label\": \"Agent\"\n}\n");
    history.commit("One");
    try (RealServices services = new RealServices(folder.resolve("home"));
        Workspace workspace = services.open(new OpenRequest.Folder(history.folder()))) {
      DraftSession session = RealServices.done(workspace.startDraft("Kept"));
      RealServices.done(session.setField(AGENT, "label", StringNode.valueOf("Actor")));
      draft = session.id();
    }
    try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
      database = files.filter(file -> file.toString().endsWith(".mv.db")).findFirst().orElseThrow();
    }
    assumeTrue(changeAttribute("+i"), "the attribute that forbids writing cannot be set here");
  }

  @AfterEach
  void allowWriting() throws IOException {
    changeAttribute("-i");
    history.close();
  }

  private boolean changeAttribute(String change) throws IOException {
    try {
      Process process =
          new ProcessBuilder("chattr", change, database.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void isRefusedByNameAndOpensWithEverythingOnceItCanBeWrittenAgain() throws IOException {
    byte[] before = Files.readAllBytes(database);
    try (RealServices services = new RealServices(folder.resolve("home"))) {
      Refusal refusal = services.refused(new OpenRequest.Folder(history.folder()));
      assertThat(refusal.code()).isEqualTo("STORE-04");
    }
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
    changeAttribute("-i");
    try (RealServices services = new RealServices(folder.resolve("home"));
        Workspace workspace = services.open(new OpenRequest.Folder(history.folder()))) {
      DraftSession session = RealServices.done(workspace.openDraft(draft));
      assertThat(session.effective().get().find(AGENT).orElseThrow().label()).isEqualTo("Actor");
      assertThat(workspace.recoveredEdits()).isEmpty();
    }
  }
}
