package org.ontodraft.app.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftToken;

/** Two curators and a real server: a draft is shared in one window and opened in another. */
@ExtendWith(FxTest.class)
class ShareDialogsTest {
  @TempDir private Path folder;

  private final Texts texts = Texts.load();
  private final NoticeBoard board = new NoticeBoard();
  private final TaskRunner tasks =
      new TaskRunner(
          FxThread::run,
          failure -> {
            throw new AssertionError(failure.cause());
          });

  @SuppressWarnings("NullAway.Init")
  private SharedServer server;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private RealServices ada;

  @SuppressWarnings("NullAway.Init")
  private RealServices bob;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void start() {
    server = SharedServer.start(folder.resolve("server"));
    upstream = GitHistory.bare(folder.resolve("plants.git"));
    upstream.file("categories/A.json", "{\"id\": \"A\", \"label\": \"A\"}\n").commit("one");
    ada = new RealServices(folder.resolve("ada"));
    bob = new RealServices(folder.resolve("bob"));
    server.use(ada, plants(), "ada");
    server.use(bob, plants(), "bob");
    stage =
        onFx(() -> {
          Stage made = new Stage();
          made.setScene(new Scene(new Label("workbench"), 800, 600));
          made.show();
          return made;
        });
  }

  @AfterEach
  void stop() {
    onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    tasks.close();
    ada.close();
    bob.close();
    upstream.close();
    server.close();
  }

  private OpenRequest plants() {
    return new OpenRequest.Folder(upstream.folder());
  }

  private ShareDialogs dialogs(Workspace workspace, RealServices parts) {
    return new ShareDialogs(
        workspace,
        tasks,
        new Dialogs(texts, Screenshots.theme(), () -> stage),
        texts,
        new ErrorPresenter(texts, board),
        InstantSource.system(),
        parts.services().draftTokens(),
        board);
  }

  private static Node node(String selector) {
    return List.copyOf(Window.getWindows()).reversed().stream()
        .map(window -> window.getScene().getRoot().lookup(selector))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new AssertionError(selector));
  }

  private static void fire(String text) {
    onFx(() ->
        List.copyOf(Window.getWindows()).stream()
            .flatMap(window -> window.getScene().getRoot().lookupAll(".button").stream())
            .map(Button.class::cast)
            .filter(button -> text.equals(button.getText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(text))
            .fire());
  }

  private String shownToken() {
    return onFx(() -> ((TextField) node("#share-token")).getText());
  }

  private void hideDialogs() {
    onFx(() ->
        List.copyOf(Window.getWindows()).stream()
            .filter(window -> window != stage)
            .forEach(Window::hide));
  }

  @Test
  void aTokenIsShownOnceAndOpensTheDraftElsewhereUntilItIsRevoked() throws TimeoutException {
    try (Workspace hers = ada.open(plants());
        Workspace his = bob.open(plants())) {
      done(hers.startDraft("Herbs"));
      onFx(() -> dialogs(hers, ada).share());
      onFx(() ->
          assertThat(Accessibility.unnamed((Parent) node("#share-token").getScene().getRoot()))
              .isEmpty());
      fire(texts.get("share.make"));
      Until.fx(() -> !((TextField) node("#share-token")).getText().isEmpty());
      String token = shownToken();
      assertThat(DraftToken.isToken(token)).isTrue();
      hideDialogs();
      onFx(() -> dialogs(hers, ada).share());
      assertThat(shownToken()).as("it is shown once").isEmpty();
      hideDialogs();

      onFx(() -> dialogs(his, bob).openShared());
      onFx(() -> {
        TextField typed = (TextField) node("#share-token-typed");
        typed.setText(" " + token + " ");
        assertThat(Accessibility.unnamed((Parent) typed.getScene().getRoot())).isEmpty();
      });
      fire(texts.get("share.open.do"));
      Until.fx(() -> his.draft().get().isPresent());
      assertThat(his.drafts().get()).extracting(Draft::title).containsExactly("Herbs");
      Until.fx(() -> !board.notices().isEmpty());
      Notice said = onFx(() -> board.notices().getFirst());
      assertThat(said.code()).as("no keychain in a test").isEqualTo("SHARE-05");
      assertThat(said.text()).contains("Herbs");

      onFx(() -> dialogs(hers, ada).share());
      fire(texts.get("share.revoke"));
      Until.fx(() -> hers.sharing().orElseThrow().open(new DraftToken(token)).isEmpty());
      hideDialogs();
      onFx(board::clear);
      onFx(() -> dialogs(his, bob).openShared());
      onFx(() -> ((TextField) node("#share-token-typed")).setText(token));
      fire(texts.get("share.open.do"));
      Until.fx(() -> !board.notices().isEmpty());
      assertThat(onFx(() -> board.notices().getFirst()).code()).isEqualTo("SHARE-02");
    }
  }
}
