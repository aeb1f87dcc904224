package org.ontodraft.app.service.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.draft.RebaseStanding.Status;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.BulkResolution;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.rebase.Scope;
import tools.jackson.databind.node.StringNode;

/** Every draft of a real repository is examined after a sync, open or not, and it is kept. */
class DraftExaminationsTest {
  private static final EntityKey AGENT = EntityKey.of(EntityType.CATEGORY, "Agent");
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private GitHistory history;

  @SuppressWarnings("NullAway.Init")
  private RealServices services;

  @SuppressWarnings("NullAway.Init")
  private Workspace workspace;

  @BeforeEach
  void open() {
    history = GitHistory.bare(folder.resolve("upstream.git"));
    history.file("categories/Agent.json", category("Agent", "An agent"));
    history.file("categories/Person.json", category("Person", "A person"));
    history.commit("One");
    services = new RealServices(folder.resolve("home"));
    reopen();
  }

  private void reopen() {
    workspace = services.open(new OpenRequest.Folder(history.folder()));
  }

  @AfterEach
  void close() {
    workspace.close();
    services.close();
    history.close();
  }

  private static String category(String id, String label) {
    return "{\n  \"id\": \"" + id + "\",\n  \"label\": \"" + label + "\"\n}\n";
  }

  private UUID draft(String title, EntityKey key, String label) {
    DraftSession session = RealServices.done(workspace.startDraft(title));
    RealServices.done(session.setField(key, "label", StringNode.valueOf(label)));
    return session.id();
  }

  private void upstream(String agent) {
    history.file("categories/Agent.json", category("Agent", agent));
    history.commit(agent);
    RealServices.done(workspace.refresh(Progress.none()));
  }

  private @Nullable RebaseStanding standing(UUID draft) {
    return workspace.standings().get().get(draft);
  }

  private void await(UUID draft, Status status) {
    String head = workspace.canonical().get().version().commit();
    until(() -> new RebaseStanding(status, head).equals(standing(draft)), draft, status);
  }

  private void until(BooleanSupplier holds, UUID draft, Status status) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).as("%s, waiting for %s", standing(draft), status).isBefore(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void eachDraftStandsAsItsPlanSays() {
    UUID conflicting = draft("Conflicting", AGENT, "Mine");
    UUID clean = draft("Clean", PERSON, "Mine");
    UUID open = draft("Open and conflicting", AGENT, "Also mine");

    upstream("Theirs");

    await(conflicting, Status.CONFLICT);
    await(clean, Status.CLEAN);
    await(open, Status.CONFLICT);
    upstream("An agent");
    await(conflicting, Status.CLEAN);
    await(clean, Status.CLEAN);
    await(open, Status.CLEAN);
  }

  @Test
  void howDraftsStandIsKept() {
    UUID conflicting = draft("Conflicting", AGENT, "Mine");
    UUID clean = draft("Clean", PERSON, "Mine");
    workspace.closeDraft();
    upstream("Theirs");
    await(conflicting, Status.CONFLICT);
    await(clean, Status.CLEAN);
    String head = workspace.canonical().get().version().commit();
    workspace.close();

    reopen();

    assertThat(standing(conflicting)).isEqualTo(new RebaseStanding(Status.CONFLICT, head));
    assertThat(standing(clean)).isEqualTo(new RebaseStanding(Status.CLEAN, head));
  }

  @Test
  void aSyncAtOpeningIsASyncAsWell() {
    UUID conflicting = draft("Conflicting", AGENT, "Mine");
    workspace.closeDraft();
    workspace.close();
    history.file("categories/Agent.json", category("Agent", "Theirs"));
    history.commit("Two");

    reopen();

    await(conflicting, Status.CONFLICT);
  }

  @Test
  void anEditIsExaminedAnew() {
    UUID draft = draft("Draft", PERSON, "Mine");
    upstream("Theirs");
    await(draft, Status.CLEAN);
    DraftSession session = workspace.draft().get().orElseThrow();

    RealServices.done(session.setField(AGENT, "label", StringNode.valueOf("Mine as well")));
    await(draft, Status.CONFLICT);

    RealServices.done(session.revert(AGENT));
    await(draft, Status.CLEAN);
  }

  @Test
  void whatWasDecidedIsNoConflictAnyMoreAlsoAfterTheNextSync() {
    UUID draft = draft("Conflicting", AGENT, "Mine");
    upstream("Theirs");
    await(draft, Status.CONFLICT);
    until(() -> workspace.forecast().get().isPresent(), draft, Status.CONFLICT);
    RebasePlan plan = workspace.forecast().get().orElseThrow().plan();
    BulkResolution mine =
        BulkResolution.of(plan, new Scope.Everything(), Choice.of(Choice.Kind.MINE));

    RealServices.done(workspace.decide(mine.resolutions(), List.of()));

    await(draft, Status.CLEAN);
    workspace.closeDraft();
    history.file("categories/Person.json", category("Person", "Somebody"));
    upstream("Theirs");
    await(draft, Status.CLEAN);
  }

  @Test
  void aHistoryThatWasRewrittenIsExaminedByContent() {
    UUID conflicting = draft("Conflicting", AGENT, "Mine");
    UUID clean = draft("Clean", PERSON, "Mine");
    history.orphan();

    upstream("Rewritten");
    OntologyVersion rewritten = Objects.requireNonNull(workspace.sync().get().awaiting());
    RealServices.done(workspace.follow(rewritten, Progress.none()));

    await(conflicting, Status.CONFLICT);
    await(clean, Status.CLEAN);
  }

  @Test
  void closingInTheMiddleEndsTheExamination() {
    for (int i = 0; i < 6; i++) {
      draft("Draft " + i, i % 2 == 0 ? AGENT : PERSON, "Mine " + i);
    }
    workspace.closeDraft();
    upstream("Theirs");

    workspace.close();

    // The services' end would tell of a task that failed on a store that is closed.
    reopen();
  }
}
