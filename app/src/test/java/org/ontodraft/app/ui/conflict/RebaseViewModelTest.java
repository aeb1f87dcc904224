package org.ontodraft.app.ui.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.FxQueue;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Offer;
import org.ontodraft.model.rebase.Scope;

class RebaseViewModelTest {
  private final FxQueue fx = new FxQueue();
  private final NoticeBoard board = new NoticeBoard();
  private final Texts texts = Texts.load();
  private final List<Exception> faults = new ArrayList<>();
  private final TaskRunner tasks = new TaskRunner(fx, failure -> faults.add(failure.cause()));
  private final MemoryWorkspace workspace = RebaseScenes.draft();

  @AfterEach
  void close() {
    tasks.close();
    assertThat(faults).isEmpty();
  }

  private RebaseViewModel model() {
    return new RebaseViewModel(workspace, tasks, new ErrorPresenter(texts, board), texts);
  }

  private RebaseStanding.Moved moved(RebaseViewModel model) {
    fx.until("moved", () -> model.standing().get() instanceof RebaseStanding.Moved);
    return (RebaseStanding.Moved) model.standing().get();
  }

  /** The rows in short: sections, entities, fields with the reason. */
  private static List<String> rows(RebaseStanding.Moved moved) {
    return moved.plan().rows().stream()
        .map(row ->
            switch (row) {
              case PlanRow.Section section -> section.part() + " " + section.count();
              case PlanRow.Entity entity -> entity.kind() + " " + entity.key().key();
              case PlanRow.Field field ->
                  field.decision().field().name() + " " + field.decision().reason();
              case PlanRow.Broken broken -> broken.finding().rule();
            })
        .toList();
  }

  @Test
  void aDraftOnTheNewestVersionHasNothingToMove() {
    RebaseViewModel model = model();
    fx.until("up to date", () -> model.standing().get() instanceof RebaseStanding.UpToDate);
    model.move();
    assertThat(model.moving().get()).isFalse();
  }

  @Test
  void withoutADraftThereIsNothing() {
    workspace.closeDraft();
    RebaseViewModel model = model();
    fx.until("no draft", () -> model.standing().get() instanceof RebaseStanding.NoDraft);
  }

  @Test
  void everyDecisionIsListedWithItsReason() {
    RebaseScenes.overtakeWithConflicts(workspace);
    RebaseViewModel model = model();
    assertThat(rows(moved(model)))
        .containsExactly(
            "NEEDS_YOU 2",
            "MERGED Person",
            "description CONFLICT",
            "MERGED Has_orcid",
            "datatype CONFLICT",
            "AUTOMATIC 1",
            "MERGED Person",
            "optional_properties SET_MERGE");
    assertThat(moved(model).plan().clean()).isFalse();
  }

  @Test
  void aPlanWithConflictsIsNotApplied() {
    RebaseScenes.overtakeWithConflicts(workspace);
    RebaseViewModel model = model();
    moved(model);
    model.move();
    assertThat(model.moving().get()).isFalse();
  }

  @Test
  void aDecisionIsKeptShownAndTakenBack() {
    RebaseScenes.overtakeWithConflicts(workspace);
    RebaseViewModel model = model();
    PlanRow.Field datatype = field(moved(model), "datatype");
    model.decide(
        datatype.merge(), datatype.merge().place("datatype"), Choice.of(Choice.Kind.UPSTREAM));
    fx.until("decided", () -> moved(model).plan().decided() == 1);
    assertThat(field(moved(model), "datatype").source()).isEqualTo(ResultSource.UPSTREAM);
    assertThat(moved(model).plan().left()).isEqualTo(1);
    assertThat(rows(moved(model))).contains("NEEDS_YOU 2", "datatype CHOSEN");
    assertThat(workspace.session().effective().get().version())
        .as("the draft is where it was")
        .isNotEqualTo(workspace.canonical().get().version());

    fx.until("can be undone", () -> model.undoable().get());
    model.undo();
    fx.until("open again", () -> moved(model).plan().left() == 2);
    fx.until("can be redone", () -> model.redoable().get());
    model.redo();
    fx.until("decided again", () -> moved(model).plan().left() == 1);
  }

