package org.ontodraft.app.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.service.review.DraftReviewService;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(FxTest.class)
class ReviewViewTest {
  private final Texts texts = Texts.load();
  private final Dates dates =
      new Dates(texts, Clock.fixed(Instant.parse("2026-11-03T14:06:00Z"), ZoneOffset.UTC));
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final FxRobot robot = new FxRobot();
  private TaskRunner tasks;
  private MemoryWorkspace workspace;

  @BeforeEach
  void open() {
    tasks =
        new TaskRunner(
            FxThread::run,
            failure -> {
              throw new IllegalStateException(failure.task(), failure.cause());
            });
    Map<String, String> files = new HashMap<>();
    for (EntityReview review : Reviews.sample()) {
      String before = Reviews.before(review);
      if (!before.isEmpty()) {
        files.put(review.path(), before);
      }
    }
    workspace = MemoryWorkspace.of(files);
  }

  @AfterEach
  void close() {
    onFx(() -> models.forEach(ReviewViewModel::close));
    tasks.close();
  }

  private void makeTheSampleChanges() {
    workspace.withDraft();
    for (EntityReview review : Reviews.sample()) {
      EntityKey key = review.key();
      switch (review.status()) {
        case ADDED -> workspace.session().create(key, document(review.fileText()));
        case DELETED -> workspace.session().delete(key);
        default -> {
          EntityDocument mine = document(review.fileText());
          review
              .rows()
              .forEach(row -> {
                String field = row.field().name();
                JsonNode value = mine.get(field);
                workspace.session().setField(key, field, value);
              });
        }
      }
    }
  }

  private static EntityDocument document(String json) {
    return EntityDocument.of((ObjectNode) JsonMapper.builder().build().readTree(json));
  }

  private final List<ReviewViewModel> models = new ArrayList<>();

  private SideChoosing choosing() {
    return new SideChoosing(found -> {}, navigator::openCompare, chosen -> {});
  }

  private ReviewView.Tools tools() {
    Dialogs dialogs = new Dialogs(texts, Screenshots.theme(), () -> null);
    return new ReviewView.Tools(texts, dates, navigator, dialogs);
  }

  private record Shown(ReviewViewModel model, ReviewView view) {}

  private Shown make() {
    ReviewViewModel model =
        ReviewViewModel.ofDraft(
            workspace,
            new DraftReviewService(),
            tasks,
            new ErrorPresenter(texts, new NoticeBoard()),
            texts);
    models.add(model);
    return new Shown(model, new ReviewView(model, choosing(), tools(), new Fxml(texts)));
  }

