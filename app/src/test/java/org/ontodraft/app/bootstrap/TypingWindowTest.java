package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** What happens elsewhere while a field of the entity panel is typed in. */
@ExtendWith(FxTest.class)
class TypingWindowTest {
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");
  private static final String LABEL = "#field-label .text-field";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path work;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @BeforeEach
  void start() throws IOException {
    work = Files.createDirectories(folder.resolve("garden"));
    GitCommand.in(work).run("init", "-q", "-b", "main");
    write("First");
    commit("one");
    window = shown();
  }

  @AfterEach
  void stop() {
    window.close();
  }

  private RealWindow shown() {
    RealWindow made = new RealWindow(folder);
    made.robot().targetWindow(made.stage());
    return made;
  }

  private OpenRequest garden() {
    return new OpenRequest.Folder(work);
  }

  private void write(String description) throws IOException {
    Files.createDirectories(work.resolve("categories"));
    Files.writeString(
        work.resolve("categories/A.json"),
        "{\n  \"id\": \"A\",\n  \"label\": \"A\",\n  \"description\": \""
            + description
            + "\"\n}\n");
  }

  private void commit(String message) {
    GitCommand.in(work).run("add", "-A");
    GitCommand.in(work).run("commit", "-qm", message);
  }

  /** A draft whose form of the category is open. */
  private DraftSession drafting(Workspace workspace) throws InterruptedException {
    DraftSession draft = RealServices.done(workspace.startDraft("Mine"));
    Waiting.until("the draft", () -> workspace.draft().get().isPresent());
    showForm("A");
    return draft;
  }

  private void showForm(String label) throws InterruptedException {
    onFx(() -> window.navigator().orElseThrow().openEntity(A));
    Waiting.until("the form", () -> typed().equals(Optional.of(label)));
  }

  /** What stands in the field. */
  private Optional<String> typed() {
    return onFx(() ->
        window.robot().lookup(LABEL).queryAllAs(TextInputControl.class).stream()
            .filter(field -> field.getScene() != null)
            .findFirst()
            .map(TextInputControl::getText));
  }

  private boolean says(String part) {
    return onFx(() ->
        window
            .robot()
            .lookup((Node node) ->
                node instanceof Labeled said
                    && said.getText() != null
                    && said.getText().contains(part))
            .tryQuery()
            .isPresent());
  }

  private static Optional<String> label(Workspace workspace) {
    return workspace.effective().get().document(A).label();
  }

  @Test
  void theDatabaseGoesAwayAndWhatIsTypedIsThereAfterTheNextStart() throws InterruptedException {
    try (SharedServer server = SharedServer.start(folder.resolve("server"))) {
      server.use(window.services(), garden(), "ada");
      Workspace workspace = window.open(garden());
      DraftSession draft = drafting(workspace);
      UUID id = draft.id();
      window.type(LABEL, "Al");

      server.process().stopAtOnce();
      window.robot().write("pha");

      Waiting.until("the edit", () -> label(workspace).equals(Optional.of("Alpha")));
      assertThat(typed()).contains("Alpha");
      assertThat(window.hasFocus(LABEL)).as("goes on where it was").isTrue();
      Waiting.until("a clear word", () -> says("Server away") && says("not on the server yet"));
      window.robot().write("bet");
      Waiting.until("the next edit", () -> label(workspace).equals(Optional.of("Alphabet")));
      assertThat(draft.waiting().get()).isNotEmpty();
      assertThat(window.notices()).as("nothing gets in the way").isEmpty();
      window.close();

      server.process().start();
      window = shown();
      window
          .services()
          .passwords()
          .keep(server.database("plants", "ada"), Secret.of("pw-ada"), true);
      Workspace again = window.open(garden());
      assertThat(again.recoveredEdits()).isNotEmpty();
      RealServices.done(again.openDraft(id));
      showForm("Alphabet");
      assertThat(label(again)).contains("Alphabet");
    }
  }

  /** Whoever may read the folder can do this to the database, as a backup or a cleaner might. */
  private void closeAndRemoveDatabase(Path database, Path aside) throws Exception {
    String password =
        Files.readAllLines(database.resolveSibling("passwords"), StandardCharsets.ISO_8859_1)
            .getFirst();
    String path = database.toString().replace(".mv.db", "");
    try (Connection owner =
            DriverManager.getConnection("jdbc:h2:async:" + path, "owner", password);
        Statement statement = owner.createStatement()) {
      statement.execute("shutdown immediately");
    }
    Files.move(database, aside);
  }

  @Test
  void theEmbeddedDatabaseIsClosedAndRemovedWhileTypingAndNothingIsLost() throws Exception {
    Workspace workspace = window.open(garden());
    DraftSession draft = drafting(workspace);
    UUID id = draft.id();
    window.type(LABEL, "Al");
    Waiting.until("the first edit", () -> label(workspace).equals(Optional.of("Al")));
    Path database;
    try (var stores = Files.walk(folder)) {
      database =
          stores
              .filter(file -> file.endsWith("store.mv.db") && !file.toString().contains("spare"))
              .findFirst()
              .orElseThrow();
    }
    Path aside = folder.resolve("aside.mv.db");

    closeAndRemoveDatabase(database, aside);
    window.robot().write("pha");
    Waiting.until("the edit", () -> label(workspace).equals(Optional.of("Alpha")));
    assertThat(typed()).contains("Alpha");
    assertThat(window.hasFocus(LABEL)).as("goes on where it was").isTrue();
    Waiting.until("a clear word", () -> says("in the journal only"));
    window.robot().write("bet");
    Waiting.until("the next edit", () -> label(workspace).equals(Optional.of("Alphabet")));
    assertThat(draft.waiting().get()).isNotEmpty();
    assertThat(window.notices()).extracting(Notice::code).containsOnly("STORE-13").hasSize(1);
    window.close();

    Files.move(aside, database);
    window = shown();
    Workspace again = window.open(garden());
    RealServices.done(again.openDraft(id));
    showForm("Alphabet");
    assertThat(label(again)).contains("Alphabet");
  }

  @Test
  void aFileChangedOnDiskAndThenCommittedLeavesWhatIsTyped()
      throws IOException, InterruptedException {
    Workspace workspace = window.open(garden());
    DraftSession draft = drafting(workspace);
    window.type(LABEL, "Al");

    write("Second"); // not committed: it is no part of the ontology yet
    window.robot().write("pha");
    Waiting.until("the edit", () -> label(workspace).equals(Optional.of("Alpha")));
    assertThat(workspace.effective().get().document(A).text("description")).contains("First");
    assertThat(Files.readString(work.resolve("categories/A.json"))).contains("Second");

    commit("two");
    window.robot().write("b");
    RebaseClicks clicks = new RebaseClicks(window, workspace);
    clicks.fetch();
    Waiting.until("a clear word", () -> says("Upstream changed this too"));
    assertThat(typed()).contains("Alphab");
    assertThat(window.hasFocus(LABEL)).as("goes on where it was").isTrue();
    window.robot().write("et");
    Waiting.until("the next edit", () -> label(workspace).equals(Optional.of("Alphabet")));

    clicks.show();
    clicks.decideAll("1");
    clicks.finish();
    assertThat(draft.effective().get().document(A).text("description")).contains("Second");
    assertThat(label(workspace)).contains("Alphabet");
    assertThat(window.notices()).isEmpty();
  }
}
