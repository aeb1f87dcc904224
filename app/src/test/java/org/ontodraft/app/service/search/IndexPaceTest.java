package org.ontodraft.app.service.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Lull;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SomeWork;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.persistence.search.LuceneSearchIndex;

/** The index gives way to syncs, and is written to the end though they overtake it. */
@Timeout(60)
class IndexPaceTest {
  /** Several batches. */
  private static final int ENTITIES = 1_500;

  @TempDir Path folder;

  private static String category(int number) {
    return "categories/Plant" + number + ".json";
  }

  @Test
  void anIndexThatIsOvertakenIsFinishedAndThenBroughtOn() throws Exception {
    GitHistory history = GitHistory.bare(Files.createDirectory(folder.resolve("plants.git")));
    for (int i = 0; i < ENTITIES; i++) {
      history.file(
          category(i),
          "{\"id\": \"Plant%1$d\", \"label\": \"Plant %1$d\", \"description\": \"Grows.\"}\n"
              .formatted(i));
    }
    history.commit("Many plants");
    CountDownLatch synced = new CountDownLatch(1);
    Lull lull = new Lull();
    SomeWork.begin(lull, synced);
    try (RealServices services = new RealServices(folder.resolve("here"));
        Workspace workspace = services.open(new OpenRequest.Folder(history.folder()));
        TaskRunner tasks = new TaskRunner(Runnable::run, failure -> {});
        LuceneSearchIndex index = LuceneSearchIndex.open(folder.resolve("index"));
        IndexedSearchService search =
            new IndexedSearchService(
                () -> index, workspace.canonical(), workspace.effective(), tasks, lull);
        Search open = search.open()) {
      while (!search.standing().get().equals(new IndexStanding.Building(0, ENTITIES))) {
        Thread.sleep(5);
      }
      for (int i = 0; i < ENTITIES; i += 3) {
        history.delete(category(i));
      }
      String head = history.commit("A third of them is gone");
      done(workspace.refresh(Progress.none()));
      assertThat(index.commit()).as("while a sync goes on").isEmpty();

      synced.countDown();
      while (!index.commit().filter(head::equals).isPresent()) {
        assertThat(search.standing().get()).isNotInstanceOf(IndexStanding.Unavailable.class);
        Thread.sleep(5);
      }

      Map<EntityKey, String> contents = index.contents();
      assertThat(contents).hasSize(ENTITIES - ENTITIES / 3);
      assertThat(contents).doesNotContainKey(EntityKey.of(EntityType.CATEGORY, "Plant0"));
    }
  }
}
