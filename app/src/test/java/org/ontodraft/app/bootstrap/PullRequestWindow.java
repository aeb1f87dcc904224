package org.ontodraft.app.bootstrap;

import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;

/** A draft in the page that sends it: the real window, a forge on this computer. */
@ExtendWith(FxTest.class)
abstract class PullRequestWindow {
  static final String TOKEN = "canary-0123456789";
  static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  RealWindow window;

  @SuppressWarnings("NullAway.Init")
  GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  DraftSession draft;

  @BeforeEach
  void start() throws InterruptedException {
    upstream = GitHistory.bare(folder.resolve("forge/acme/ontology.git"));
    upstream
        .file("categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"A\"\n}\n")
        .file(
            "modules/M.json",
            "{\n  \"id\": \"M\",\n  \"version\": \"1.2.3\",\n  \"label\": \"M\",\n"
                + "  \"categories\": [\n    \"A\"\n  ]\n}\n")
        .commit("one");
    prepare();
    server = ForgeServer.serving(folder.resolve("forge"), kind()).requireToken(TOKEN);
    Workspace workspace = openWindow();
    draft = RealServices.done(workspace.startDraft("Name A"));
    set("label", "Alpha");
    Waiting.until("the window", () -> window.navigator().isPresent());
    onFx(() -> {
      window.navigator().ifPresent(Navigator::openSubmit);
      return null;
    });
    Waiting.until("the check", () -> isEnabled("#send"));
  }

  /** Starts the program with its token and opens the repository. */
  Workspace openWindow() throws InterruptedException {
    window = new RealWindow(folder.resolve("home"), SystemProxies.ofProcess(), pace());
    window
        .services()
        .settings()
        .update(now -> now.withForgeApis(Map.of(server.host(), server.api())));
    window.secrets().save(server.origin(), Secret.of(TOKEN));
    return window.open(new OpenRequest.Address(server.cloneAddress("acme/ontology")));
  }

  @AfterEach
  void stop() {
    window.close();
    server.close();
    upstream.close();
  }

  void set(String field, String value) {
    RealServices.done(draft.setField(A, field, JsonNodeFactory.instance.stringNode(value)));
  }

  boolean isEnabled(String id) {
    return window
        .robot()
        .lookup(id)
        .tryQueryAs(ButtonBase.class)
        .filter(button -> !button.isDisabled())
        .isPresent();
  }

  boolean isShown(String id) {
    return onFx(() -> window.robot().lookup(id).tryQuery().filter(Node::isVisible).isPresent());
  }

  /** Empty where it is not in the window: only the present step's pane is. */
  String textOf(String id) {
    return window.robot().lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  void fire(String id) {
    onFx(() -> {
      window.robot().lookup(id).queryAs(ButtonBase.class).fire();
      return null;
    });
  }

  Optional<ButtonBase> button(String words) {
    return onFx(() ->
        window.stage().getScene().getRoot().lookupAll(".button").stream()
            .map(ButtonBase.class::cast)
            .filter(one -> words.equals(one.getText()))
            .findFirst());
  }

  void click(String kind, String words) {
    onFx(() -> {
      window.stage().getScene().getRoot().lookupAll(kind).stream()
          .map(ButtonBase.class::cast)
          .filter(button -> words.equals(button.getText()))
          .findFirst()
          .orElseThrow()
          .fire();
      return null;
    });
  }

  List<String> words(String selector) {
    return onFx(() ->
        window.robot().lookup(selector).query().lookupAll(".text").stream()
            .filter(Text.class::isInstance)
            .map(text -> ((Text) text).getText())
            .toList());
  }

  ListView<?> rows() {
    return window.robot().lookup(".review-rows").queryAs(ListView.class);
  }

  /** Where the review says this; negative when nowhere, or while it is not shown. */
  int row(String spoken) {
    List<?> rows =
        window
            .robot()
            .lookup(".review-rows")
            .<ListView<?>>tryQuery()
            .<List<?>>map(ListView::getItems)
            .orElse(List.of());
    for (int i = 0; i < rows.size(); i++) {
      String row = String.valueOf(rows.get(i));
      if (!row.startsWith("Head") && row.contains(spoken)) {
        return i;
      }
    }
    return -1;
  }

  void select(int row) {
    onFx(() -> {
      rows().requestFocus();
      rows().getSelectionModel().clearAndSelect(row);
      return null;
    });
  }

  boolean listed(String state) {
    return onFx(() ->
        window.stage().getScene().getRoot().lookupAll(".drafts .table-row-cell").stream()
            .map(row -> String.valueOf(row.getAccessibleText()))
            .anyMatch(words -> words.contains(", " + state + ",")));
  }

  /** Brings upstream where the draft is to begin. */
  void prepare() {}

  /** How often pull requests are asked about. */
  Duration pace() {
    return Duration.ofMinutes(2);
  }

  /** Whose API the server has. */
  ForgeKind kind() {
    return ForgeKind.GITLAB;
  }
}
