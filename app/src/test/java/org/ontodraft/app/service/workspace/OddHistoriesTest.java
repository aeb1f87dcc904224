package org.ontodraft.app.service.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;
import tools.jackson.databind.node.StringNode;

/** Syncs over histories that do not simply go on; every one a real repository. */
class OddHistoriesTest {
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private GitHistory history;

  @SuppressWarnings("NullAway.Init")
  private RealServices services;

  @SuppressWarnings("NullAway.Init")
  private Workspace workspace;

  @BeforeEach
  void start() {
    history = GitHistory.bare(folder.resolve("upstream.git"));
    category("A", "First");
    category("B", "B");
    history.commit("One");
    services = new RealServices(folder.resolve("home"));
    workspace = open();
  }

  private Workspace open() {
    return services.open(new OpenRequest.Folder(history.folder()));
  }

  @AfterEach
  void close() {
    workspace.close();
    services.close();
    history.close();
  }

  private void category(String id, String label) {
    history.file(
        "categories/" + id + ".json", "{\"id\": \"" + id + "\", \"label\": \"" + label + "\"}\n");
  }

  private SyncState refresh() {
    return RealServices.done(workspace.refresh(Progress.none()));
  }

  private void draftOfA() {
    DraftSession draft = RealServices.done(workspace.startDraft("Mine"));
    RealServices.done(draft.setField(A, "label", StringNode.valueOf("Mine")));
  }

  private List<String> labels() {
    return workspace.canonical().get().entities(EntityType.CATEGORY).stream()
        .map(EntitySummary::label)
        .toList();
  }

  /** What was synced is what a first import of the same version says, after a restart too. */
  private void assertWhole(String... labels) {
    assertThat(labels()).containsExactly(labels);
    Ontology synced = workspace.canonical().get();
    workspace.close();
    workspace = open();
    assertThat(workspace.canonical().get().version()).isEqualTo(synced.version());
    assertThat(labels()).containsExactly(labels);
  }

  @Test
  void aHistoryThatGoesOnNeedsNoWord() {
    category("A", "Second");
    history.commit("Two");

    assertThat(refresh().turn()).isEqualTo(HistoryTurn.CONTINUED);

    assertWhole("Second", "B");
  }

  @Test
  void aForcedPushIsSaidAndDraftsKeepTheirBase() {
    draftOfA();
    String base = workspace.effective().get().version().commit();
    history.orphan();
    category("A", "Rewritten");
    history.delete("categories/B.json");
    category("C", "C");
    history.commit("Another beginning");

    OntologyVersion upstream = awaiting(refresh());
    assertThat(labels()).as("nothing moves before it is confirmed").containsExactly("First", "B");
    assertThat(awaiting(refresh())).as("it is still asked about").isEqualTo(upstream);
    RealServices.done(
        workspace.draft().get().orElseThrow().setField(A, "label", StringNode.valueOf("Mine two")));

    SyncState followed = RealServices.done(workspace.follow(upstream, Progress.none()));

    assertThat(followed.turn()).isEqualTo(HistoryTurn.REWRITTEN);
    assertThat(followed.awaiting()).isNull();
    assertThat(workspace.effective().get().version().commit()).isEqualTo(base);
    assertThat(workspace.effective().get().document(A).label()).contains("Mine two");
    assertThat(refresh().turn()).as("until the next change").isEqualTo(HistoryTurn.REWRITTEN);
    assertWhole("Rewritten", "C");
  }

  @Test
  void whoStaysIsAskedAgainAfterARestartAndCanFollowThen() {
    draftOfA();
    String base = workspace.canonical().get().version().commit();
    history.orphan();
    category("A", "Rewritten");
    history.commit("Another beginning");
    awaiting(refresh());
    workspace.close();

    workspace = open();

    assertThat(workspace.canonical().get().version().commit()).isEqualTo(base);
    assertThat(labels()).containsExactly("First", "B");
    OntologyVersion upstream = awaiting(workspace.sync().get());
    RealServices.done(workspace.openDraft(workspace.drafts().get().getFirst().id()));
    RealServices.done(workspace.follow(upstream, Progress.none()));
    assertThat(workspace.effective().get().document(A).label()).contains("Mine");
    workspace.closeDraft();
    assertThat(labels()).containsExactly("Rewritten", "B");
  }

