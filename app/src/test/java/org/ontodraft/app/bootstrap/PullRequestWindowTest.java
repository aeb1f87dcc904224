package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.Wishes;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.DeviceDesk;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The five steps of a pull request in the real window, at a local GitLab. */
@ExtendWith(FxTest.class)
class PullRequestWindowTest {
  private static final String TOKEN = "canary-0123456789";
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  private DraftSession draft;

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
    server = ForgeServer.serving(folder.resolve("forge"), ForgeKind.GITLAB).requireToken(TOKEN);
    window = new RealWindow(folder.resolve("home"));
    window
        .services()
        .settings()
        .update(now -> now.withForgeApis(java.util.Map.of(server.host(), server.api())));
    String[] hostAndPort = server.host().split(":", 2);
    window
        .secrets()
        .save(
            Origin.of("http", hostAndPort[0], Integer.parseInt(hostAndPort[1])), Secret.of(TOKEN));
    Workspace workspace =
        window.open(new OpenRequest.Address(server.cloneAddress("acme/ontology")));
    draft = RealServices.done(workspace.startDraft("Name A"));
    set("label", "Alpha");
    Waiting.until("the window", () -> window.navigator().isPresent());
    onFx(() -> {
      window.navigator().ifPresent(Navigator::openSubmit);
      return null;
    });
    Waiting.until("the check", () -> isEnabled("#send"));
  }

  @AfterEach
  void stop() {
    window.close();
    server.close();
    upstream.close();
  }

  private void set(String field, String value) {
    RealServices.done(draft.setField(A, field, JsonNodeFactory.instance.stringNode(value)));
  }

  private boolean isEnabled(String id) {
    return window
        .robot()
        .lookup(id)
        .tryQueryAs(ButtonBase.class)
        .filter(button -> !button.isDisabled())
        .isPresent();
  }

  private boolean isShown(String id) {
    return onFx(() -> window.robot().lookup(id).tryQuery().filter(Node::isVisible).isPresent());
  }

  private String textOf(String id) {
    return window.robot().lookup(id).queryAs(Labeled.class).getText();
  }

  @Test
  void by_keys_alone_from_the_check_to_the_pull_request_and_an_update()
      throws InterruptedException {
    assertThat(isShown("#checkPane")).isTrue();
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the review", () -> isShown("#reviewPane"));
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the words", () -> isShown("#describePane"));
    window.type("#title", "A gets its name");
    window.press(KeyCode.ALT, KeyCode.B);
    Waiting.until("the review", () -> isShown("#reviewPane"));
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the words", () -> isShown("#describePane"));
    assertThat(window.robot().lookup("#title").queryAs(TextInputControl.class).getText())
        .isEqualTo("A gets its name");
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the sending", () -> isShown("#sendPane"));
    window.press(KeyCode.CONTROL, KeyCode.ENTER);

    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("its standing", () -> textOf("#tracked").contains("#1 open"));
    assertThat(isShown("#trackPane")).isTrue();
    assertThat(server.pullRequests().getFirst().path("title").asString())
        .isEqualTo("A gets its name");
    assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);

    server.merge(1, ForgeServer.Way.SQUASH);
    onFx(() -> {
      window.robot().lookup("#askForge").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the merge", () -> draft.draft().get().status() == DraftStatus.MERGED);
    Waiting.until(
        "what landed", () -> textOf("#tracked").contains("What landed is what was sent."));
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void a_comment_is_read_on_its_field_and_answered() throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("the last step", () -> isShown("#trackPane"));
    server.comment(1, "eve", "categories/A.json", 3, "<b>Which</b> alpha?");
    onFx(() -> {
      window.robot().lookup("#askForge").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the comment", () -> comments().getItems().size() == 1);
    Waiting.until(
        "its words",
        () -> onFx(() -> window.robot().lookup("<b>Which</b> alpha?").tryQuery().isPresent()));
    onFx(() -> {
      comments().getSelectionModel().select(0);
      return null;
    });
    window.type("#answer", "The first.");
    window.press(KeyCode.ENTER);
    Waiting.until("the answer", () -> server.said(1).contains("The first."));
    Waiting.until("both", () -> comments().getItems().size() == 2);
  }

  @Test
  void who_changes_the_same_fields_is_said_before_sending_and_leads_there()
      throws InterruptedException {
    upstream
        .on("main")
        .on("theirs")
        .file("categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"Alfa\"\n}\n")
        .commit("theirs");
    server.opened("acme/ontology", "theirs", "eve", "Alfa for A");
    Workspace workspace = window.workspace().orElseThrow();
    DraftSession other = RealServices.done(workspace.startDraft("Other words"));
    RealServices.done(other.setField(A, "label", JsonNodeFactory.instance.stringNode("Anna")));
    draft = RealServices.done(workspace.openDraft(draft.id()));
    set("description", "Its own.");

    Waiting.until(
        "both of them", () -> words("#overlaps").contains("Draft \u201cOther words\u201d"));
    Waiting.until("the page", () -> words("#overlaps").contains("#1 Alfa for A, by eve"));
    assertThat(words("#overlaps")).contains("Label").doesNotContain("Description");
    assertThat(onFx(() -> Accessibility.unnamed(window.stage().getScene().getRoot()))).isEmpty();
    click(".hyperlink", "#1 Alfa for A, by eve");
    Waiting.until("the browser", () -> !window.pages().isEmpty());
    assertThat(window.pages().getFirst().toString()).endsWith("/merge_requests/1");

    click(".wizard-step", "Submit");
    Waiting.until("the last word", () -> isShown("#others"));
    assertThat(textOf("#others")).startsWith("2 others change the same fields");
    onFx(() -> {
      window.robot().lookup("#others").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the first step", () -> isShown("#checkPane"));
  }

  @Test
  void a_draft_waits_for_its_server_is_listed_and_sent_once_it_is_back()
      throws InterruptedException {
    Workspace workspace = window.workspace().orElseThrow();
    server.goAway();
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the offer", () -> button("Send when online").isPresent());
    click(".button", "Send when online");
    Waiting.until("the notice", () -> words("#outcome").contains("It waits to be sent"));
    Waiting.until("the status", () -> words(".status-bar").contains("1 draft waits to be sent"));
    onFx(() -> {
      window.navigator().ifPresent(now -> now.open(new Place.Drafts()));
      return null;
    });
    Waiting.until("the list", () -> listed("Waits to be sent"));
    click(".button", "Do not send");
    Waiting.until("nothing waits", () -> workspace.outbox().waiting().get().isEmpty());
    Waiting.until("the status", () -> !words(".status-bar").contains("1 draft waits to be sent"));

    RealServices.done(workspace.outbox().add(draft, "Name A", "", false, Wishes.NONE));
    server.comeBack();
    assertThat(workspace.outbox().send(Progress.none())).isEqualTo(1);
    assertThat(server.pullRequests()).hasSize(1);
    Waiting.until("the state", () -> listed("Sent"));
  }

  private boolean listed(String state) {
    return onFx(() ->
        window.stage().getScene().getRoot().lookupAll(".drafts .table-row-cell").stream()
            .map(row -> String.valueOf(row.getAccessibleText()))
            .anyMatch(words -> words.contains(", " + state + ",")));
  }

  @Test
  void who_has_no_token_signs_in_through_the_browser_from_the_page_itself()
      throws InterruptedException {
    server.desk().every(Duration.ofSeconds(1));
    window.services().signIns().nameClient(server.origin(), DeviceDesk.CLIENT);
    window.secrets().forget(server.origin());
    set("label", "Beta");
    Waiting.until("the question", () -> isShown("#tokenBox"));
    fire("#otherWays");
    Waiting.until("the way", () -> onFx(() -> isEnabled("#signIn")));
    Node way = window.robot().lookup("#signIn").query();
    assertThat(onFx(() -> Accessibility.unnamed(way.getScene().getRoot()))).isEmpty();
    fire("#signIn");
    Waiting.until("the code", () -> isShown("#browserCard"));
    server.desk().answer(DeviceDesk.Answer.AGREED);
    Waiting.until("the person", () -> onFx(() -> textOf("#who").startsWith("Signed in as ada")));
    onFx(() -> way.requestFocus());
    window.robot().targetWindow(way.getScene().getWindow());
    window.press(KeyCode.ESCAPE);

    Waiting.until("no question", () -> !isShown("#tokenBox"));
    fire("#send");
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    assertThat(server.desk().violations()).isEmpty();
  }

  private void fire(String id) {
    onFx(() -> {
      window.robot().lookup(id).queryAs(ButtonBase.class).fire();
      return null;
    });
  }

  @Test
  void the_branch_to_merge_into_is_chosen_from_the_remotes() throws InterruptedException {
    upstream
        .on("main")
        .on("release")
        .file("categories/R.json", "{\n  \"id\": \"R\"\n}\n")
        .commit("r");
    click(".wizard-step", "Describe");
    ComboBox<?> into = onFx(() -> (ComboBox<?>) window.robot().lookup("#into").query());
    onFx(() -> {
      into.getEditor().setText("rel");
      into.requestFocus();
      return null;
    });
    Waiting.until(
        "the branches", () -> onFx(() -> into.getItems().equals(List.of("main", "release"))));
    assertThat(onFx(() -> into.getEditor().getText())).isEqualTo("rel");
    onFx(() -> {
      into.getSelectionModel().select(1);
      return null;
    });
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("its standing", () -> textOf("#tracked").contains("#1 open"));
    assertThat(server.target(1)).isEqualTo("release");
  }

  private Optional<ButtonBase> button(String words) {
    return onFx(() ->
        window.stage().getScene().getRoot().lookupAll(".button").stream()
            .map(ButtonBase.class::cast)
            .filter(one -> words.equals(one.getText()))
            .findFirst());
  }

  private void click(String kind, String words) {
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

  private List<String> words(String selector) {
    return onFx(() ->
        window.robot().lookup(selector).query().lookupAll(".text").stream()
            .filter(Text.class::isInstance)
            .map(text -> ((Text) text).getText())
            .toList());
  }

  private ListView<?> comments() {
    return window.robot().lookup("#comments").queryAs(ListView.class);
  }

  @Test
  void the_versions_that_are_proposed_become_changes_of_the_draft() throws InterruptedException {
    EntityKey module = EntityKey.of(EntityType.MODULE, "M");
    Waiting.until("the proposal", () -> isShown("#bump"));
    window.robot().clickOn("#bump");
    Waiting.until(
        "the version",
        () ->
            draft
                .effective()
                .get()
                .document(module)
                .json()
                .path("version")
                .asString()
                .equals("1.2.4"));
    Waiting.until("the mark", () -> !isShown("#bump"));
  }

  @Test
  void the_preview_shows_tags_as_text_and_what_was_typed_stays() throws InterruptedException {
    window.robot().clickOn("Describe");
    Waiting.until("the words", () -> isShown("#describePane"));
    onFx(() -> {
      window
          .robot()
          .lookup("#body")
          .queryAs(TextInputControl.class)
          .setText("# Why\n\n<script>alert(1)</script>\n\n- one");
      return null;
    });
    window.robot().clickOn("Preview");
    Waiting.until(
        "the preview",
        () ->
            onFx(() -> window.robot().lookup("<script>alert(1)</script>").tryQuery().isPresent()));
    window.robot().clickOn("Review");
    window.robot().clickOn("Describe");
    assertThat(window.robot().lookup("#body").queryAs(TextInputControl.class).getText())
        .startsWith("# Why");
  }

  private static final EntityKey B = EntityKey.of(EntityType.CATEGORY, "B");

  private ListView<?> parts() {
    return window.robot().lookup("#parts").queryAs(ListView.class);
  }

  private void selectPart(int row) {
    onFx(() -> {
      parts().requestFocus();
      parts().getSelectionModel().select(row);
      return null;
    });
  }

  private String spoken(int row) {
    return window.robot().lookup("#parts .part-cell").queryAll().stream()
        .map(ListCell.class::cast)
        .filter(cell -> cell.getIndex() == row)
        .findFirst()
        .map(Node::getAccessibleText)
        .orElse("");
  }

  @Test
  void a_change_is_left_out_by_a_key_with_what_needs_it_and_taken_again_by_the_mouse()
      throws InterruptedException {
    RealServices.done(
        draft.create(
            B,
            EntityDocument.of(
                JsonMapper.shared().createObjectNode().put("id", "B").put("label", "B"))));
    RealServices.done(draft.setField(A, "parents", JsonMapper.shared().createArrayNode().add("B")));
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the review", () -> isShown("#reviewPane"));
    // A with its label and parents, and B.
    Waiting.until("the changes", () -> parts().getItems().size() == 4);
    Waiting.until("their state", () -> spoken(3).contains("included"));
    selectPart(3);
    window.press(KeyCode.SPACE);
    Waiting.until(
        "what was held back", () -> textOf("#partsConsequence").contains("parents of Alpha"));
    Waiting.until("why", () -> spoken(2).contains("it names B"));
    assertThat(textOf("#partsSummary")).isEqualTo("1 of 3 changes included");
    assertThat(draft.effective().get().exists(B)).isTrue();

    // Taking the field takes what it names along.
    window
        .robot()
        .clickOn(window.robot().lookup("#parts .check-box").nth(2).queryAs(CheckBox.class));
    Waiting.until("all", () -> textOf("#partsSummary").equals("All 3 changes included"));
    selectPart(1);
    window.press(KeyCode.SPACE);
    Waiting.until("the label left out", () -> spoken(1).contains("left out"));
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("its standing", () -> textOf("#tracked").contains("#1 open"));

    String branch =
        server.branches("acme/ontology").stream()
            .filter(name -> !name.equals("main"))
            .findFirst()
            .orElseThrow();
    assertThat(GitCommand.in(upstream.folder()).run("show", branch + ":categories/A.json"))
        .contains("\"label\": \"A\"")
        .contains("\"parents\": [");
    server.merge(1, ForgeServer.Way.SQUASH);
    onFx(() -> {
      window.robot().lookup("#askForge").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the rest", () -> textOf("#tracked").contains("#1 merged"));
    Waiting.until("a draft again", () -> draft.draft().get().status() == DraftStatus.DRAFT);
  }

  private ListView<?> rows() {
    return window.robot().lookup(".review-rows").queryAs(ListView.class);
  }

  private int row(String spoken) {
    for (int i = 0; i < rows().getItems().size(); i++) {
      String row = String.valueOf(rows().getItems().get(i));
      if (!row.startsWith("Head") && row.contains(spoken)) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void a_comment_stands_on_its_field_in_the_review_where_it_is_answered_and_taken_up_by_keys()
      throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("the last step", () -> isShown("#trackPane"));
    server.comment(
        1, "eve", "categories/A.json", 3, "Better:\n```suggestion\n  \"label\": \"Alfa\"\n```");
    server.comment(1, "eve", "categories/A.json", 0, "This line went.");
    onFx(() -> {
      window.navigator().ifPresent(Navigator::openReview);
      return null;
    });
    Waiting.until("the comment", () -> onFx(() -> row("Better:") > 0));
    int gone = onFx(() -> row("This line went."));
    int field = onFx(() -> row("name=label"));
    int better = onFx(() -> row("Better:"));
    assertThat(gone).isPositive().isLessThan(field);
    assertThat(better).isEqualTo(field + 1);

    select(better);
    window.press(KeyCode.C);
    Waiting.until("the form", () -> isShown("#answer-words"));
    onFx(() -> {
      window.robot().lookup("#answer-words").queryAs(TextInputControl.class).setText("Is it?");
      window.robot().lookup("Send the answer").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the answer", () -> server.said(1).contains("Is it?"));
    Waiting.until("its row", () -> onFx(() -> row("Is it?") > 0));

    select(onFx(() -> row("Better:")));
    window.press(KeyCode.A);
    Waiting.until(
        "the suggestion",
        () -> draft.effective().get().document(A).label().equals(Optional.of("Alfa")));
  }

  private void select(int row) {
    onFx(() -> {
      rows().requestFocus();
      rows().getSelectionModel().clearAndSelect(row);
      return null;
    });
  }

  @Test
  void what_a_maintainer_changed_before_merging_is_listed_with_both_values()
      throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("the last step", () -> isShown("#trackPane"));
    server.editBranch(1, "categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"Alfa\"\n}\n");
    server.merge(1, ForgeServer.Way.MERGE);
    onFx(() -> {
      window.robot().lookup("#askForge").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the list", () -> isShown("#landed"));
    Waiting.until(
        "both values",
        () ->
            window.robot().lookup("Sent: \"Alpha\"").tryQuery().isPresent()
                && window.robot().lookup("Landed: \"Alfa\"").tryQuery().isPresent());
  }
}
