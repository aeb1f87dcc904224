package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.HistoryTurn;
import org.ontodraft.app.service.workspace.SyncState;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.FxQueue;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.CommitList;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.refactor.RefactoringOutcome;
import org.ontodraft.model.refactor.Rename;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;
import tools.jackson.databind.node.StringNode;

class WorkbenchViewModelTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T14:06:31Z"), ZoneOffset.UTC);

  private final FxQueue fx = new FxQueue();
  private final Texts texts = Texts.load();
  private final NoticeBoard board = new NoticeBoard();
  private final TaskRunner tasks =
      new TaskRunner(
          fx,
          failure -> {
            throw new AssertionError(failure.cause());
          });
  private final MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files());
  private final WorkbenchViewModel workbench =
      new WorkbenchViewModel(
          workspace,
          tasks,
          texts,
          new Dates(texts, CLOCK),
          new ErrorPresenter(texts, board),
          board,
          fx);

  @AfterEach
  void close() {
    workbench.close();
    tasks.close();
  }

  private void edit() {
    workspace.session().setField(PERSON, "label", StringNode.valueOf("Human"));
  }

  @Test
  void withoutADraftOneIsReading() {
    fx.until("counted", () -> workbench.status().get().entities().equals("35 entities"));
    assertThat(workbench.hasDraft().get()).isFalse();
    assertThat(workbench.draftTitle().get()).isEqualTo("No draft");
    assertThat(workbench.sentence().get().text())
        .startsWith("Reading main at ")
        .endsWith("Nothing can change by accident.");
    assertThat(workbench.canSubmit().get()).isFalse();
    assertThat(workbench.submitHint().get()).isEqualTo("Start a draft first");
    assertThat(workbench.status().get().saved()).isEmpty();
  }

  @Test
  void anEditCanBeTakenBackAndBroughtAgain() {
    workspace.withDraft();
    fx.until("the draft", () -> workbench.hasDraft().get());
    assertThat(workbench.canUndo().get()).isFalse();
    edit();
    fx.until("the edit", () -> workbench.canUndo().get());
    assertThat(workbench.undoes().get()).isEqualTo("Label of Person changed");
    assertThat(workbench.changes().get()).isEqualTo(1);
    assertThat(workbench.canSubmit().get()).isTrue();
    assertThat(workbench.status().get().saved()).startsWith("All edits saved ");

    workbench.undo();
    fx.until("undone", () -> workbench.canRedo().get());
    assertThat(workbench.redoes().get()).isEqualTo("Label of Person changed");
    assertThat(workbench.changes().get()).isZero();
    assertThat(workbench.submitHint().get()).isEqualTo("The draft changes nothing yet");

    workbench.redo();
    fx.until("redone", () -> workbench.changes().get() == 1);
  }

  @Test
  void errorsAreCountedAndNamedAtSubmit() {
    workspace.withDraft();
    edit();
    workspace.setFindings(
        List.of(
            new Finding(Severity.ERROR, "rule", PERSON, "", List.of()),
            new Finding(Severity.WARNING, "rule", PERSON, "", List.of())));
    fx.until("counted", () -> workbench.errorCount().get() == 1);
    assertThat(workbench.submitHint().get()).isEqualTo("1 error to fix first");
    assertThat(workbench.status().get().errors()).isEqualTo("1 error: fix it to submit");
  }

  @Test
  void theSentenceFollowsUpstream() {
    workspace.withDraft();
    fx.until("the draft", () -> workbench.hasDraft().get());
    assertThat(workbench.sentence().get().news()).isEqualTo("Upstream has not moved.");
    workspace.forecast().set(Optional.of(forecast(4)));
    fx.until("the news", () -> workbench.canMove().get());
    assertThat(workbench.sentence().get().text())
        .endsWith("Upstream moved by 4 changes; all of it merges cleanly.");
    assertThat(workbench.sentence().get().link()).isNotEmpty();
    assertThat(workbench.needsYou().get()).isZero();
  }

  private Forecast forecast(int changes) {
    OntologyVersion onto = workspace.canonical().get().version();
    return new Forecast(onto, CommitList.NONE, changes, RebasePlan.of(onto, List.of(), List.of()));
  }

  @Test
  void upstreamIsSaidToBeReachedOnlyWhenItWas() {
    assertThat(workbench.status().get().upstream()).isEmpty();
    workspace.sync().set(new SyncState(Instant.parse("2026-11-21T13:41:00Z"), null));
    fx.until("reached", () -> !workbench.status().get().upstream().isEmpty());
    assertThat(workbench.status().get().upstream()).isEqualTo("Upstream checked today, 13:41");
    assertThat(workbench.status().get().offline()).isFalse();

    workspace.sync().set(new SyncState(null, Refusal.of("GIT-02", "example.org")));
    fx.until("lost", () -> workbench.status().get().offline());
    assertThat(workbench.status().get().upstream()).isEqualTo("Upstream not reached (GIT-02)");
  }

  @Test
  void aRewrittenHistoryIsAskedAboutWithBothVersions() {
    OntologyVersion upstream =
        new OntologyVersion("c".repeat(40), "main", Instant.parse("2026-11-20T10:00:00Z"), "Anew");
    workspace.sync().set(new SyncState(CLOCK.instant(), null, HistoryTurn.CONTINUED, upstream));
    fx.until("asked", () -> !board.notices().isEmpty());
    Notice asked = board.notices().getFirst();
    assertThat(asked.text())
        .contains(workspace.canonical().get().version().shortCommit())
        .contains("ccccccc");
    assertThat(asked.choices())
        .extracting(Notice.Choice::label)
        .containsExactly("Stay", "Follow the new history");
    assertThat(workbench.status().get().upstream()).contains("ccccccc");

    asked.choices().getFirst().run().run();
    assertThat(board.notices()).isEmpty();
    workspace.sync().set(new SyncState(CLOCK.instant(), null, HistoryTurn.CONTINUED, upstream));
    fx.until("checked", () -> workbench.status().get().upstream().contains("ccccccc"));
    assertThat(board.notices()).as("not asked twice about the same").isEmpty();

    asked.choices().getLast().run().run();
    fx.until("followed", () -> workspace.sync().get().awaiting() == null);
  }

  @Test
  void breadcrumbsFollowTheOpenTabs() {
    workbench.tabs().open(new Place.Entity(EntityKey.of(EntityType.CATEGORY, "Student")));
    fx.until(
        "a way",
        () ->
            workbench.places().ways().get().way(EntityKey.of(EntityType.CATEGORY, "Student")).size()
                == 3);
    assertThat(workbench.places().ways().get().way(EntityKey.of(EntityType.CATEGORY, "Student")))
        .extracting(EntityKey::key)
        .containsExactly("Agent", "Person", "Student");
  }

  @Test
  void aWayThroughACycleEnds() {
    EntityKey loop = EntityKey.of(EntityType.CATEGORY, "Loop_a");
    workbench.tabs().open(new Place.Entity(loop));
    fx.until("a way", () -> workbench.places().ways().get().way(loop).size() == 2);
    assertThat(workbench.places().ways().get().way(loop))
        .extracting(EntityKey::key)
        .containsExactly("Loop_b", "Loop_a");
  }

  @Test
  void listenersGoWithTheWorkspace() {
    workspace.withDraft();
    fx.until("the draft", () -> workbench.hasDraft().get());
    int session = workspace.session().draft().listenerCount();
    assertThat(workspace.sync().listenerCount()).isEqualTo(1);
    workbench.close();
    assertThat(workspace.sync().listenerCount()).isZero();
    assertThat(workspace.findings().listenerCount()).isZero();
    assertThat(workspace.session().history().listenerCount()).isZero();
    assertThat(workspace.session().draft().listenerCount()).isLessThan(session);
  }

  @Test
  void aRenameThatIsUndoneAndDoneAgainTakesItsTabAlong() {
    workspace.withDraft();
    EntityKey human = EntityKey.of(EntityType.CATEGORY, "Human");
    Rename rename = new Rename(PERSON, "Human");
    workbench.tabs().open(new Place.Entity(PERSON));
    workbench.tabs().open(new Place.Graph(PERSON));
    RefactoringOutcome.Previewed preview =
        (RefactoringOutcome.Previewed)
            rename.preview(workspace.effective().get(), workspace.schemas());
    workspace.session().make(preview.preview().step(), rename.intent().stream().toList());
    List<Place> before = List.of(new Place.Entity(PERSON), new Place.Graph(PERSON));
    List<Place> after = List.of(new Place.Entity(human), new Place.Graph(human));
    fx.until("renamed", () -> workbench.tabs().places().equals(after));
    workbench.undo();
    fx.until("undone", () -> workbench.tabs().places().equals(before));
    assertThat(workbench.tabs().current().get()).isEqualTo(new Place.Graph(PERSON));
    workbench.redo();
    fx.until("done again", () -> workbench.tabs().places().equals(after));
  }
}
