package org.ontodraft.app.service.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.persistence.testing.ChildProcess;

/**
 * The program killed (SIGKILL) while it syncs and edits, the last commit of the line followed by
 * the first as a forced push. A few times here, {@code -Dkills=200} for the full run.
 */
class SyncKillTest {
  private static final int KILLS = Math.max(3, Integer.getInteger("kills", 20) / 6);
  private static final int COMMITS = 8;
  private static final int MOST_MILLISECONDS = 1_500;

  @TempDir private Path folder;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<String> line = new ArrayList<>();

  /** Each commit has another label and another category. */
  private void makeLine() {
    try (GitHistory history = GitHistory.bare(folder.resolve("upstream.git"))) {
      for (int i = 0; i < COMMITS; i++) {
        history.file("categories/Edited.json", category("Edited", "as it was"));
        history.file("categories/Moving.json", category("Moving", "v" + i));
        history.delete("categories/Only" + (i - 1) + ".json");
        history.file("categories/Only" + i + ".json", category("Only" + i, "only"));
        line.add(history.commit("v" + i));
      }
      history.point("main", line.getFirst());
    }
  }

  private static String category(String id, String label) {
    return "{\"id\": \"" + id + "\", \"label\": \"" + label + "\"}\n";
  }

  @Test
  void theVersionIsTrueAndEveryAcknowledgedEditIsThere() throws InterruptedException {
    makeLine();
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    arguments.addAll(line);
    int acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> said;
      try (ChildProcess child =
          ChildProcess.java(SyncChild.class, arguments.toArray(String[]::new))) {
        child.awaitLine("open");
        Thread.sleep(random.nextInt(MOST_MILLISECONDS));
        said = child.kill();
      }
      for (String words : said) {
        if (words.startsWith("edit ")) {
          acknowledged = Integer.parseInt(words.substring("edit ".length()));
        }
      }
      acknowledged = assertSound("kill " + kill + ", seed " + seed, acknowledged);
    }
  }

  private int assertSound(String what, int acknowledged) {
    try (RealServices services = new RealServices(folder.resolve("home"));
        Workspace workspace =
            services.open(new OpenRequest.Folder(folder.resolve("upstream.git")))) {
      Ontology canonical = workspace.canonical().get();
      int at = line.indexOf(canonical.version().commit());
      assertThat(at).as(what).isNotNegative();
      assertThat(canonical.entities(EntityType.CATEGORY))
          .as(what)
          .extracting(EntitySummary::label)
          .containsExactly("as it was", "v" + at, "only");
      assertThat(canonical.entities(EntityType.CATEGORY).getLast().key().key())
          .as(what)
          .isEqualTo("Only" + at);
      int edit = SyncChild.editOf(SyncChild.draft(workspace));
      assertThat(edit).as(what).isGreaterThanOrEqualTo(acknowledged);
      return edit;
    }
  }
}
