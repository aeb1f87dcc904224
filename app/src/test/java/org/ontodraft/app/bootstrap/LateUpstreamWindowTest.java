package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftFileCodec;
import org.ontodraft.model.exchange.DraftFileReading;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The situations in which a draft was checked, exported or sent before upstream moved. */
@ExtendWith(FxTest.class)
class LateUpstreamWindowTest {
  private static final EntityKey KEY = Snapshots.key("category:C");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private Workspace workspace;

  @SuppressWarnings("NullAway.Init")
  private DraftSession draft;

  @BeforeEach
  void start() throws InterruptedException {
    window = new RealWindow(folder);
    upstream = GitHistory.bare(folder.resolve("garden.git"));
    commit("base", "X");
    GitCommand.in(folder).run("clone", "-q", upstream.folder().toString(), "clone");
    workspace = window.open(new OpenRequest.Folder(folder.resolve("clone")));
    draft = RealServices.done(workspace.startDraft("Mine"));
    RealServices.done(draft.change(KEY, before -> document("mine")));
  }

  @AfterEach
  void stop() {
    window.close();
    upstream.close();
  }

  private static EntityDocument document(String label) {
    return Snapshots.document(KEY, "{'label':'" + label + "','description':'D'}");
  }

  private void commit(String message, String label) {
    upstream.file("categories/C.json", document(label).json().toPrettyString() + "\n");
    upstream.commit(message);
  }

  private void openSubmit() throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the check", () -> isEnabled("#send"));
  }

  private boolean isEnabled(String selector) {
    return onFx(() ->
        window
            .robot()
            .lookup(selector)
            .tryQueryAs(ButtonBase.class)
            .filter(button -> !button.isDisabled())
            .isPresent());
  }

  private boolean isShown(String text) {
    return onFx(() -> window.robot().lookup(text).tryQuery().isPresent());
  }

  private void send() throws InterruptedException {
    onFx(() -> window.robot().lookup("#send").queryAs(ButtonBase.class).fire());
    Waiting.until("the push", () -> draft.draft().get().status() == DraftStatus.SUBMITTED);
  }

  private String branches() {
    return GitCommand.in(upstream.folder())
        .run("for-each-ref", "--format=%(refname:short)", "refs/heads/ontodraft")
        .strip();
  }

  @Test
  void s23_what_was_checked_is_not_sent_onto_another_version() throws InterruptedException {
    openSubmit();
    commit("upstream", "theirs");

    onFx(() -> window.robot().lookup("#send").queryAs(ButtonBase.class).fire());
    Waiting.until("what is said", () -> isShown("Upstream has moved"));

    assertThat(isShown("Nothing was sent.")).isTrue();
    assertThat(branches()).isEmpty();
    assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.DRAFT);
    window.robot().clickOn("Show what moves");
    RebaseClicks clicks = new RebaseClicks(window, workspace);
    Waiting.until("the page", () -> clicks.open() == 1 && isShown("#move"));
    clicks.decideAll("1");
    clicks.finish();
    openSubmit();
    send();
    assertThat(GitCommand.in(upstream.folder()).run("diff", "--numstat", "main", branches()))
        .isEqualToIgnoringNewLines("1\t1\tcategories/C.json");
  }

  @Test
  void s26_a_draft_that_leaves_the_house_says_what_it_replaces()
      throws InterruptedException, IOException {
    Path file = folder.resolve("mine.ontodraft");
    onFx(() -> window.choosers().choose(file));

    window.command("draft.export");
    Waiting.until("the file", () -> Files.exists(file) && !window.notices().isEmpty());

    String text = Files.readString(file, StandardCharsets.UTF_8);
    JsonNode patch = new JsonMapper().readTree(text).at("/changes/0/patch");
    assertThat(patch.isMissingNode()).as(text).isFalse();
    assertThat(patch.at("/0/op").asString()).isEqualTo("test");
    assertThat(patch.at("/0/path").asString()).isEqualTo("/label");
    assertThat(patch.at("/0/value").asString()).isEqualTo("X");
    assertThat(patch.at("/1/op").asString()).isEqualTo("replace");
    assertThat(DraftFileCodec.read(Files.readAllBytes(file)))
        .isInstanceOf(DraftFileReading.Read.class);
  }

  @Test
  void s28_a_sent_draft_says_what_would_collide_and_may_be_worked_on_again()
      throws InterruptedException {
    openSubmit();
    send();
    String sent = branches();

    commit("upstream", "theirs");
    RebaseClicks clicks = new RebaseClicks(window, workspace);
    clicks.fetch();
    clicks.show();
    assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
    assertThat(clicks.open()).isEqualTo(1);
    clicks.decideAll("2");
    clicks.finish();

    assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.DRAFT);
    assertThat(workspace.effective().get().effectiveDocument(KEY)).isEqualTo(document("theirs"));
    assertThat(branches()).as("what was sent stays").isEqualTo(sent);
  }

  @Test
  void a_draft_that_was_renamed_meanwhile_moves_at_the_first_click() throws InterruptedException {
    commit("upstream", "theirs");
    RebaseClicks clicks = new RebaseClicks(window, workspace);
    clicks.fetch();
    clicks.show();
    clicks.decideAll("1");

    RealServices.done(workspace.renameDraft(draft.id(), "Mine, really"));
    clicks.finish();

    assertThat(window.notices()).isEmpty();
    assertThat(draft.draft().get().title()).isEqualTo("Mine, really");
    assertThat(workspace.effective().get().effectiveDocument(KEY)).isEqualTo(document("mine"));
  }
}
