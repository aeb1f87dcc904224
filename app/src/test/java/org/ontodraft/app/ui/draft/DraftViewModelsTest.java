package org.ontodraft.app.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.FxQueue;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.common.Texts;

/** Starting, switching, renaming, deleting and closing drafts. */
class DraftViewModelsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-03T10:00:00Z"), ZoneOffset.UTC);

  private final FxQueue fx = new FxQueue();
  private final List<TaskFailure> faults = new ArrayList<>();
  private final TaskRunner tasks = new TaskRunner(fx, faults::add);
  private final MemoryWorkspace workspace =
      MemoryWorkspace.of(Map.of("categories/A.json", "{\"id\":\"A\",\"label\":\"A\"}\n"));
  private final DraftListViewModel list = new DraftListViewModel(workspace, tasks, fx);

  @AfterEach
  void close() {
    list.close();
    tasks.close();
    assertThat(faults).isEmpty();
    assertThat(workspace.drafts().listenerCount()).isZero();
    assertThat(workspace.draft().listenerCount()).isZero();
  }

  @Test
  void aNewDraftHasATitleOfItsOwnAndIsOpened() {
    start("Changes of 3 Nov 2026");
    NewDraftViewModel next = new NewDraftViewModel(workspace, tasks, Texts.load(), CLOCK);
    assertThat(next.title().get()).isEqualTo("Changes of 3 Nov 2026 (2)");
    assertThat(titles()).containsExactly("Changes of 3 Nov 2026 open");
  }

  @Test
  void aBlankTitleIsNoTitle() {
    NewDraftViewModel draft = new NewDraftViewModel(workspace, tasks, Texts.load(), CLOCK);
    assertThat(draft.complete().get()).isTrue();
    draft.title().set("  ");
    assertThat(draft.complete().get()).isFalse();
  }

  @Test
  void draftsAreSwitchedRenamedDeletedAndClosed() {
    start("One");
    start("Two");
    fx.until("two rows", () -> list.rows().size() == 2);
    assertThat(titles()).containsExactly("Two open", "One");

    UUID one = list.rows().getLast().draft().id();
    list.open(one);
    fx.until("one open", () -> titles().contains("One open"));

    list.rename(one, " First ");
    fx.until("renamed", () -> titles().contains("First open"));
    list.rename(one, "   ");

    list.closeDraft();
    fx.until("closed", () -> !list.anyOpen().get());
    assertThat(titles()).containsExactlyInAnyOrder("First", "Two");

    workspace.deleteDraft(one);
    fx.until("deleted", () -> list.rows().size() == 1);
    assertThat(titles()).containsExactly("Two");
  }

  @Test
  void aDraftThatIsGoneIsRefusedWithACode() {
    list.open(UUID.randomUUID());
    fx.until("refused", () -> list.refusal().get() != null);
    assertThat(list.refusal().get())
        .isNotNull()
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("DRAFT-05"));
  }

  private void start(String title) {
    NewDraftViewModel draft = new NewDraftViewModel(workspace, tasks, Texts.load(), CLOCK);
    draft.title().set(title);
    List<String> started = new ArrayList<>();
    draft.start(() -> started.add(title), () -> started.add("again"));
    fx.until("started", () -> !started.isEmpty());
    assertThat(started).containsExactly(title);
    fx.until("listed", () -> titles().contains(title + " open"));
  }

  private List<String> titles() {
    return list.rows().stream()
        .map(row -> row.draft().title() + (row.open() ? " open" : ""))
        .toList();
  }
}