  @Test
  void everyConflictIsDecidedByOneChoiceAndTheDraftMoves() {
    RebaseScenes.overtakeWithConflicts(workspace);
    RebaseViewModel model = model();
    moved(model);
    model.decideAll(new Scope.Everything(), Choice.Kind.MINE);
    fx.until("all decided", () -> moved(model).plan().clean());
    model.move();
    fx.until("on the newest", () -> model.standing().get() instanceof RebaseStanding.UpToDate);
    fx.until("nothing to undo after the move", () -> !model.undoable().get());
  }

  @Test
  void aSingleValueCannotBeBothAndSaysSo() {
    RebaseScenes.overtakeWithConflicts(workspace);
    RebaseViewModel model = model();
    assertThat(field(moved(model), "datatype").ways())
        .filteredOn(way -> way.digit() == Way.BOTH)
        .extracting(Way::why)
        .containsExactly(Offer.Why.ONE_VALUE);
  }

  private static PlanRow.Field field(RebaseStanding.Moved moved, String name) {
    return moved.plan().rows().stream()
        .flatMap(row -> row instanceof PlanRow.Field field ? Stream.of(field) : Stream.empty())
        .filter(row -> row.decision().field().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEntityDeletedUpstreamIsOneDecision() {
    workspace.commitUpstream(Collections.singletonMap("categories/Person.json", null));
    workspace.refresh(Progress.none());
    RebaseViewModel model = model();
    assertThat(rows(moved(model))).startsWith("NEEDS_YOU 1", "DELETED_UPSTREAM Person");

    PlanRow.Field description = field(moved(model), "description");
    model.decide(description.merge(), description.merge().place(""), Choice.of(Choice.Kind.MINE));
    fx.until("decided", () -> moved(model).plan().decided() == 1);
    assertThat(field(moved(model), "description").source())
        .as("what was chosen for the whole counts for its fields")
        .isEqualTo(ResultSource.MINE);
  }

  @Test
  void whatBreaksARuleOnceMergedNeedsTheCurator() {
    workspace.commitUpstream(
        Map.of(
            "categories/Person.json",
            """
            {
              "id": "Person",
              "label": "Person",
              "description": "A human person involved in research activities",
              "parents": ["Agent"],
              "required_properties": ["Has_orcid"],
              "optional_properties": ["Has_birthday", "Has_middle_name"]
            }
            """));
    workspace.refresh(Progress.none());
    RebaseViewModel model = model();
    RebaseStanding.Moved moved = moved(model);
    assertThat(moved.plan().clean()).isFalse();
    assertThat(moved.forecast().plan().clean()).isFalse();
  }

  @Test
  void movesTheDraftWhenNothingNeedsADecision() {
    RebaseScenes.overtakeCleanly(workspace);
    RebaseViewModel model = model();
    RebaseStanding.Moved moved = moved(model);
    assertThat(moved.plan().clean()).isTrue();
    assertThat(moved.forecast().upstreamChanges()).isEqualTo(2);

    model.move();
    fx.until("on the newest", () -> model.standing().get() instanceof RebaseStanding.UpToDate);

    EntityDocument person =
        workspace.session().effective().get().document(RebaseScenes.key("category:Person"));
    assertThat(person.texts("optional_properties"))
        .containsExactlyInAnyOrder("Has_middle_name", "Has_orcid", "Has_pronouns");
    assertThat(person.description()).contains("A human person involved in teaching");
    fx.until("said so", () -> model.done().get().contains(moved.forecast().onto().shortCommit()));
    assertThat(workspace.forecast().get()).isEmpty();
  }

  @Test
  void followsTheDraftAsItIsEdited() {
    RebaseScenes.overtakeWithConflicts(workspace);
    RebaseViewModel model = model();
    assertThat(moved(model).plan().open()).isEqualTo(2);
    workspace.session().revertField(RebaseScenes.key("property:Has_orcid"), "datatype");
    workspace.session().revertField(RebaseScenes.key("category:Person"), "description");
    fx.until("clean", () -> moved(model).plan().clean());
  }

  @Test
  void letsGoOfTheWorkspace() {
    int before = workspace.forecast().listenerCount();
    RebaseViewModel model = model();
    model.close();
    assertThat(workspace.forecast().listenerCount()).isEqualTo(before);
  }
}
