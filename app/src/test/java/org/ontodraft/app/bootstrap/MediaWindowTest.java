package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ListBranchCommand.ListMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Ref;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.refactoring.RefactoringAnswer;
import org.ontodraft.app.service.refactoring.RefactoringService;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.submit.Wishes;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.Pngs;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.Rename;
import tools.jackson.databind.node.JsonNodeFactory;

/** Images in the real window: seen, described, added, replaced, taken away, and sent. */
@ExtendWith(FxTest.class)
class MediaWindowTest {
  private static final EntityKey COMPASS = EntityKey.of(EntityType.MEDIA, "Compass");
  private static final EntityKey PAGE = EntityKey.of(EntityType.RESOURCE, "Page");
  private static final byte[] OLD = Pngs.of(40, 20, 0xff0000);
  private static final byte[] NEW = Pngs.of(60, 30, 0x0000ff);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private Workspace workspace;

  @BeforeEach
  void start() throws InterruptedException {
    window = new RealWindow(folder);
    upstream = GitHistory.bare(folder.resolve("people.git"));
    upstream.file("media/Compass.png", OLD);
    upstream.file("media/Compass.json", "{\n  \"source\": \"own\",\n  \"license\": \"CC0\"\n}\n");
    upstream.file("media/Bomb.png", Pngs.bomb());
    upstream.file("media/Bomb.json", "{\n  \"source\": \"?\",\n  \"license\": \"?\"\n}\n");
    upstream.file("media/Cut.png", Arrays.copyOf(OLD, 20));
    upstream.file("media/Cut.json", "{\n  \"source\": \"?\",\n  \"license\": \"?\"\n}\n");
    upstream.file(
        "media/Drawn.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='2'><rect width='4' height='2'/></svg>");
    upstream.file("media/Drawn.json", "{\n  \"source\": \"?\",\n  \"license\": \"?\"\n}\n");
    upstream.file("media/Gone.json", "{\n  \"source\": \"?\",\n  \"license\": \"?\"\n}\n");
    upstream.file(
        "resources/Page.json",
        "{\n  \"id\": \"Page\",\n  \"wikitext\": \"[[File:Compass.png]]\"\n}\n");
    upstream.commit("base");
    window.robot().targetWindow(window.stage());
    workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    RealServices.done(workspace.startDraft("Pictures"));
    until("the draft", () -> workspace.draft().get().isPresent());
    window.rest();
    onFx(() -> window.stage().setWidth(990));
  }

  @AfterEach
  void stop() {
    window.close();
    upstream.close();
  }

