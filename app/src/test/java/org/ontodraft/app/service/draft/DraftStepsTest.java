package org.ontodraft.app.service.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.model.refactor.RefactoringOutcome;
import org.ontodraft.model.refactor.RefactoringPreview;
import org.ontodraft.model.refactor.Rename;
import org.ontodraft.model.refactor.StepRemoval;
import org.ontodraft.model.schema.RepositorySchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
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

  private StepRemoval.Possible possible(UUID step) {
    StepRemoval removal = session.removal(step);
    assertThat(removal).isInstanceOf(StepRemoval.Possible.class);
    return (StepRemoval.Possible) removal;
  }

  private UUID newest() {
    return session.history().get().nextUndo().orElseThrow().id();
  }

  private @Nullable String labelOf(EntityKey key) {
    EntityDocument document = session.effective().get().effectiveDocument(key);
    return document == null ? null : document.json().path("label").asString("");
  }

  @Test
  void aStepInTheMiddleIsTakenBackAloneAsOneStepAlsoAfterARestart() {
    session.setField(AGENT, "label", StringNode.valueOf("Actor"));
    UUID middle = newest();
    session.setField(AGENT, "description", StringNode.valueOf("Acts"));
    session.setField(PERSON, "label", StringNode.valueOf("Human"));
    workspace.closeDraft();
    workspace.openDraft(session.id());
    session = workspace.draft().get().orElseThrow();

    StepRemoval.Possible shown = possible(middle);
    assertThat(shown.dependents(middle)).isEmpty();
    assertThat(session.takeBack(middle, shown)).isInstanceOf(Outcome.Done.class);
    assertThat(labelOf(AGENT)).isEqualTo("Agent");
    assertThat(labelOf(PERSON)).isEqualTo("Human");
    assertThat(
            Objects.requireNonNull(session.effective().get().effectiveDocument(AGENT))
                .get("description"))
        .isEqualTo(StringNode.valueOf("Acts"));

    assertThat(session.undo()).isInstanceOf(Outcome.Done.class);
    assertThat(labelOf(AGENT)).isEqualTo("Actor");
  }

  @Test
  void whatWasMadeOnAStepIsNamedAndGoesWithIt() {
    EntityKey thing = EntityKey.of(EntityType.CATEGORY, "Thing");
    session.create(
        thing,
        EntityDocument.of(
            JsonNodeFactory.instance.objectNode().put("id", "Thing").put("label", "Thing")));
    UUID created = newest();
    session.setField(thing, "label", StringNode.valueOf("Item"));
    UUID renamed = newest();
    session.setField(PERSON, "label", StringNode.valueOf("Human"));

    StepRemoval.Possible shown = possible(created);
    assertThat(shown.dependents(created)).extracting(DraftStep::id).containsExactly(renamed);
    session.takeBack(created, shown);
    assertThat(session.effective().get().exists(thing)).isFalse();
    assertThat(labelOf(PERSON)).isEqualTo("Human");
    session.undo();
    assertThat(labelOf(thing)).isEqualTo("Item");
  }

  @Test
  void anotherValueGivenLaterStays() {
    session.setField(AGENT, "label", StringNode.valueOf("First"));
    UUID first = newest();
    session.setField(AGENT, "label", StringNode.valueOf("Second"));
    StepRemoval.Possible shown = possible(first);
    assertThat(shown.dependents(first)).isEmpty();
    session.takeBack(first, shown);
    assertThat(labelOf(AGENT)).isEqualTo("Second");
  }

  @Test
  void whatWasShownMustStillBeSo() {
    session.setField(AGENT, "label", StringNode.valueOf("First"));
    UUID first = newest();
    StepRemoval.Possible shown = possible(first);
    session.setField(AGENT, "description", StringNode.valueOf("Acts"));
    assertThat(session.takeBack(first, shown)).isInstanceOf(Outcome.Refused.class);
    assertThat(session.removal(UUID.randomUUID())).isInstanceOf(StepRemoval.NotThere.class);
  }

  private UUID renameOf(EntityKey from, String to) {
    Rename rename = new Rename(from, to);
    assertThat(session.make(preview(rename).step(), rename.intent().stream().toList()))
        .isInstanceOf(Outcome.Done.class);
    return newest();
  }

  private JsonNode value(EntityKey key, String field) {
    return Objects.requireNonNull(session.effective().get().effectiveDocument(key))
        .json()
        .path(field);
  }

  private static ArrayNode names(String... names) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    List.of(names).forEach(list::add);
    return list;
  }

  @Test
  void aRenameInTheMiddleGoesAloneAndLaterEditsFollowTheOldKey() {
    UUID renamed = renameOf(AGENT, "Actor");
    session.setField(PERSON, "label", StringNode.valueOf("Human"));
    session.setField(ACTOR, "description", StringNode.valueOf("Acts"));
    EntityKey robot = EntityKey.of(EntityType.CATEGORY, "Robot");
    session.create(
        robot,
        EntityDocument.of(
            JsonNodeFactory.instance
                .objectNode()
                .put("id", "Robot")
                .set("parents", names("Actor"))));
    workspace.closeDraft();
    workspace.openDraft(session.id());
    session = workspace.draft().get().orElseThrow();

    StepRemoval.Possible shown = possible(renamed);
    assertThat(shown.dependents(renamed)).isEmpty();
    assertThat(session.takeBack(renamed, shown)).isInstanceOf(Outcome.Done.class);

    DraftOverlay now = session.effective().get();
    assertThat(now.exists(ACTOR)).isFalse();
    assertThat(value(AGENT, "id")).isEqualTo(StringNode.valueOf("Agent"));
    assertThat(value(AGENT, "description")).isEqualTo(StringNode.valueOf("Acts"));
    assertThat(value(PERSON, "parents")).isEqualTo(names("Agent"));
    assertThat(value(PERSON, "label")).isEqualTo(StringNode.valueOf("Human"));
    assertThat(value(robot, "parents")).isEqualTo(names("Agent"));
    assertThat(DraftIntent.renames(session.intents())).isEmpty();

    assertThat(session.undo()).isInstanceOf(Outcome.Done.class);
    assertThat(session.effective().get().exists(AGENT)).isFalse();
    assertThat(value(robot, "parents")).isEqualTo(names("Actor"));
    assertThat(DraftIntent.renames(session.intents())).containsExactly(Map.entry(AGENT, ACTOR));
  }

  @Test
  void whatGivesTheOldKeyToAnotherEntityGoesWithTheRename() {
    UUID renamed = renameOf(AGENT, "Actor");
    session.create(
        AGENT, EntityDocument.of(JsonNodeFactory.instance.objectNode().put("id", "Agent")));
    UUID another = newest();
    session.setField(AGENT, "label", StringNode.valueOf("Another"));
    UUID ofTheOther = newest();
    session.setField(PERSON, "parents", names("Actor", "Agent"));
    UUID namesIt = newest();
    session.setField(PERSON, "label", StringNode.valueOf("Agent"));

    StepRemoval.Possible shown = possible(renamed);
    assertThat(shown.dependents(renamed))
        .extracting(DraftStep::id)
        .containsExactly(another, ofTheOther, namesIt);
    session.takeBack(renamed, shown);

    assertThat(labelOf(AGENT)).isEqualTo("Agent");
    assertThat(value(PERSON, "parents")).isEqualTo(names("Agent"));
    assertThat(labelOf(PERSON)).isEqualTo("Agent");
  }

  @Test
  void aSecondRenameOfTheEntityGoesWithTheFirstAndNotTheOtherWayRound() {
    EntityKey doer = EntityKey.of(EntityType.CATEGORY, "Doer");
    UUID first = renameOf(AGENT, "Actor");
    UUID second = renameOf(ACTOR, "Doer");
    session.setField(doer, "label", StringNode.valueOf("Doer"));

    assertThat(possible(second).dependents(second)).isEmpty();
    StepRemoval.Possible both = possible(first);
    assertThat(both.dependents(first)).extracting(DraftStep::id).containsExactly(second);
    session.takeBack(first, both);

    assertThat(labelOf(AGENT)).isEqualTo("Doer");
    assertThat(value(PERSON, "parents")).isEqualTo(names("Agent"));
    assertThat(DraftIntent.renames(session.intents())).isEmpty();
  }

  @Test
  void aStepBeforeARenameIsTakenBackThroughIt() {
    session.setField(AGENT, "label", StringNode.valueOf("Doer"));
    UUID label = newest();
    session.setField(PERSON, "parents", names());
    UUID unlinked = newest();
    renameOf(AGENT, "Actor");
    session.setField(ACTOR, "description", StringNode.valueOf("Acts"));

    StepRemoval.Possible shown = possible(label);
    assertThat(shown.dependents(label)).isEmpty();
    session.takeBack(label, shown);
    assertThat(labelOf(ACTOR)).isEqualTo("Agent");
    assertThat(value(ACTOR, "description")).isEqualTo(StringNode.valueOf("Acts"));
    assertThat(session.effective().get().exists(AGENT)).isFalse();

    session.takeBack(unlinked, possible(unlinked));
    assertThat(value(PERSON, "parents")).isEqualTo(names("Actor"));
  }

  @Test
  void theCreationOfARenamedEntityTakesTheRenameWithIt() {
    EntityKey robot = EntityKey.of(EntityType.CATEGORY, "Robot");
    EntityKey machine = EntityKey.of(EntityType.CATEGORY, "Machine");
    session.create(
        robot, EntityDocument.of(JsonNodeFactory.instance.objectNode().put("id", "Robot")));
    UUID created = newest();
    UUID renamed = renameOf(robot, "Machine");
    session.setField(machine, "label", StringNode.valueOf("Machine"));
    UUID labelled = newest();

    StepRemoval.Possible shown = possible(created);
    assertThat(shown.dependents(created))
        .extracting(DraftStep::id)
        .containsExactly(renamed, labelled);
    session.takeBack(created, shown);
    assertThat(session.effective().get().changes()).isEmpty();
    assertThat(DraftIntent.renames(session.intents())).isEmpty();
  }

  /** Random edits: taking back any step gives what replaying the others gives. */
  @Test
  void takingBackEqualsReplayingTheOthers() {
    for (long number = 0; number < 30; number++) {
      long seed = number;
      Random random = new Random(seed);
      DraftSession fresh =
          MemoryWorkspace.of(
                  Map.of(
                      "categories/Agent.json", "{\"id\":\"Agent\",\"label\":\"Agent\"}",
                      "categories/Person.json", "{\"id\":\"Person\",\"parents\":[\"Agent\"]}"))
              .withDraft()
              .session();
      for (int i = 0; i < 12; i++) {
        EntityKey key = random.nextBoolean() ? AGENT : PERSON;
        String field = random.nextBoolean() ? "label" : "description";
        fresh.setField(key, field, StringNode.valueOf("v" + random.nextInt(4)));
      }
      List<DraftStep> done = fresh.history().get().done();
      DraftStep victim = done.get(random.nextInt(done.size()));
      StepRemoval removal = fresh.removal(victim.id());
      if (removal instanceof StepRemoval.Possible possible) {
        Map<EntityKey, EntityDocument> replayed = new HashMap<>();
        for (DraftStep step : done) {
          for (DraftEdit edit : step.edits()) {
            EntityDocument before =
                replayed.computeIfAbsent(
                    edit.key(), key -> fresh.effective().get().baseDocument(key));
            if (!possible.gone().contains(step)) {
              replayed.put(edit.key(), applied(edit, before));
            }
          }
        }
        fresh.takeBack(victim.id(), possible);
        replayed.forEach((key, document) ->
            assertThat(fresh.effective().get().effectiveDocument(key))
                .as("seed %d, %s", seed, key)
                .isEqualTo(document));
      }
    }
  }

  /** Random edits with renames among them: taking a step back and undoing that changes nothing. */
  @Test
  void takingBackARenameAndUndoingThatChangesNothing() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      session =
          MemoryWorkspace.of(
                  Map.of(
                      "categories/Agent.json", "{\"id\":\"Agent\",\"label\":\"Agent\"}",
                      "categories/Person.json", "{\"id\":\"Person\",\"parents\":[\"Agent\"]}"))
              .withDraft()
              .session();
      EntityKey agent = AGENT;
      for (int i = 0; i < 12; i++) {
        if (random.nextInt(3) == 0) {
          String name = "Agent" + i;
          renameOf(agent, name);
          agent = EntityKey.of(EntityType.CATEGORY, name);
        } else {
          EntityKey key = random.nextBoolean() ? agent : PERSON;
          String field = random.nextBoolean() ? "label" : "description";
          session.setField(key, field, StringNode.valueOf("v" + random.nextInt(4)));
        }
      }
      Map<EntityKey, Optional<EntityDocument>> before = documents();
      for (DraftStep step : session.history().get().done()) {
        StepRemoval removal = session.removal(step.id());
        assertThat(removal).as("seed %d", seed).isInstanceOf(StepRemoval.Possible.class);
        List<DraftIntent> meant = session.intents();
        session.takeBack(step.id(), (StepRemoval.Possible) removal);
        DraftOverlay now = session.effective().get();
        assertThat(now.referencesFrom(PERSON))
            .as("seed %d", seed)
            .allMatch(reference -> now.exists(reference.target()));
        if (!documents().equals(before)) {
          session.undo();
        }
        assertThat(documents()).as("seed %d", seed).isEqualTo(before);
        assertThat(DraftIntent.renames(session.intents())).isEqualTo(DraftIntent.renames(meant));
      }
    }
  }

  private Map<EntityKey, Optional<EntityDocument>> documents() {
    Map<EntityKey, Optional<EntityDocument>> documents = new HashMap<>();
    DraftOverlay now = session.effective().get();
    now.changes()
        .forEach(change ->
            documents.put(change.key(), Optional.ofNullable(now.effectiveDocument(change.key()))));
    return documents;
  }

  private static EntityDocument applied(DraftEdit edit, EntityDocument before) {
    try {
      return Objects.requireNonNull(edit.forward().applyTo(before));
    } catch (PatchDoesNotApplyException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
