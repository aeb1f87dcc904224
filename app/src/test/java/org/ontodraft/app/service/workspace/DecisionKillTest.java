package org.ontodraft.app.service.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.persistence.testing.ChildProcess;
import tools.jackson.databind.node.StringNode;

/** The program killed (SIGKILL) with half of the conflicts decided: what was decided is there. */
class DecisionKillTest {
  private static final int CONFLICTS = 12;

  @TempDir private Path folder;

  private static EntityKey key(int number) {
    return EntityKey.of(EntityType.CATEGORY, "C" + number);
  }

  /** Where something is to be decided, in the order in which the child does it. */
  private static List<String> places() {
    return IntStream.range(0, CONFLICTS).mapToObj(i -> key(i) + " label").sorted().toList();
  }

  private static String category(int number, String label) {
    return "{\"id\": \"C" + number + "\", \"label\": \"" + label + "\"}\n";
  }

  @Test
  void whatWasDecidedIsThereAndIsNotAskedAgain() throws InterruptedException {
    Path upstream = folder.resolve("upstream.git");
    try (GitHistory history = GitHistory.bare(upstream)) {
      for (int i = 0; i < CONFLICTS; i++) {
        history.file("categories/C" + i + ".json", category(i, "base"));
      }
      history.commit("base");
      try (RealServices services = new RealServices(folder.resolve("home"));
          Workspace workspace = services.open(new OpenRequest.Folder(upstream))) {
        DraftSession draft = done(workspace.startDraft("Half"));
        for (int i = 0; i < CONFLICTS; i++) {
          done(draft.setField(key(i), "label", StringNode.valueOf("mine " + i)));
        }
      }
      for (int i = 0; i < CONFLICTS; i++) {
        history.file("categories/C" + i + ".json", category(i, "theirs " + i));
      }
      history.commit("upstream");

      List<String> said;
      try (ChildProcess child = ChildProcess.java(DecidingChild.class, folder.toString())) {
        child.awaitLine("decided " + places().get(CONFLICTS / 2 - 1));
        said = child.kill();
      }
      Set<String> acknowledged =
          said.stream()
              .filter(line -> line.startsWith("decided "))
              .map(line -> line.substring("decided ".length()))
              .collect(Collectors.toCollection(TreeSet::new));
      acknowledged.addAll(places().subList(0, CONFLICTS / 2));

      // Upstream goes on elsewhere: what was decided still holds.
      history.file("categories/Other.json", "{\"id\": \"Other\", \"label\": \"O\"}\n");
      history.commit("elsewhere");
      try (RealServices services = new RealServices(folder.resolve("home"));
          Workspace workspace = services.open(new OpenRequest.Folder(upstream))) {
        DraftSession draft = done(workspace.openDraft(workspace.drafts().get().getFirst().id()));
        done(workspace.refresh(Progress.none()));
        RebasePlan plan = plan(workspace);
        Set<String> decided =
            plan.resolutions().stream()
                .map(resolution -> resolution.place().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(decided).containsAll(acknowledged);
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.conflicts()).hasSize(CONFLICTS - decided.size());
        for (int i = 0; i < CONFLICTS; i++) {
          assertThat(draft.effective().get().document(key(i)).label()).contains("mine " + i);
        }
      }
    }
  }

  private static RebasePlan plan(Workspace workspace) throws InterruptedException {
    String newest = workspace.canonical().get().version().commit();
    for (int tries = 0; tries < 600; tries++) {
      var forecast = workspace.forecast().get();
      if (forecast.isPresent() && forecast.get().onto().commit().equals(newest)) {
        return forecast.get().plan();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no forecast");
  }
}