  @Test
  void anImageIsReplacedDescribedUndoneAndSentByteForByte() throws Exception {
    show(COMPASS);
    until("the picture", () -> pictures() == 1 && said("Compass.png").contains("40 \u00d7 20"));
    window.type("#field-author .text-field", "Ada");
    until(
        "the author",
        () ->
            session()
                .effective()
                .get()
                .document(COMPASS)
                .text("author")
                .equals(Optional.of("Ada")));
    window.choosers().choose(file("other name.png", NEW));
    fire("#add-image");
    until("the new picture", () -> said("Compass.png").contains("60 \u00d7 30"));
    assertThat(shownText("Replaced")).isTrue();
    assertThat(Accessibility.unnamed(window.stage().getScene().getRoot())).isEmpty();

    window.command("edit.undo");
    until("the old picture", () -> said("Compass.png").contains("40 \u00d7 20"));
    window.command("edit.redo");
    until("the new one again", () -> said("Compass.png").contains("60 \u00d7 30"));

    onFx(() -> window.navigator().orElseThrow().openReview());
    until("old and new beside each other", () -> pictures() == 2);
    assertThat(said("Compass.png")).contains("40 \u00d7 20");

    submit();
    Map<String, byte[]> files = cloned();
    assertThat(files.get("media/Compass.png")).isEqualTo(NEW);
    assertThat(new String(files.get("media/Compass.json"), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\n  \"source\": \"own\",\n  \"license\": \"CC0\",\n  \"author\": \"Ada\"\n}\n");
    assertThat(window.notices()).isEmpty();
  }

  @Test
  void anImageThatATextShowsAndNobodyHasIsAddedFromTheFinding() throws Exception {
    RealServices.done(
        session()
            .setField(
                PAGE,
                "wikitext",
                JsonNodeFactory.instance.stringNode(
                    "[[File:Compass.png]] [[File:North star.png]]")));
    until("the finding", () -> finds("missing-media"));
    window.command("view.problems");
    window.choosers().choose(file("whatever.png", NEW));
    until("the way out", () -> shown(".fix-button"));
    fire(".fix-button");
    EntityKey star = EntityKey.of(EntityType.MEDIA, "North_star");
    until("the medium", () -> session().effective().get().exists(star));
    until("its picture", () -> said("North_star.png").contains("60 \u00d7 30"));
    until("no such finding", () -> !finds("missing-media"));
    until("its origin is asked for", () -> finds("schema-required"));
    window.type("#field-source .text-field", "own work");
    window.type("#field-license .text-field", "CC0");
    until("nothing is missing", () -> workspace.findings().get().isEmpty());
    submit();
    assertThat(cloned().get("media/North_star.png")).isEqualTo(NEW);
  }

  @Test
  void whatCannotBeShownSaysSoAndIsKept() throws Exception {
    show(EntityKey.of(EntityType.MEDIA, "Bomb"));
    until("too large", () -> shownText("60000 by 60000"));
    show(EntityKey.of(EntityType.MEDIA, "Cut"));
    until("cut off", () -> shownText("cut off, damaged"));
    show(EntityKey.of(EntityType.MEDIA, "Gone"));
    until("none", () -> shownText("There is no image file"));
    show(EntityKey.of(EntityType.MEDIA, "Drawn"));
    until("the drawing", () -> pictures() == 1);

    Path text = file("Text.png", "no picture".getBytes(StandardCharsets.UTF_8));
    onFx(() -> window.navigator().orElseThrow().addImage(Optional.empty(), Optional.of(text)));
    until("refused", () -> refused("MEDIA-05"));
    Path large = file("Large.png", Arrays.copyOf(OLD, 26 * 1024 * 1024));
    onFx(() -> window.navigator().orElseThrow().addImage(Optional.empty(), Optional.of(large)));
    until("too large to add", () -> refused("MEDIA-01"));
    assertThat(session().effective().get().changes()).isEmpty();
  }

  @Test
  void anImageTakenAwayIsDeleted() throws Exception {
    show(COMPASS);
    until("the picture", () -> pictures() == 1);
    fire("Take away");
    until("taken away", () -> shownText("Taken away"));
    submit();
    assertThat(cloned()).doesNotContainKey("media/Compass.png").containsKey("media/Compass.json");
  }

  @Test
  void aRenameTakesTheImagesAndTheTextsAlongInOneStep() throws Exception {
    RealServices.done(
        session()
            .setField(
                PAGE,
                "wikitext",
                JsonNodeFactory.instance.stringNode(
                    "[[File:Compass.png|thumb]] and [[ image:compass.png ]]")));
    show(COMPASS);
    until("the picture", () -> pictures() == 1);
    window.command("refactor.rename");
    until("the form", () -> shown("#refactoring-name"));
    onFx(() ->
        ((TextInputControl) window.robot().lookup("#refactoring-name").query())
            .setText("Old_compass"));
    until("the preview", () -> anyWindowSays("2 entities are changed in 5 files"));
    window.press(KeyCode.ENTER);
    EntityKey renamed = EntityKey.of(EntityType.MEDIA, "Old_compass");
    until("the new name", () -> session().effective().get().exists(renamed));
    until("its picture", () -> said("Old_compass.png").contains("40 \u00d7 20"));
    assertThat(text(PAGE))
        .isEqualTo("[[File:Old_compass.png|thumb]] and [[ image:Old_compass.png ]]");

    window.command("edit.undo");
    until("the old name", () -> session().effective().get().exists(COMPASS));
    assertThat(text(PAGE)).contains("[[File:Compass.png|thumb]]");
    window.command("edit.redo");
    until("the new name again", () -> session().effective().get().exists(renamed));

    submit();
    Map<String, byte[]> files = cloned();
    assertThat(files.get("media/Old_compass.png")).isEqualTo(OLD);
    assertThat(files)
        .containsKey("media/Old_compass.json")
        .doesNotContainKeys("media/Compass.png", "media/Compass.json");
    assertThat(window.notices()).isEmpty();
  }

  @Test
  void aRenameIsRefusedWhereTheImageChangedUpstreamOrTheNameIsTaken() throws Exception {
    RefactoringService refactorings = new RefactoringService(workspace);
    assertThat(refactorings.preview(new Rename(COMPASS, "Cut")))
        .isInstanceOf(RefactoringAnswer.Impossible.class);
    RefactoringAnswer answer = refactorings.preview(new Rename(COMPASS, "North"));
    RealServices.done(refactorings.make(((RefactoringAnswer.Possible) answer).report()));
    upstream.file("media/Compass.png", NEW);
    upstream.commit("another compass");
    RebaseClicks clicks = new RebaseClicks(window, workspace);
    clicks.fetch();
    clicks.show();
    clicks.finish();
    SubmitOutcome outcome =
        workspace
            .submits()
            .submit(session(), "Pictures", "", false, Wishes.NONE, step -> {}, Progress.none());
    assertThat(outcome.toString()).contains("MEDIA-07").contains("media/Compass.png");
  }

  private boolean anyWindowSays(String part) {
    return onFx(() -> said().anyMatch(text -> text.contains(part)));
  }

  private static Stream<String> said() {
    return List.copyOf(Window.getWindows()).stream()
        .flatMap(each -> each.getScene().getRoot().lookupAll("*").stream())
        .filter(Labeled.class::isInstance)
        .map(node -> String.valueOf(((Labeled) node).getText()));
  }

  private String text(EntityKey key) {
    return session().effective().get().document(key).text("wikitext").orElse("");
  }

  @Test
  void aFileDroppedOnItsPlaceIsTheNewImage() throws Exception {
    show(COMPASS);
    until("the picture", () -> pictures() == 1);
    Path file = file("dropped.png", NEW);
    Node place = onFx(() -> window.robot().lookup("#add-image").query().getParent());
    List<Boolean> taken = new ArrayList<>();
    new PlayedDrag(window.robot())
        .from(
            place,
            board -> {
              board.setContent(Map.of(DataFormat.PLAIN_TEXT, "no file"));
              taken.add(over(place, board));
              board.setContent(Map.of(DataFormat.FILES, List.of(file.toFile())));
              taken.add(over(place, board));
              DragEvent dropped =
                  PlayedDrag.send(DragEvent.DRAG_DROPPED, place, board, TransferMode.COPY);
              taken.add(dropped.isDropCompleted());
            });
    until("the new picture", () -> said("Compass.png").contains("60 \u00d7 30"));
    assertThat(taken).as("a text, a file, its drop").containsExactly(false, true, true);
    assertThat(window.notices()).isEmpty();
  }

  /** Whether what is dragged would be taken. */
  private static boolean over(Node place, Dragboard board) {
    return PlayedDrag.send(DragEvent.DRAG_OVER, place, board, TransferMode.COPY).isAccepted();
  }

  @Test
  void withoutADraftADropIsRefusedAndSaysWhy() throws Exception {
    workspace.closeDraft();
    until("no draft", () -> workspace.draft().get().isEmpty());
    show(COMPASS);
    until("the picture", () -> pictures() == 1);
    Path file = file("dropped.png", NEW);
    Node place = onFx(() -> window.robot().lookup("#add-image").query().getParent());
    List<Boolean> taken = new ArrayList<>();
    List<String> why = new ArrayList<>();
    new PlayedDrag(window.robot())
        .from(
            place,
            board -> {
              board.setContent(Map.of(DataFormat.FILES, List.of(file.toFile())));
              taken.add(over(place, board));
              why.add(window.robot().lookup("#image-refused").queryLabeled().getText());
              PlayedDrag.send(DragEvent.DRAG_EXITED, place, board, TransferMode.COPY);
              why.add(window.robot().lookup("#image-refused").queryLabeled().getText());
            });
    until("the drag", () -> why.size() == 2);
    assertThat(taken).containsExactly(false);
    assertThat(why).first().asString().contains("once a draft is open");
    assertThat(why).last().isEqualTo("");
  }

  private void submit() throws InterruptedException {
    SubmitOutcome outcome =
        workspace
            .submits()
            .submit(session(), "Pictures", "", false, Wishes.NONE, step -> {}, Progress.none());
    assertThat(outcome).isInstanceOf(SubmitOutcome.Sent.class);
  }

  /** The files of the branch that was sent, by path. */
  private Map<String, byte[]> cloned() throws GitAPIException, IOException {
    Path clone = folder.resolve("clone");
    Map<String, byte[]> files = new TreeMap<>();
    try (Git git =
        Git.cloneRepository()
            .setURI(upstream.folder().toUri().toString())
            .setDirectory(clone.toFile())
            .call()) {
      String branch =
          git.branchList().setListMode(ListMode.REMOTE).call().stream()
              .map(Ref::getName)
              .filter(name -> name.contains("ontodraft"))
              .findFirst()
              .orElseThrow();
      git.checkout().setName(branch).call();
    }
    try (var walk = Files.walk(clone)) {
      for (Path each : walk.filter(Files::isRegularFile).toList()) {
        String path = clone.relativize(each).toString().replace('\\', '/');
        if (!path.startsWith(".git/")) {
          files.put(path, Files.readAllBytes(each));
        }
      }
    }
    return files;
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private DraftSession session() {
    return workspace.draft().get().orElseThrow();
  }

  private void show(EntityKey key) throws InterruptedException {
    onFx(() -> window.navigator().orElseThrow().openEntity(key));
    until("the form of " + key, () -> shown("#field-license"));
  }

  private boolean finds(String rule) {
    return workspace.findings().get().stream().anyMatch(found -> found.rule().equals(rule));
  }

  private boolean refused(String code) {
    return window.notices().stream().anyMatch(notice -> notice.code().equals(code));
  }

  private long pictures() {
    return onFx(() ->
        window.robot().lookup(".picture-frame .image-view").queryAllAs(ImageView.class).stream()
            .filter(view -> isShowing(view) && view.getImage() != null)
            .count());
  }

  /** What stands below the picture of a file. */
  private String said(String name) {
    return onFx(() ->
        window.robot().lookup(".picture-box .label").queryAllAs(Labeled.class).stream()
            .filter(MediaWindowTest::isShowing)
            .map(Labeled::getText)
            .filter(text -> text.startsWith(name))
            .findFirst()
            .orElse(""));
  }

  private boolean shownText(String part) {
    return onFx(() ->
        window.robot().lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
            .filter(MediaWindowTest::isShowing)
            .anyMatch(label -> label.getText() != null && label.getText().contains(part)));
  }

  private boolean shown(String selector) {
    return onFx(() ->
        window.robot().lookup(selector).queryAll().stream().anyMatch(MediaWindowTest::isShowing));
  }

  private void fire(String wanted) {
    onFx(() -> {
      Node found =
          wanted.startsWith("#") || wanted.startsWith(".")
              ? window.robot().lookup(wanted).queryAll().stream()
                  .filter(MediaWindowTest::isShowing)
                  .findFirst()
                  .orElseThrow()
              : window.robot().lookup(wanted).query();
      ((ButtonBase) found).fire();
    });
    FxTest.settle();
  }

  private static boolean isShowing(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  private static void until(String what, BooleanSupplier condition) throws InterruptedException {
    Waiting.until(what, condition);
  }
}