  @Test
  void upstreamThatMovesOnWhileSomebodyThinksIsAskedAboutAnew() {
    history.orphan();
    category("A", "Rewritten");
    history.commit("Another beginning");
    OntologyVersion first = awaiting(refresh());
    category("A", "Rewritten again");
    history.commit("And on");
    OntologyVersion second = awaiting(refresh());
    assertThat(second).isNotEqualTo(first);

    SyncState answered = RealServices.done(workspace.follow(first, Progress.none()));

    assertThat(awaiting(answered)).isEqualTo(second);
    assertThat(labels()).containsExactly("First", "B");
    RealServices.done(workspace.follow(second, Progress.none()));
    assertWhole("Rewritten again", "B");
  }

  private static OntologyVersion awaiting(SyncState state) {
    return Objects.requireNonNull(state.awaiting());
  }

  @Test
  void aBranchSetBackIsAForcedPush() {
    String first = workspace.canonical().get().version().commit();
    category("A", "Second");
    history.commit("Two");
    refresh();
    history.point("main", first);

    OntologyVersion upstream = awaiting(refresh());
    RealServices.done(workspace.follow(upstream, Progress.none()));
    assertThat(workspace.sync().get().turn()).isEqualTo(HistoryTurn.REWRITTEN);

    assertWhole("First", "B");
  }

  @Test
  void anotherDefaultBranchIsSaidByName() {
    draftOfA();
    history.on("trunk");
    category("A", "Trunk");
    history.commit("On trunk");
    history.head("trunk");

    assertThat(refresh().turn()).isEqualTo(HistoryTurn.OTHER_BRANCH);

    assertThat(workspace.canonical().get().version().branch()).isEqualTo("trunk");
    assertThat(workspace.effective().get().document(A).label()).contains("Mine");
    workspace.closeDraft();
    assertWhole("Trunk", "B");
  }

  @Test
  void aDefaultBranchThatIsGoneIsRefusedAndWhatWasReadStays() {
    history.head("gone");

    Outcome<SyncState> outcome = workspace.refresh(Progress.none());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("OPEN-05"));
    assertThat(labels()).containsExactly("First", "B");
    workspace.close();
    assertThat(services.refused(new OpenRequest.Folder(history.folder())).code())
        .isEqualTo("OPEN-05");
    history.head("main");
    workspace = open();
    assertThat(labels()).containsExactly("First", "B");
  }

  @Test
  void aVersionThatCannotBeHadAnyMoreIsReplacedByReadingTheNewOneWhole() throws IOException {
    String first = workspace.canonical().get().version().commit();
    workspace.close();
    history.orphan();
    category("A", "Anew");
    history.commit("Another beginning");
    deleteClones();
    GitCommand git = GitCommand.in(history.folder());
    git.run("reflog", "expire", "--expire=now", "--all");
    git.run("gc", "--prune=now", "--quiet");

    workspace = open();

    assertThat(workspace.sync().get().turn()).isEqualTo(HistoryTurn.CUT_OFF);
    assertThat(workspace.canonical().get().version().commit()).isNotEqualTo(first);
    assertWhole("Anew", "B");
  }

  @Test
  void aCloneThatWasDeletedIsFetchedAgain() throws IOException {
    draftOfA();
    workspace.close();
    deleteClones();
    category("A", "Second");
    history.commit("Two");

    workspace = open();

    assertThat(workspace.sync().get().turn()).isEqualTo(HistoryTurn.CONTINUED);
    assertThat(workspace.drafts().get()).hasSize(1);
    RealServices.done(workspace.openDraft(workspace.drafts().get().getFirst().id()));
    assertThat(workspace.effective().get().document(A).label()).contains("Mine");
    workspace.closeDraft();
    assertWhole("Second", "B");
  }

  @Test
  void aShallowCloneIsReadFromWhereItWasCloned() {
    category("A", "Second");
    history.commit("Two");
    Path shallow = folder.resolve("shallow");
    GitCommand.in(folder)
        .run(
            "clone",
            "--quiet",
            "--depth=1",
            history.folder().toUri().toString(),
            shallow.toString());
    workspace.close();

    workspace = services.open(new OpenRequest.Folder(shallow));

    assertThat(labels()).containsExactly("Second", "B");
    category("A", "Third");
    history.commit("Three");
    assertThat(refresh().turn()).isEqualTo(HistoryTurn.CONTINUED);
    assertThat(labels()).containsExactly("Third", "B");
    GitCommand.in(shallow).run("remote", "remove", "origin");
    assertThat(services.refused(new OpenRequest.Folder(shallow)).code()).isEqualTo("OPEN-13");
  }

  private void deleteClones() throws IOException {
    Path clones = folder.resolve("home/data/repositories");
    assertThat(clones).isDirectory();
    try (Stream<Path> files = Files.walk(clones)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
