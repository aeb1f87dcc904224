package org.ontodraft.app.ui.editor;

import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.testfx.util.WaitForAsyncUtils;

/** Panels on the real FX thread. Pauses of typing are short. */
final class FxFixture implements AutoCloseable {
  final List<TaskFailure> faults = new ArrayList<>();
  final TaskRunner tasks = new TaskRunner(FxThread::run, faults::add);
  final RecordingNavigator navigator = new RecordingNavigator();
  final MemoryWorkspace workspace;
  final DraftEdits edits;
  final Texts texts = Texts.load();

  /** Replace it before a panel is opened. */
  EntityCreation creation = wish -> wish.cancelled().run();

  /** Replace it before a panel is opened. */
  Pause pause = new TypingPause(tasks);

  final ErrorPresenter errors = new ErrorPresenter(texts, new NoticeBoard());
  final EntityPage.Tools tools =
      new EntityPage.Tools(
          texts,
          errors,
          new Dates(texts, Clock.systemUTC().withZone(ZoneOffset.UTC)),
          new Fxml(texts),
          () -> session().undo(),
          () -> session().redo());

  private FxFixture(MemoryWorkspace workspace) {
    this.workspace = workspace;
    this.edits = new DraftEdits(workspace, tasks, workspace.clock());
  }

  static FxFixture of(Map<String, String> files) {
    return new FxFixture(MemoryWorkspace.of(files));
  }

  DraftSession session() {
    return workspace.session();
  }

  EntityViewModel open(String key) {
    EntityViewModel panel =
        onFx(() ->
            new EntityViewModel(
                EntityKey.parse(key).orElseThrow(),
                new FormServices(workspace, edits, tasks, navigator, pause, creation),
                new EntityReader(),
                FxThread::run));
    until(() -> panel.content().get() != null);
    return panel;
  }

  EntityDocument document(String key) {
    EntityDocument document =
        workspace.effective().get().effectiveDocument(EntityKey.parse(key).orElseThrow());
    if (document == null) {
      throw new AssertionError("no " + key);
    }
    return document;
  }

  /** Waits until this holds on the FX thread. */
  static void until(BooleanSupplier holds) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(holds::getAsBoolean));
    } catch (java.util.concurrent.TimeoutException late) {
      throw new AssertionError("did not come about", late);
    }
    settle();
  }

  @Override
  public void close() {
    tasks.close();
  }
}
