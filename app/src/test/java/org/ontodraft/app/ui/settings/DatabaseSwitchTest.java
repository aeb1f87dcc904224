package org.ontodraft.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.exchange.MovableDraft;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/** The database dialog as a curator works it, over real stores and a real server. */
@ExtendWith(FxTest.class)
class DatabaseSwitchTest {
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  @TempDir private static Path shared;

  @SuppressWarnings("NullAway.Init")
  private static SharedServer server;

  @SuppressWarnings("NullAway.Init")
  private static GitHistory upstream;

  @TempDir private Path folder;

  private final Texts texts = Texts.load();
  private final TaskRunner tasks =
      new TaskRunner(
          FxThread::run,
          failure -> {
            throw new AssertionError(failure.cause());
          });
  private final AtomicInteger reopened = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private RealServices ada;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeAll
  static void startServer() {
    server = SharedServer.start(shared.resolve("server"));
    server.askForPasswords();
    upstream = GitHistory.bare(shared.resolve("plants.git"));
    upstream
        .file("categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"A\"\n}\n")
        .commit("one");
  }

  @AfterAll
  static void stopServer() {
    upstream.close();
    server.close();
  }

  @BeforeEach
  void start() {
    server.admin("plants", "delete from ontology.draft");
    ada = new RealServices(folder.resolve("ada"));
    stage =
        onFx(() -> {
          Stage made = new Stage();
          made.setScene(new javafx.scene.Scene(new Label("workbench"), 900, 700));
          made.show();
          return made;
        });
  }

  @AfterEach
  void stop() {
    onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    tasks.close();
    ada.close();
  }

  private static OpenRequest plants() {
    return new OpenRequest.Folder(upstream.folder());
  }

  private void show(Workspace workspace) {
    onFx(() ->
        new DatabaseDialog(
                ada.services().databases(),
                ada.services().places(),
                ada.services().passwords(),
                ada.services().settings(),
                tasks,
                new Dialogs(texts, Screenshots.theme(), () -> stage),
                texts,
                new ErrorPresenter(texts, new NoticeBoard()))
            .show(workspace, reopened::incrementAndGet));
  }

