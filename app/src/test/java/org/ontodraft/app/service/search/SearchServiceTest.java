package org.ontodraft.app.service.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import tools.jackson.databind.node.JsonNodeFactory;

/** Searching an open repository, with the index on the disk and the draft on top. */
class SearchServiceTest {
  private static final EntityKey PLANT = EntityKey.of(EntityType.CATEGORY, "Plant");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private GitHistory history;

  @SuppressWarnings("NullAway.Init")
  private RealServices services;

  @BeforeEach
  void start() throws IOException {
    history = GitHistory.bare(Files.createDirectory(folder.resolve("plants.git")));
    category("Plant", "Plant", "grows");
    category("Moss", "Moss", "grows on stones");
    history.commit("Two plants");
    services = new RealServices(folder.resolve("here"));
  }

  private void category(String key, String label, String description) {
    history.file(
        "categories/" + key + ".json",
        "{\"id\": \""
            + key
            + "\", \"label\": \""
            + label
            + "\", \"description\": \""
            + description
            + "\"}\n");
  }

  @AfterEach
  void stop() {
    history.close();
    services.close();
  }

  private Workspace open() {
    return services.open(new OpenRequest.Folder(history.folder()));
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void until(Condition condition) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.holds()) {
      assertThat(Instant.now()).as("did not come about").isBefore(end);
      Thread.sleep(10);
    }
  }

  private static List<String> hits(Search search) {
    return search.answer().get().hits().stream()
        .map(hit -> hit.key().key() + " " + hit.tier())
        .toList();
  }

  private static void finds(Search search, String text, String... hits) throws Exception {
    search.ask(text);
    until(() ->
        search.answer().get().text().equals(text)
            && search.answer().get().inTexts()
            && hits(search).equals(List.of(hits)));
  }

  private static void ready(Workspace workspace) throws Exception {
    until(() -> workspace.search().standing().get() instanceof IndexStanding.Ready);
  }

  private Path index() throws IOException {
    try (Stream<Path> paths = Files.walk(folder.resolve("here"))) {
      return paths.filter(path -> path.endsWith("search")).findFirst().orElseThrow();
    }
  }

  @Test
  void namesAndTextsAreFoundAndTheDraftWithThem() throws Exception {
    try (Workspace workspace = open();
        Search search = workspace.search().open()) {
      finds(search, "mos", "Moss KEY_START");
      finds(search, "stones", "Moss TEXT");
      DraftSession draft = done(workspace.startDraft("Herbs"));
      done(draft.setField(PLANT, "label", JsonNodeFactory.instance.stringNode("Pflanze")));
      done(
          draft.create(
              EntityKey.of(EntityType.CATEGORY, "Fern"),
              JsonCodec.parse("{\"id\": \"Fern\", \"label\": \"Farn\"}")));
      finds(search, "pflanze", "Plant LABEL");
      finds(search, "farn", "Fern LABEL");
      done(draft.delete(EntityKey.of(EntityType.CATEGORY, "Moss")));
      finds(search, "moss");
      workspace.closeDraft();
      finds(search, "moss", "Moss KEY");
    }
  }

  @Test
  void anAnswerFollowsWhatMoves() throws Exception {
    try (Workspace workspace = open();
        Search search = workspace.search().open()) {
      finds(search, "herb");
      category("Herb", "Herb", "smells");
      history.delete("categories/Moss.json");
      history.commit("A herb for the moss");
      done(workspace.refresh(Progress.none()));
      until(() -> hits(search).equals(List.of("Herb KEY")));
      finds(search, "smells", "Herb TEXT");
      finds(search, "moss");
    }
  }

  @Test
  void theIndexIsThereAfterARestartAndBroughtUpToDate() throws Exception {
    try (Workspace workspace = open();
        Search search = workspace.search().open()) {
      finds(search, "stones", "Moss TEXT");
      ready(workspace);
    }
    category("Moss", "Moss", "grows on trees");
    history.commit("Moss moves");
    try (Workspace workspace = open();
        Search search = workspace.search().open()) {
      finds(search, "trees", "Moss TEXT");
      finds(search, "stones");
      finds(search, "plant", "Plant KEY");
    }
  }

  @Test
  void anIndexThatIsDeletedOrDamagedIsMadeAgain() throws Exception {
    for (String harm : List.of("deleted", "damaged")) {
      try (Workspace workspace = open();
          Search search = workspace.search().open()) {
        finds(search, "stones", "Moss TEXT");
        ready(workspace);
      }
      try (Stream<Path> files = Files.list(index())) {
        for (Path file : files.toList()) {
          if (harm.equals("deleted")) {
            Files.delete(file);
          } else {
            Files.writeString(file, "garbage");
          }
        }
      }
    }
    try (Workspace workspace = open();
        Search search = workspace.search().open()) {
      finds(search, "stones", "Moss TEXT");
    }
  }

  @Test
  void anIndexThatIsTakenAwayWhileItIsOpenIsMadeAgain() throws Exception {
    try (Workspace workspace = open();
        Search search = workspace.search().open()) {
      finds(search, "stones", "Moss TEXT");
      ready(workspace);
      Path gone = index();
      try (Stream<Path> files = Files.list(gone)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      category("Moss", "Moss", "grows on trees");
      history.commit("Moss moves");
      done(workspace.refresh(Progress.none()));
      finds(search, "trees", "Moss TEXT");
      finds(search, "plant", "Plant KEY");
    }
  }

  @Test
  void whoClosesIsToldNoMore() throws Exception {
    try (Workspace workspace = open()) {
      int before = workspace.effective().listenerCount();
      Search search = workspace.search().open();
      search.ask("moss");
      search.close();
      assertThat(workspace.effective().listenerCount()).isEqualTo(before);
      ready(workspace);
    }
  }
}
