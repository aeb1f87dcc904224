package org.ontodraft.app.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.JsonNodeFactory;

/** The list of drafts and its dialogs, by keys. */
@ExtendWith(FxTest.class)
class DraftListTest {
  private final List<TaskFailure> faults = new ArrayList<>();
  private final TaskRunner tasks = new TaskRunner(FxThread::run, faults::add);
  private final MemoryWorkspace workspace =
      MemoryWorkspace.of(Map.of("categories/A.json", "{\"id\":\"A\",\"label\":\"A\"}\n"));
  private final Texts texts = Texts.load();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-03T15:00:00Z"), ZoneOffset.UTC);
  private final FxRobot robot = new FxRobot();
  private final List<String> hidden = new ArrayList<>();
  private final List<String> exported = new ArrayList<>();
  private DraftDialogs dialogs;

  @BeforeEach
  void make() {
    dialogs =
        onFx(() ->
            new DraftDialogs(
                workspace,
                tasks,
                new Dialogs(texts, Screenshots.theme(), () -> null),
                texts,
                new Dates(texts, clock),
                new ErrorPresenter(texts, new NoticeBoard()),
                new NoticeBoard(),
                clock,
                FxThread::run,
                draft -> exported.add(draft.title()),
                () -> {}));
  }

  @AfterEach
  void close() {
    onFx(dialogs::close);
    tasks.close();
    assertThat(faults).isEmpty();
  }

  @Test
  void aDraftIsStartedFromItsDialog() {
    onFx(dialogs::newDraft);
    FxTest.settle();
    robot.write("Emails").type(KeyCode.ENTER);
    until(() -> workspace.draft().get().isPresent());
    assertThat(workspace.session().draft().get().title()).isEqualTo("Emails");
  }

  @Test
  void whatNeedsADraftRunsOnceOneIsStarted() {
    List<String> done = new ArrayList<>();
    onFx(() -> dialogs.withDraft(() -> done.add("done")));
    FxTest.settle();
    assertThat(done).isEmpty();
    robot.type(KeyCode.ENTER);
    until(() -> !done.isEmpty());
    onFx(() -> dialogs.withDraft(() -> done.add("at once")));
    assertThat(done).containsExactly("done", "at once");
  }

  @Test
  void enterOpensAnotherDraft() {
    workspace.startDraft("One");
    workspace.startDraft("Two");
    Stage stage = show();
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    until(() -> workspace.draft().get().map(DraftSession::id).equals(first("One")));
    assertThat(hidden).isNotEmpty();
    onFx(stage::close);
  }

  @Test
  void aDraftIsExportedByItsKey() {
    workspace.startDraft("One");
    Stage stage = show();
    robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    until(() -> exported.equals(List.of("One")));
    assertThat(hidden).isNotEmpty();
    onFx(stage::close);
  }

  @Test
  void theListHasItsPicture() {
    workspace.startDraft("Emails and ORCID");
    for (String label : List.of("B", "C")) {
      workspace
          .session()
          .setField(
              EntityKey.of(EntityType.CATEGORY, "A"),
              "label",
              JsonNodeFactory.instance.stringNode(label));
    }
    workspace.move(DraftStatus.VALIDATED, DraftStatus.SUBMITTED);
    workspace.startDraft("A draft with a title that is a good deal longer than what fits in here");
    Parent list = onFx(() -> (Parent) dialogs.list(() -> {}));
    assertThat(onFx(() -> Accessibility.unnamed(list))).isEmpty();
    Screenshots.take("draft-list", 480, 260, () -> new StackPane(dialogs.list(() -> {})));
  }

  private java.util.Optional<java.util.UUID> first(String title) {
    return workspace.drafts().get().stream()
        .filter(draft -> draft.title().equals(title))
        .map(draft -> draft.id())
        .findFirst();
  }

  private Stage show() {
    return onFx(() -> {
      Parent list = (Parent) dialogs.list(() -> hidden.add("hidden"));
      Stage stage = new Stage();
      stage.setScene(new Scene(list, 500, 300));
      Screenshots.theme().attach(stage.getScene());
      stage.show();
      list.lookupAll(".list-view").forEach(view -> ((ListView<?>) view).requestFocus());
      return stage;
    });
  }

  private static void until(BooleanSupplier holds) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(holds::getAsBoolean));
    } catch (TimeoutException late) {
      throw new AssertionError("did not come about", late);
    }
    FxTest.settle();
  }
}
