package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.persistence.testing.Entities.key;
import static org.ontodraft.persistence.testing.Entities.version;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftEdit.Kind;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityKey;

/** What the port to drafts promises of steps: edits of several entities, and what they mean. */
abstract class DraftStepContract extends OrmStoreContract {
  private static final EntityKey PERSON = key("category:Person");
  private static final EntityKey HUMAN = key("category:Human");
  private static final DraftIntent RENAME = new DraftIntent.Rename(PERSON, HUMAN);

  private static final Map<EntityKey, Optional<DraftChange>> RENAMED =
      Map.of(
          PERSON, Optional.of(new DraftChange.Delete(PERSON, file("Person"))),
          HUMAN, Optional.of(new DraftChange.Create(HUMAN, document("Person"))));

  private static final Map<EntityKey, Optional<DraftChange>> AS_BEFORE =
      Map.of(PERSON, Optional.empty(), HUMAN, Optional.empty());

  private DraftStep step(Draft draft, Kind kind, List<DraftIntent> intents, EntityKey... keys) {
    UUID id = UUID.randomUUID();
    sequence++;
    List<DraftEdit> edits = new ArrayList<>();
    for (EntityKey key : keys) {
      edits.add(
          new DraftEdit(
              UUID.randomUUID(),
              draft.id(),
              sequence,
              kind,
              key,
              "",
              patch("[]"),
              patch("[]"),
              START.plusSeconds(sequence),
              id));
    }
    return new DraftStep(edits, intents);
  }

  @Test
  void aStepOfSeveralEntitiesIsWrittenAndReadAsOne() throws SQLException {
    Draft draft = drafts.create("Rename", version("1"));
    DraftStep rename = step(draft, Kind.EDIT, List.of(RENAME), PERSON, HUMAN);
    DraftStep label = step(draft, Kind.EDIT, List.of(), HUMAN);

    drafts.apply(rename, RENAMED);
    drafts.apply(
        label, Map.of(HUMAN, Optional.of(new DraftChange.Create(HUMAN, document("Human")))));
    drafts.apply(rename, AS_BEFORE);

    assertThat(drafts.steps(draft.id())).containsExactly(rename, label);
    assertThat(drafts.edits(draft.id())).hasSize(3);
    assertThat(drafts.changes(draft.id())).extracting(DraftChange::key).contains(PERSON, HUMAN);
    assertThat(drafts.intents(draft.id())).containsExactly(RENAME);
    assertThat(drafts.appliedSequence()).isEqualTo(2);
    assertThat(
            database().rows("select count(*) from ontology.draft_change where intent_id is null"))
        .containsExactly("0");
  }

  @Test
  void undoTakesAnIntentBackAndRedoMeansItAgain() throws SQLException {
    Draft draft = drafts.create("Rename", version("1"));
    drafts.apply(step(draft, Kind.EDIT, List.of(RENAME), PERSON, HUMAN), RENAMED);

    drafts.apply(step(draft, Kind.UNDO, List.of(RENAME), PERSON, HUMAN), AS_BEFORE);
    assertThat(drafts.intents(draft.id())).isEmpty();
    assertThat(drafts.changes(draft.id())).isEmpty();

    drafts.apply(step(draft, Kind.REDO, List.of(RENAME), PERSON, HUMAN), RENAMED);
    assertThat(drafts.intents(draft.id())).containsExactly(RENAME);
    assertThat(drafts.steps(draft.id()))
        .extracting(DraftStep::kind)
        .containsExactly(Kind.EDIT, Kind.UNDO, Kind.REDO);
    assertThat(
            database().rows("select count(*) from ontology.draft_change where intent_id is null"))
        .containsExactly("0");
  }

  @Test
  void intentsStayInTheirOrderAndThroughARebase() throws SQLException {
    Draft draft = drafts.create("Chain", version("1"));
    EntityKey being = key("category:Being");
    DraftIntent again = new DraftIntent.Rename(HUMAN, being);
    drafts.apply(step(draft, Kind.EDIT, List.of(RENAME), PERSON, HUMAN), RENAMED);
    drafts.apply(
        step(draft, Kind.EDIT, List.of(again), HUMAN, being),
        Map.of(
            HUMAN,
            Optional.empty(),
            being,
            Optional.of(new DraftChange.Create(being, document("Being")))));
    assertThat(drafts.intents(draft.id())).containsExactly(RENAME, again);

    drafts.rebase(
        find(draft),
        version("2"),
        List.of(
            new DraftChange.Delete(PERSON, file("Person")),
            new DraftChange.Create(being, document("Being"))));

    assertThat(drafts.intents(draft.id())).containsExactly(RENAME, again);
    assertThat(
            database().rows("select count(*) from ontology.draft_change where intent_id is null"))
        .containsExactly("0");
    drafts.purge(draft.id());
    assertThat(database().rows("select count(*) from ontology.draft_intent")).containsExactly("0");
  }

  @Test
  void changesOfOtherEntitiesThanTheStepsAreRefused() {
    Draft draft = drafts.create("Wrong", version("1"));
    assertThatThrownBy(() -> drafts.apply(step(draft, Kind.EDIT, List.of(), PERSON), RENAMED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(drafts.steps(draft.id())).isEmpty();
  }
}
