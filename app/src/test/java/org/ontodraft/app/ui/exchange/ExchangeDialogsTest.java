package org.ontodraft.app.ui.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.service.exchange.Examined;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.exchange.DraftFileProblem;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What is shown of files and pushes, and what comes of it. */
@ExtendWith(FxTest.class)
class ExchangeDialogsTest {
  private static final String PUSH =
      """
      {"source": "mediawiki", "wiki_url": "https://wiki.example.org", "user": "Ann",
       "comment": "Herbs",
       "changes": [
        {"action": "create", "entity_type": "category", "entity_key": "Herb",
         "entity": {"entity_key": "Herb", "label": "Herb"}},
        {"action": "delete", "entity_type": "category", "entity_key": "Fern"}]}
      """;

  private final List<TaskFailure> faults = new ArrayList<>();
  private final TaskRunner tasks = new TaskRunner(FxThread::run, faults::add);
  private final MemoryWorkspace workspace =
      MemoryWorkspace.of(Map.of("categories/A.json", "{\"id\":\"A\",\"label\":\"A\"}\n"));
  private final Texts texts = Texts.load();
  private final NoticeBoard board = new NoticeBoard();
  private final FxRobot robot = new FxRobot();
  private ExchangeDialogs dialogs;

  @BeforeEach
  void make() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-03T15:00:00Z"), ZoneOffset.UTC);
    dialogs =
        onFx(() ->
            new ExchangeDialogs(
                new ExchangeViewModel(
                    workspace.exchange(), tasks, new ErrorPresenter(texts, board)),
                new Dialogs(texts, Screenshots.theme(), () -> null),
                board,
                texts,
                new Dates(texts, clock)));
  }

  @AfterEach
  void close() {
    onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    tasks.close();
    assertThat(faults).isEmpty();
  }

  private void paste(String text) {
    onFx(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
      dialogs.importClipboard();
    });
    until(() -> dialog() != null);
  }

  private static @Nullable Parent dialog() {
    return Window.getWindows().stream()
        .filter(window -> window.isShowing() && window.getScene().lookup(".dialog-pane") != null)
        .<@Nullable Parent>map(window -> window.getScene().getRoot())
        .findFirst()
        .orElse(null);
  }

  private static List<String> buttons() {
    return onFx(() ->
        Objects.requireNonNull(dialog()).lookupAll(".button").stream()
            .map(button -> ((Button) button).getText())
            .toList());
  }

  @Test
  void theGoodChangesOfAPushAreTakenOnPurpose() {
    paste(PUSH);
    assertThat(buttons()).contains("Import the 1 good change");
    assertThat(onFx(() -> Accessibility.unnamed(Objects.requireNonNull(dialog())))).isEmpty();
    assertThat(workspace.store().list()).isEmpty();
    robot.type(KeyCode.ENTER);
    until(() -> workspace.draft().get().isPresent());
    assertThat(workspace.session().draft().get().title()).isEqualTo("MediaWiki import: Herbs");
    assertThat(workspace.session().effective().get().changes()).hasSize(1);
    until(() -> !board.notices().isEmpty());
    assertThat(board.notices().getFirst().kind()).isEqualTo(Notice.Kind.DONE);
  }

  @Test
  void escapeImportsNothing() {
    paste(PUSH);
    robot.type(KeyCode.ESCAPE);
    until(() -> dialog() == null);
    assertThat(workspace.store().list()).isEmpty();
  }

  @Test
  void whatIsNeitherDraftNorPushIsTold() {
    paste("{\"a\": 1}");
    assertThat(buttons()).containsExactly("Close");
    assertThat(onFx(() -> Objects.requireNonNull(dialog()).lookupAll(".exchange-problems")))
        .isNotEmpty();
  }

  @Test
  void aDraftComesBackFromItsFile(@TempDir Path folder) {
    workspace.startDraft("One");
    RealServices.done(
        workspace.exchange().export(workspace.session().id(), folder.resolve("one.ontodraft")));
    onFx(() ->
        new ExchangeViewModel(workspace.exchange(), tasks, new ErrorPresenter(texts, board))
            .examine(folder.resolve("one.ontodraft"), dialogs::show));
    until(() -> dialog() != null);
    robot.write("Another").type(KeyCode.ENTER);
    until(() -> workspace.store().list().size() == 2);
    assertThat(workspace.session().draft().get().title()).isEqualTo("Another");
  }

  @Test
  void anImportThatIsStoppedLeavesNoDraft() {
    var push = (Examined.OfPush) RealServices.<Examined>done(workspace.exchange().examine(PUSH));
    Progress stopped =
        new Progress() {
          private boolean storing;

          @Override
          public void stage(String stage, long total) {}

          @Override
          public void done(long units) {
            storing = true;
          }

          @Override
          public boolean cancelled() {
            return storing;
          }
        };
    assertThatThrownBy(() -> workspace.exchange().take(push, "Herbs", stopped))
        .isInstanceOf(CancellationException.class);
    assertThat(workspace.store().list()).isEmpty();
    assertThat(workspace.draft().get()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyProblemHasItsSentence(DraftFileProblem.Code code) {
    assertThat(texts.find("exchange.problem." + code.id(), "a", "b", "c")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Herbs and more, Herbs-and-more",
    "../../etc/passwd, etc-passwd",
    "'CON: *?', CON",
    "植物, 植物",
    "'   ', draft"
  })
  void aFileNameIsOneEverywhere(String title, String name) {
    assertThat(ExchangeViewModel.fileName(title)).isEqualTo(name);
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
