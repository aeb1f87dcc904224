package org.ontodraft.app.service.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.RefactoringOutcome;
import org.ontodraft.model.refactor.RefactoringPreview;
import org.ontodraft.model.refactor.Rename;
import org.ontodraft.model.schema.RepositorySchemas;
import tools.jackson.databind.node.StringNode;

/** A refactoring is one step of the log: made, undone and made again as a whole. */
class DraftStepsTest {
  private static final EntityKey AGENT = EntityKey.of(EntityType.CATEGORY, "Agent");
  private static final EntityKey ACTOR = EntityKey.of(EntityType.CATEGORY, "Actor");
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  private final MemoryWorkspace workspace =
      MemoryWorkspace.of(
              Map.of(
                  "categories/Agent.json", "{\"id\":\"Agent\",\"label\":\"Agent\"}",
                  "categories/Person.json", "{\"id\":\"Person\",\"parents\":[\"Agent\"]}"))
          .withDraft();

  private DraftSession session = workspace.draft().get().orElseThrow();

  private RefactoringPreview preview(Rename rename) {
    RefactoringOutcome outcome =
        rename.preview(session.effective().get(), RepositorySchemas.compile(Map.of()));
    assertThat(outcome).isInstanceOf(RefactoringOutcome.Previewed.class);
    return ((RefactoringOutcome.Previewed) outcome).preview();
  }

  private Outcome<DraftOverlay> rename() {
    Rename rename = new Rename(AGENT, "Actor");
    return session.make(preview(rename).step(), rename.intent().stream().toList());
  }

  @Test
  void aRenameIsMadeAndTakenBackAsOneStep() {
    List<DraftIntent> meant = List.of(new DraftIntent.Rename(AGENT, ACTOR));

    assertThat(rename()).isInstanceOf(Outcome.Done.class);
    Map<EntityKey, Optional<DraftChange>> renamed = changes();
    assertThat(renamed.keySet()).containsExactlyInAnyOrder(AGENT, ACTOR, PERSON);
    assertThat(session.intents()).isEqualTo(meant);

    assertThat(session.undo()).isInstanceOf(Outcome.Done.class);
    assertThat(session.effective().get().changes()).isEmpty();
    assertThat(session.intents()).isEmpty();
    assertThat(session.history().get().nextUndo()).isEmpty();

    workspace.closeDraft();
    workspace.openDraft(session.id());
    session = workspace.draft().get().orElseThrow();
    assertThat(session.redo()).isInstanceOf(Outcome.Done.class);
    assertThat(changes()).isEqualTo(renamed);
    assertThat(session.intents()).isEqualTo(meant);
  }

  private Map<EntityKey, Optional<DraftChange>> changes() {
    Map<EntityKey, Optional<DraftChange>> changes = new HashMap<>();
    for (DraftChange change : session.effective().get().changes()) {
      changes.put(change.key(), Optional.of(change));
    }
    return changes;
  }

  @Test
  void aStepShownBeforeAnotherEditIsRefusedWhole() {
    Rename rename = new Rename(AGENT, "Actor");
    RefactoringPreview shown = preview(rename);
    session.setField(PERSON, "label", StringNode.valueOf("Somebody"));

    Outcome<DraftOverlay> outcome = session.make(shown.step(), rename.intent().stream().toList());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("DRAFT-07"));
    assertThat(session.effective().get().changes())
        .extracting(DraftChange::key)
        .containsExactly(PERSON);
    assertThat(session.intents()).isEmpty();
  }
}
