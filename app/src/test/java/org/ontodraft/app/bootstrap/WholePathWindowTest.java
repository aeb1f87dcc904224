package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** From the first screen to a pushed branch in the real window, over real repositories. */
@ExtendWith(FxTest.class)
class WholePathWindowTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @BeforeEach
  void start() {
    window = new RealWindow(folder);
  }

  @AfterEach
  void stop() {
    window.close();
  }

  @Test
  void the_sample_by_keyboard_and_one_field_until_it_is_merged() throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    EntityKey specimen = EntityKey.of(EntityType.CATEGORY, "Specimen");
    String pushed = walk(specimen, "Preserved specimen");

    assertThat(
            GitCommand.in(window.services().data().sampleUpstream())
                .run("diff", "--numstat", "main", pushed)
                .strip())
        .isEqualTo("1\t1\tcategories/Specimen.json");

    GitCommand.in(window.services().data().sampleUpstream())
        .run("update-ref", "refs/heads/main", "refs/heads/" + pushed);
    Waiting.until(
        "the last step",
        () -> window.robot().lookup("Look at upstream now").tryQuery().isPresent());
    onFx(() -> window.robot().lookup("Look at upstream now").queryAs(ButtonBase.class).fire());
    Waiting.until(
        "what became of it",
        () -> window.robot().lookup("Merged: upstream has what you sent.").tryQuery().isPresent());
  }

  @Test
  void schemaorg_from_a_folder_to_a_bare_repository() throws InterruptedException {
    Path bundle = Path.of("..", "..", "shared", "ontologies", "schemaorg.bundle");
    assumeTrue(Files.exists(bundle), "the schema.org repository is not beside the checkout");
    Path upstream = folder.resolve("upstream.git");
    GitCommand.in(folder)
        .run("clone", "-q", "--bare", bundle.toAbsolutePath().toString(), upstream.toString());
    GitCommand.in(folder).run("clone", "-q", upstream.toString(), "clone");

    window.open(new OpenRequest.Folder(folder.resolve("clone")));
    String pushed = walk(EntityKey.of(EntityType.CATEGORY, "Person"), "Human being");

    assertThat(GitCommand.in(upstream).run("diff", "--numstat", "main", pushed).strip())
        .isEqualTo("1\t1\tcategories/Person.json");
    assertThat(GitCommand.in(folder.resolve("clone")).run("status", "--porcelain")).isEmpty();
  }

  @Test
  void labki_wikitext_from_a_folder_to_a_bare_repository() throws InterruptedException {
    Path bundle = Path.of("..", "..", "shared", "ontologies", "labki-wikitext.bundle");
    assumeTrue(Files.exists(bundle), "the wikitext repository is not beside the checkout");
    Path upstream = folder.resolve("upstream.git");
    GitCommand.in(folder)
        .run("clone", "-q", "--bare", bundle.toAbsolutePath().toString(), upstream.toString());
    GitCommand.in(folder).run("clone", "-q", upstream.toString(), "clone");

    window.open(new OpenRequest.Folder(folder.resolve("clone")));
    String pushed = walk(EntityKey.of(EntityType.PROPERTY, "Has_DOI"), "DOI name");

    assertThat(GitCommand.in(upstream).run("diff", "-U0", "main", pushed).lines())
        .filteredOn(line -> line.matches("[-+](?![-+]).*"))
        .containsExactly("-|display_label=DOI", "+|display_label=DOI name");
    assertThat(GitCommand.in(folder.resolve("clone")).run("status", "--porcelain")).isEmpty();
  }

  /** Draft, edit of the label, review, submit; returns the pushed branch. */
  private String walk(EntityKey key, String label) throws InterruptedException {
    Waiting.until("the repository", () -> window.workspace().isPresent());
    Workspace workspace = window.workspace().orElseThrow();
    Waiting.until("the window", () -> window.navigator().isPresent());
    window.press(KeyCode.CONTROL, KeyCode.N);
    Waiting.until(
        "the question", () -> window.robot().lookup("#draft-title").tryQuery().isPresent());
    window.type("#draft-title", "By hand");
    window.press(KeyCode.ENTER);
    Waiting.until("the draft", () -> workspace.draft().get().isPresent());

    onFx(() -> window.navigator().orElseThrow().openEntity(key));
    String field = "#field-label .text-field";
    Waiting.until(
        "the form",
        () ->
            window
                .robot()
                .lookup(field)
                .tryQueryAs(TextInputControl.class)
                .filter(f -> f.isEditable())
                .isPresent());
    window.type(field, label);
    window.press(KeyCode.ENTER);
    Waiting.until(
        "the edit",
        () -> workspace.effective().get().document(key).label().filter(label::equals).isPresent());

    window.press(KeyCode.CONTROL, KeyCode.R);
    Waiting.until("the review", () -> window.robot().lookup(label).tryQuery().isPresent());
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until(
        "the check",
        () ->
            window
                .robot()
                .lookup("#send")
                .tryQueryAs(ButtonBase.class)
                .filter(button -> !button.isDisabled())
                .isPresent());
    onFx(() -> window.robot().lookup("#send").queryAs(ButtonBase.class).fire());
    Waiting.until(
        "the push",
        () ->
            workspace
                .draft()
                .get()
                .filter(draft -> draft.draft().get().status() == DraftStatus.SUBMITTED)
                .isPresent());
    assertThat(window.notices()).isEmpty();
    return branchIn(workspace);
  }

  private static String branchIn(Workspace workspace) {
    return GitCommand.in(Path.of(workspace.info().remote()))
        .run("for-each-ref", "--format=%(refname:short)", "refs/heads/ontodraft")
        .strip();
  }
}