  /** The view in a window, when it has its rows. */
  private Shown show() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    Shown shown =
        onFx(() -> {
          Shown made = make();
          Scene scene = new Scene(made.view().root(), 950, 800);
          Screenshots.theme().attach(scene);
          stage.setScene(scene);
          stage.show();
          return made;
        });
    Until.fx(() -> shown.model().phase().get() != ReviewViewModel.Phase.LOADING);
    return shown;
  }

  private String place(Shown shown) {
    return onFx(() ->
        shown.model().currentRow().map(row -> row.key().key() + " " + row.place()).orElse(""));
  }

  @Test
  void keysWalkRevertAndSwitch() throws Exception {
    makeTheSampleChanges();
    Shown shown = show();
    onFx(shown.view()::focus);

    robot.push(KeyCode.F7);
    assertThat(place(shown)).isEqualTo("Person description");
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    assertThat(place(shown)).isEqualTo("Researcher ");
    robot.push(KeyCode.SHIFT, KeyCode.F7);
    assertThat(place(shown)).isEqualTo("Person optional_subobjects");

    robot.push(KeyCode.DELETE);
    Until.fx(() -> shown.model().layout().get().changes() == 20);
    assertThat(
            workspace
                .session()
                .effective()
                .get()
                .change(EntityKey.parse("category:Person").orElseThrow()))
        .isPresent();

    robot.push(KeyCode.W);
    Until.fx(() -> shown.model().choices().get().byCharacter());
    robot.clickOn("By character");
    Until.fx(() -> !shown.model().choices().get().byCharacter());
    onFx(shown.view()::focus);
    robot.push(KeyCode.J);
    Until.fx(() -> shown.model().choices().get().mode() == ReviewMode.JSON);
    robot.push(KeyCode.P);
    robot.push(KeyCode.S);
    Until.fx(() -> shown.model().choices().get().mode() == ReviewMode.SPLIT);
  }

  @Test
  void spaceTicksOffAndTheLetterISaysWhy() throws Exception {
    makeTheSampleChanges();
    Shown shown = show();
    Until.fx(() -> shown.model().layout().get().totals().level() != null);
    onFx(shown.view()::focus);

    robot.push(KeyCode.SPACE);
    Until.fx(() -> Integer.valueOf(1).equals(shown.model().layout().get().totals().reviewed()));
    assertThat(place(shown)).isEqualTo("Researcher ");
    robot.push(KeyCode.F7);
    robot.push(KeyCode.I);
    Until.fx(() ->
        shown.model().layout().get().rows().stream().anyMatch(ReviewRow.Reason.class::isInstance));
    robot.push(KeyCode.END);
    assertThat(onFx(() -> shown.model().currentRow().orElseThrow().key().type()))
        .isEqualTo(org.ontodraft.model.entity.EntityType.TEMPLATE);

    robot.push(KeyCode.S);
    Until.fx(() -> shown.model().choices().get().mode() == ReviewMode.UNIFIED);
    Until.fx(() ->
        shown.model().layout().get().rows().stream()
            .anyMatch(ReviewRow.UnifiedLine.class::isInstance));
    assertThat(onFx(() -> Accessibility.unnamed(shown.view().root()))).isEmpty();
  }

  @Test
  void sidesStandAboveEachOtherWhereTheyWouldHaveFewLetters() throws Exception {
    makeTheSampleChanges();
    Shown shown = show();
    Until.fx(() -> shown.model().phase().get() == ReviewViewModel.Phase.CHANGES);
    assertThat(onFx(() -> stacked(shown))).isFalse();
    onFx(() -> shown.view().root().getScene().getWindow().setWidth(400));
    Until.fx(() -> stacked(shown));
    Until.fx(() -> robot.lookup(".review-rows").<Region>query().getWidth() > 380);
    assertThat(onFx(() -> shown.model().choices().get().mode()))
        .as("what was chosen")
        .isEqualTo(ReviewMode.SPLIT);
    onFx(() -> shown.view().root().getScene().getWindow().setWidth(950));
    Until.fx(() -> !stacked(shown));
  }

  private static boolean stacked(Shown shown) {
    return shown.model().layout().get().rows().stream()
        .anyMatch(row -> row instanceof ReviewRow.Columns columns && columns.unified());
  }

  @Test
  void enterOpensTheFold() throws Exception {
    makeTheSampleChanges();
    Shown shown = show();
    onFx(() -> {
      shown.view().focus();
      shown.model().select(6);
    });
    assertThat(place(shown)).isEqualTo("Person unchanged");
    int rows = onFx(() -> shown.model().layout().get().rows().size());
    robot.push(KeyCode.ENTER);
    Until.fx(() -> shown.model().layout().get().rows().size() == rows + 4);
  }

  @Test
  void theFilterTakesLettersAsText() throws Exception {
    makeTheSampleChanges();
    Shown shown = show();
    robot.clickOn("#filter").write("person");
    Until.fx(() -> shown.model().layout().get().index().size() == 2);
    assertThat(onFx(() -> shown.model().choices().get().mode())).isEqualTo(ReviewMode.SPLIT);
  }

  @Test
  void copiesTheFileExactly() throws Exception {
    makeTheSampleChanges();
    Shown shown = show();
    onFx(() -> shown.model().show(ReviewMode.JSON));
    Until.fx(() -> robot.lookup("Copy file").tryQuery().isPresent());
    robot.clickOn("Copy file");
    assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(Reviews.sample().getFirst().fileText());
  }

  @Test
  void theButtonsOfARowSayWhatTheyDo() throws Exception {
    makeTheSampleChanges();
    Shown shown = show();
    robot.clickOn("Open");
    assertThat(navigator.calls()).containsExactly("open Entity[key=category:Person]");
    assertThat(onFx(() -> Accessibility.unnamed(shown.view().root()))).isEmpty();
  }

  @Test
  void withoutADraftItOffersOne() throws Exception {
    Shown shown = show();
    Until.fx(() -> robot.lookup("Start a draft").tryQuery().isPresent());
    robot.clickOn("Start a draft");
    assertThat(navigator.calls()).containsExactly("new draft");
    assertThat(onFx(() -> Accessibility.unnamed(shown.view().root()))).isEmpty();
  }

  @Test
  void pictures() throws Exception {
    makeTheSampleChanges();
    picture("review-split", ReviewMode.SPLIT);
    picture("review-json", ReviewMode.JSON);
    picture("review-patch", ReviewMode.PATCH);
    assertThat(Files.size(Path.of("target/screenshots/review-split-dark-150.png")))
        .isGreaterThan(20_000);
  }

  @Test
  void pictureWithoutChanges() throws Exception {
    workspace.withDraft();
    picture("review-empty", ReviewMode.SPLIT);
    assertThat(Files.size(Path.of("target/screenshots/review-empty-light-100.png")))
        .isGreaterThan(5_000);
  }

  private void picture(String name, ReviewMode mode) {
    Screenshots.take(
        name,
        1300,
        860,
        () -> {
          Shown shown = make();
          shown.model().show(mode);
          Until.nested(shown.model().phase(), now -> now != ReviewViewModel.Phase.LOADING);
          shown.model().nextChange(true);
          return shown.view().root();
        });
  }
}
