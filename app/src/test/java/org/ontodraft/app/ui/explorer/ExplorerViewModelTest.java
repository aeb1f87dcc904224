package org.ontodraft.app.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.FxQueue;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;
import tools.jackson.databind.node.StringNode;

class ExplorerViewModelTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  private final FxQueue fx = new FxQueue();
  private final TaskRunner tasks =
      new TaskRunner(
          fx,
          failure -> {
            throw new AssertionError(failure.cause());
          });
  private final MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files()).withDraft();
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final ExplorerViewModel explorer =
      new ExplorerViewModel(workspace, tasks, navigator, Texts.load(), fx);

  @AfterEach
  void close() {
    explorer.close();
    tasks.close();
  }

  private ExplorerTree tree() {
    ExplorerTree tree = explorer.tree().get();
    if (tree == null) {
      throw new AssertionError("no tree");
    }
    return tree;
  }

  private ExplorerNode.Entity row(EntityKey key) {
    List<EntityKey> path = tree().pathTo(key);
    ExplorerNode at =
        tree().sections().stream()
            .filter(section -> section.place().equals(ExplorerNode.Place.of(key.type())))
            .findFirst()
            .orElseThrow();
    for (EntityKey step : path) {
      at =
          tree().children(at).stream()
              .filter(child -> child.key().equals(step))
              .findFirst()
              .orElseThrow();
    }
    return (ExplorerNode.Entity) at;
  }

  @Test
  void anEditShowsInTheTree() {
    fx.until("a tree", () -> explorer.tree().get() != null);
    workspace.session().setField(PERSON, "label", StringNode.valueOf("Human"));
    fx.until("the edit", () -> row(PERSON).label().equals("Human"));
    assertThat(row(PERSON).status()).isEqualTo(EntityStatus.MODIFIED);
  }

  @Test
  void aFindingShowsInTheTree() {
    workspace.setFindings(List.of(new Finding(Severity.ERROR, "rule", PERSON, "", List.of())));
    fx.until("a finding", () -> explorer.tree().get() != null && row(PERSON).severity() != null);
    assertThat(row(PERSON).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void theNewestFilterWins() {
    for (String typed : List.of("p", "pe", "per", "pers", "perso", "person")) {
      explorer.filter().set(typed);
    }
    fx.until(
        "person", () -> explorer.tree().get() != null && explorer.found().get().equals("2 found"));
    assertThat(tree().pathTo(PERSON)).isNotEmpty();
    assertThat(tree().pathTo(EntityKey.of(EntityType.CATEGORY, "Funding"))).isEmpty();
    explorer.filter().set("");
    fx.until("no filter", () -> !tree().filtered());
    assertThat(explorer.found().get()).isEmpty();
  }

  @Test
  void intentsGoToTheNavigator() {
    fx.until("a tree", () -> explorer.tree().get() != null);
    explorer.selected().set(row(PERSON));
    explorer.openSelected();
    explorer.createAtSelected();
    explorer.compareSelected();
    explorer.refactorSelected(RefactoringKind.DELETE);
    explorer.selected().set(tree().sections().getLast());
    explorer.openSelected();
    explorer.createAtSelected();
    explorer.refactorSelected(RefactoringKind.DELETE);
    assertThat(navigator.calls())
        .containsExactly(
            "open Entity[key=category:Person]",
            "new CATEGORY Optional[category:Person]",
            "review category:Person",
            "refactor DELETE category:Person",
            "new RESOURCE Optional.empty");
  }

  @Test
  void revealingWhatTheFilterHidesTakesTheFilterAway() {
    explorer.filter().set("funding");
    fx.until("funding", () -> explorer.tree().get() != null && tree().filtered());
    explorer.reveal(PERSON);
    assertThat(explorer.filter().get()).isEmpty();
    assertThat(explorer.toReveal().get()).contains(PERSON);
  }

  @Test
  void listenersGoWithTheWorkspace() {
    int before = workspace.effective().listenerCount();
    explorer.close();
    assertThat(workspace.effective().listenerCount()).isEqualTo(before - 1);
    assertThat(workspace.findings().listenerCount()).isZero();
  }
}