  /** The newest window that has such a node. */
  private static Node node(String selector) {
    return List.copyOf(Window.getWindows()).reversed().stream()
        .map(window -> window.getScene().getRoot().lookup(selector))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new AssertionError(selector));
  }

  private static List<Node> nodes(String selector) {
    return List.copyOf(Window.getWindows()).stream()
        .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
        .toList();
  }

  private static Button button(String text) {
    return nodes(".button").stream()
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }

  private static void fire(String text) {
    onFx(() -> button(text).fire());
  }

  private static String said() {
    return onFx(() -> ((Label) node("#database-result")).getText());
  }

  private static void type(String selector, String text) {
    onFx(() -> ((TextField) node(selector)).setText(text));
  }

  private void fill(String password) {
    SharedDatabase there = server.database("plants", "ada");
    type("#database-host", there.host());
    type("#database-port", "" + there.port());
    type("#database-name", there.database());
    type("#database-user", there.user());
    onFx(() -> ((PasswordField) node("#database-password")).setText(password));
    onFx(() ->
        nodes(".toggle-button").stream()
            .map(ToggleButton.class::cast)
            .filter(button -> button.getText().equals(texts.get("database.tls.disable")))
            .forEach(ToggleButton::fire));
    onFx(() -> ((CheckBox) node("#database-session")).setSelected(true));
  }

  private void test(String password) throws TimeoutException {
    fill(password);
    fire(texts.get("database.test"));
    Until.fx(() -> {
      String said = ((Label) node("#database-result")).getText();
      return !said.isEmpty() && !said.equals(texts.get("database.asking"));
    });
  }

  private static void draft(Workspace workspace, String title) {
    done(done(workspace.startDraft(title)).setField(A, "label", StringNode.valueOf(title)));
  }

  private static List<String> titles(Workspace workspace) {
    return workspace.drafts().get().stream().map(Draft::title).sorted().toList();
  }

  @Test
  void theConnectionIsTestedAndTheDraftsGoAlongAndComeBack() throws TimeoutException {
    try (Workspace here = ada.open(plants())) {
      draft(here, "One");
      draft(here, "Two");
      draft(here, "Stays");
      show(here);
      onFx(() ->
          assertThat(Accessibility.unnamed((Parent) node("#database-host").getScene().getRoot()))
              .isEmpty());

      test("wrong");
      assertThat(said()).contains("User or password is wrong").contains("PG-09");
      onFx(() -> assertThat(node("#database-keep").isDisabled()).isTrue());

      test("pw-ada");
      assertThat(said()).contains("It works").contains("ada");
      fire(texts.get("database.there"));
      Until.fx(() -> nodes(".drafts-along").size() == 1);
      onFx(() -> {
        List<CheckBox> ticks =
            nodes(".drafts-along .check-box").stream().map(CheckBox.class::cast).toList();
        assertThat(ticks).hasSize(3).allMatch(CheckBox::isSelected);
        ticks.stream()
            .filter(tick -> tick.getText().startsWith("Stays"))
            .forEach(tick -> tick.setSelected(false));
        assertThat(Accessibility.unnamed((Parent) ticks.getFirst().getScene().getRoot())).isEmpty();
      });
      fire(texts.get("database.there.do"));
      Until.fx(() -> reopened.get() == 1);
      assertThat(said()).contains("2 drafts went along");
      assertThat(titles(here)).containsExactly("Stays");
    }
    onFx(() ->
        List.copyOf(Window.getWindows())
            .forEach(w -> {
              if (w != stage) {
                w.hide();
              }
            }));
    try (Workspace there = ada.open(plants())) {
      assertThat(there.sharing()).isPresent();
      assertThat(titles(there)).containsExactly("One", "Two");
      show(there);
      fire(texts.get("database.here"));
      Until.fx(() -> nodes(".drafts-along").size() == 1);
      fire(texts.get("database.here.do"));
      Until.fx(() -> reopened.get() == 2);
      assertThat(said() + onFx(() -> ((Label) node("#database-next")).getText()))
          .contains("2 drafts went along");
    }
    try (Workspace here = ada.open(plants())) {
      assertThat(here.sharing()).isEmpty();
      assertThat(titles(here)).containsExactly("One", "Stays", "Two");
    }
  }

  @Test
  void whatCannotMoveIsNamedInTheDialog() throws TimeoutException {
    try (Workspace here = ada.open(plants())) {
      draft(here, "One");
      draft(here, "Two");
      String id = here.drafts().get().getFirst().id().toString();
      server.admin(
          "plants",
          "insert into ontology.draft (id, owner, title, description, status, source,"
              + " base_commit_sha, base_branch, base_committed_at, base_summary, rebase_status,"
              + " created_at, modified_at, row_version) values ('"
              + id
              + "', 'ada', 'Other', '', 'draft', 'desktop', 'c', 'main', now(), '', 'pending',"
              + " now(), now(), 0)");
      show(here);
      test("pw-ada");
      fire(texts.get("database.there"));
      Until.fx(() -> nodes(".drafts-along").size() == 1);
      fire(texts.get("database.there.do"));
      Until.fx(() -> reopened.get() == 1);

      assertThat(said()).contains("1 draft went along");
      String left = onFx(() -> ((Label) node("#database-next")).getText());
      assertThat(left).contains("\u201cTwo\u201d").contains("EXCHANGE-04");
      assertThat(titles(here)).containsExactly("Two");
    }
  }

  @Test
  void withoutAServerThatAnswersTheDraftsStayThere() throws Exception {
    server.use(ada, plants(), "ada");
    try (Workspace there = ada.open(plants())) {
      draft(there, "Far away");
      server.process().stopAtOnce();
      try {
        show(there);
        fire(texts.get("database.here"));
        Until.fx(() -> nodes(".drafts-along").size() == 1);
        onFx(() ->
            assertThat(((Label) node(".drafts-along > .label")).getText())
                .contains("The server does not answer now"));
        fire(texts.get("database.here.do"));
        Until.fx(() -> reopened.get() == 1);
      } finally {
        server.process().start();
      }
    }
    try (Workspace here = ada.open(plants())) {
      assertThat(here.sharing()).isEmpty();
      assertThat(titles(here)).isEmpty();
    }
  }

  @Test
  void pictures() {
    List<MovableDraft> drafts =
        List.of(
            movable("Labels of the herbarium", 12, true, false),
            movable("Parents of measuring devices", 1, true, true),
            movable("Orchids", 4, false, true));
    Screenshots.take(
        "database-drafts",
        620,
        330,
        () -> {
          Parent along =
              new DraftsAlong(texts, texts.get("database.there.text", "ada@db/plants"), drafts);
          along.setStyle("-fx-padding: 1.385em; -fx-background-color: -color-bg-default");
          return along;
        });
    assertThat(Path.of("target", "screenshots", "database-drafts-dark-150.png")).isNotEmptyFile();
  }

  private static MovableDraft movable(String title, int changes, boolean mine, boolean shared) {
    return new MovableDraft(
        new java.util.UUID(0, changes), title, DraftStatus.DRAFT, changes, mine, shared);
  }
}
