package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Words and wishes of a pull request in the real window. */
class DescribeStepWindowTest extends PullRequestWindow {
  private static final String SAID =
      "{\n  \"id\": \"A\",\n  \"label\": \"A\",\n  \"description\": \"Said.\"\n}\n";

  @Override
  ForgeKind kind() {
    return ForgeKind.GITHUB;
  }

  @Override
  void prepare() {
    upstream.on("main").on("maintenance");
    upstream.file("categories/R.json", "{\n  \"id\": \"R\"\n}\n").commit("kept up");
    upstream.on("main").by("Eve Editor", "eve@example.org");
    upstream.file("categories/A.json", SAID).commit("Eve says A");
  }

  @Test
  void whoever_changed_the_files_lately_is_asked_to_review_with_one_click()
      throws InterruptedException {
    server.user("eve@example.org", "eve").user("ada@example.org", ForgeServer.USER);
    assertThat(server.requests()).noneMatch(request -> request.contains("/commits?"));
    click(".wizard-step", "Describe");
    Waiting.until("a suggestion", () -> words("#suggested").equals(List.of("eve")));
    assertThat(isShown("#suggested")).isTrue();
    assertThat(textOf("#lately")).contains("Eve Editor, Ada Curator");
    assertThat(onFx(() -> Accessibility.unnamed(window.stage().getScene().getRoot()))).isEmpty();

    click("#suggested .button", "eve");

    Waiting.until("nobody else", () -> !isShown("#suggested"));
    assertThat(onFx(() -> window.robot().lookup("#reviewers").queryAs(TextField.class).getText()))
        .isEqualTo("eve");
    assertThat(onFx(() -> window.robot().lookup("#reviewers").query().isFocused())).isTrue();
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the request", () -> !server.pullRequests().isEmpty());
    Waiting.until("its standing", () -> textOf("#tracked").contains("#1 open"));
    assertThat(server.wished(1)).containsExactly("eve");
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void the_step_begins_at_its_title_and_tab_goes_through_it() throws InterruptedException {
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the changes", () -> window.hasFocus("#parts"));
    window.press(KeyCode.SPACE);
    Waiting.until("none of them", () -> textOf("#partsSummary").startsWith("0 of 1"));
    window.press(KeyCode.SPACE);
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the title", () -> window.hasFocus("#title"));
    onFx(() -> window.robot().lookup("#body").query().requestFocus());
    window.press(KeyCode.TAB);
    Waiting.until("what comes next", () -> window.hasFocus("#issues"));
    window.press(KeyCode.SHIFT, KeyCode.TAB);
    Waiting.until("the words again", () -> window.hasFocus("#body"));
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the button that sends", () -> window.hasFocus("#send"));
  }

  @Test
  void a_forge_that_is_away_is_a_sentence_and_nothing_waits_for_it() throws InterruptedException {
    server.goAway();
    click(".wizard-step", "Describe");
    Waiting.until("the sentence", () -> textOf("#lately").contains("FORGE-04"));
    assertThat(isShown("#suggested")).isFalse();
    assertThat(isShown("#describePane")).isTrue();
    assertThat(isEnabled("#next")).isTrue();
    server.comeBack();
  }

  @Test
  void what_comes_along_into_another_branch_is_said_before_it_is_sent()
      throws InterruptedException {
    click(".wizard-step", "Describe");
    type("maintenance");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the warning", () -> isShown("#into-usual"));
    assertThat(textOf("#into-note"))
        .contains("one more commit of main", "maintenance", "Eve says A");
    assertThat(server.pullRequests()).isEmpty();
    assertThat(server.branches("acme/ontology")).hasSize(2); // nothing is pushed

    fire("#into-usual");
    Waiting.until("no warning", () -> !isShown("#into-usual"));
    type("nowhere");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("no such branch", () -> textOf("#into-note").contains("has no branch nowhere"));
    assertThat(server.pullRequests()).isEmpty();

    type("maintenance");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the warning again", () -> textOf("#into-note").contains("Eve says A"));
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("sent all the same", () -> server.pullRequests().size() == 1);
    Waiting.until("its standing", () -> textOf("#tracked").contains("#1 open"));
    assertThat(server.target(1)).isEqualTo("maintenance");
  }

  private void type(String branch) {
    onFx(() -> {
      ComboBox<?> into = (ComboBox<?>) window.robot().lookup("#into").query();
      into.requestFocus();
      into.getEditor().setText(branch);
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
        "the branches",
        () -> onFx(() -> into.getItems().equals(List.of("main", "maintenance", "release"))));
    assertThat(onFx(() -> into.getEditor().getText())).isEqualTo("rel");
    onFx(() -> {
      into.getSelectionModel().select(2);
      return null;
    });
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("its standing", () -> textOf("#tracked").contains("#1 open"));
    assertThat(server.target(1)).isEqualTo("release");
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
  void the_preview_shows_the_tables_of_the_template_as_rows_and_columns() throws Exception {
    window.robot().clickOn("Describe");
    Waiting.until("the words", () -> isShown("#describePane"));
    onFx(() -> {
      TextInputControl body = window.robot().lookup("#body").queryAs(TextInputControl.class);
      body.appendText("\n| A \\| `B` | <b>x</b>\n|---|--:|\n| 1 |\n\n| no table |\n");
      return null;
    });
    window.robot().clickOn("Preview");
    Waiting.until("the preview", () -> isShown(".markdown-table"));
    List<GridPane> tables =
        onFx(() -> window.robot().lookup(".markdown-table").<GridPane>queryAll().stream().toList());
    assertThat(onFx(() -> tables.stream().map(DescribeStepWindowTest::cells).toList()))
        .containsExactly(
            "Type/Added/Updated/Deleted | Categories/0/1/0",
            "Version of/Now/Then/Impact | M/1.2.3/1.2.4/patch",
            "A | B/<b>x</b> | 1/");
    assertThat(onFx(() -> GridPane.getHalignment(tables.getFirst().getChildren().getLast())))
        .isEqualTo(HPos.RIGHT);
    assertThat(onFx(() -> window.robot().lookup("| no table |").tryQuery())).isPresent();
  }

  private static String cells(GridPane table) {
    return table.getChildren().stream()
        .collect(Collectors.groupingBy(GridPane::getRowIndex, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(row ->
            row.stream().map(cell -> ((Labeled) cell).getText()).collect(Collectors.joining("/")))
        .collect(Collectors.joining(" | "));
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
}
