package org.ontodraft.app.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;
import tools.jackson.databind.node.StringNode;

/** Pictures of the tree with everything a row can show. */
@ExtendWith(FxTest.class)
class ExplorerPicturesTest {
  private final Texts texts = Texts.load();
  private final TaskRunner tasks =
      new TaskRunner(
          FxThread::run,
          failure -> {
            throw new AssertionError(failure.cause());
          });

  @AfterEach
  void close() {
    tasks.close();
  }

  @Test
  void filteredAndMarked() {
    MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files()).withDraft();
    workspace.session().delete(key("Staff"));
    workspace.session().setField(key("Student"), "label", StringNode.valueOf("Pupil"));
    workspace.setFindings(
        List.of(
            new Finding(Severity.ERROR, "rule", key("Staff"), "", List.of()),
            new Finding(Severity.WARNING, "rule", key("Student"), "", List.of())));
    for (String words : List.of("", "st")) {
      Screenshots.take(
          words.isEmpty() ? "explorer" : "explorer-filtered",
          316,
          620,
          () -> {
            ExplorerViewModel viewModel =
                new ExplorerViewModel(
                    workspace, tasks, new RecordingNavigator(), texts, FxThread::run);
            ExplorerView view = new ExplorerView(viewModel, texts, new ActionRegistry(texts));
            viewModel.filter().set(words);
            viewModel.reveal(key("Staff"));
            Parent root = new Fxml(texts).load(view);
            view.showTree();
            return root;
          });
    }
    assertThat(Path.of("target", "screenshots", "explorer-filtered-dark-150.png")).isNotEmptyFile();
  }

  private static EntityKey key(String category) {
    return EntityKey.of(EntityType.CATEGORY, category);
  }
}
