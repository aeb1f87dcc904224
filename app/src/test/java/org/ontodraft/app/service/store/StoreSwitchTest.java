package org.ontodraft.app.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftsMoved;
import org.ontodraft.app.service.exchange.MovableDraft;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftToken;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/** Drafts go along when an ontology moves between this computer and a real server. */
class StoreSwitchTest {
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  @TempDir private static Path shared;

  @SuppressWarnings("NullAway.Init")
  private static SharedServer server;

  @SuppressWarnings("NullAway.Init")
  private static GitHistory upstream;

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealServices ada;

  @SuppressWarnings("NullAway.Init")
  private RealServices bob;

  @BeforeAll
  static void startServer() {
    server = SharedServer.start(shared.resolve("server"));
    upstream = GitHistory.bare(shared.resolve("plants.git"));
    upstream
        .file("categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"A\"\n}\n")
        .commit("one");
  }

  @AfterAll
  static void stopServer() {
    upstream.close();
    server.close();
  }

  @BeforeEach
  void start() {
    server.admin("plants", "delete from ontology.draft");
    ada = new RealServices(folder.resolve("ada"));
    bob = new RealServices(folder.resolve("bob"));
    for (String person : List.of("ada", "bob")) {
      ("ada".equals(person) ? ada : bob)
          .services()
          .passwords()
          .keep(database(person), Secret.of("pw-" + person), true);
    }
  }

  @AfterEach
  void stop() {
    ada.close();
    bob.close();
  }

  private static SharedDatabase database(String person) {
    return server.database("plants", person);
  }

  private static OpenRequest plants() {
    return new OpenRequest.Folder(upstream.folder());
  }

  private static void keep(
      RealServices parts, Workspace workspace, @Nullable SharedDatabase database) {
    parts
        .services()
        .settings()
        .update(now -> {
          Map<String, SharedDatabase> databases = new HashMap<>(now.databases());
          if (database == null) {
            databases.remove(workspace.info().id());
          } else {
            databases.put(workspace.info().id(), database);
          }
          return now.withDatabases(databases);
        });
  }

  private static Outcome<DraftsMoved> move(
      RealServices parts, Workspace from, @Nullable SharedDatabase to, Progress progress) {
    List<MovableDraft> drafts = done(from.storeSwitch().drafts());
    return from.storeSwitch()
        .move(
            () -> parts.services().places().open(from.info().id(), to),
            drafts,
            () -> keep(parts, from, to),
            progress);
  }

  private static Outcome<DraftsMoved> move(
      RealServices parts, Workspace from, @Nullable SharedDatabase to) {
    return move(parts, from, to, Progress.none());
  }

  private static DraftSession draft(Workspace workspace, String title, String label) {
    DraftSession draft = done(workspace.startDraft(title));
    done(draft.setField(A, "label", StringNode.valueOf(label)));
    return draft;
  }

  private static String label(Workspace workspace) {
    return workspace.effective().get().document(A).json().path("label").asString();
  }

  private static List<String> titles(Workspace workspace) {
    return workspace.drafts().get().stream().map(Draft::title).sorted().toList();
  }

  @Test
  void draftsGoToTheServerAndComeBackAsTheyWere() {
    DraftSession second;
    try (Workspace here = ada.open(plants())) {
      draft(here, "One", "First");
      second = draft(here, "Two", "Second");
      done(second.setField(A, "label", StringNode.valueOf("Second again")));

      DraftsMoved moved = done(move(ada, here, database("ada")));

      assertThat(moved.moved()).containsExactlyInAnyOrder("One", "Two");
      assertThat(moved.complete()).isTrue();
      assertThat(here.drafts().get()).isEmpty();
    }
    try (Workspace there = ada.open(plants())) {
      assertThat(there.sharing()).as("it is kept on the server now").isPresent();
      assertThat(titles(there)).containsExactly("One", "Two");
      DraftSession opened = done(there.openDraft(second.id()));
      assertThat(label(there)).isEqualTo("Second again");
      done(opened.undo());
      assertThat(label(there)).as("undo goes along").isEqualTo("Second");

      assertThat(done(move(ada, there, null)).moved()).hasSize(2);
    }
    try (Workspace here = ada.open(plants())) {
      assertThat(here.sharing()).isEmpty();
      assertThat(titles(here)).containsExactly("One", "Two");
      done(here.openDraft(second.id()));
      assertThat(label(here)).isEqualTo("Second");
    }
    assertThat(serverDrafts()).isZero();
  }

  private static long serverDrafts() {
    return server.count("plants", "select count(*) from ontology.draft");
  }

  @Test
  void cancelledInBetweenNothingHasMoved() {
    try (Workspace here = ada.open(plants())) {
      draft(here, "One", "First");
      draft(here, "Two", "Second");
      AtomicInteger done = new AtomicInteger();
      Progress afterOne =
          new Progress() {
            @Override
            public void stage(String stage, long total) {}

            @Override
            public void done(long units) {
              done.set((int) units);
            }

            @Override
            public boolean cancelled() {
              return done.get() == 1;
            }
          };

      assertThatThrownBy(() -> move(ada, here, database("ada"), afterOne))
          .isInstanceOf(CancellationException.class);

      assertThat(titles(here)).containsExactly("One", "Two");
      assertThat(serverDrafts()).isZero();
      assertThat(ada.services().settings().settings().get().databases()).isEmpty();
      draft(here, "Three", "Third");
    }
  }

  /** As when the program was killed between copying and settling, and work went on. */
  @Test
  void askedAgainAfterAnInterruptionNoDraftIsDoubled() {
    try (Workspace here = ada.open(plants())) {
      DraftSession draft = draft(here, "One", "First");
      List<MovableDraft> drafts = done(here.storeSwitch().drafts());
      assertThatThrownBy(() ->
              here.storeSwitch()
                  .move(
                      () -> ada.services().places().open(here.info().id(), database("ada")),
                      drafts,
                      () -> {
                        server.admin(
                            "plants", "update ontology.draft set user_comment = 'left behind'");
                        throw new IllegalStateException("killed");
                      },
                      Progress.none()))
          .hasMessage("killed");
      assertThat(serverDrafts()).as("a copy that somebody changed is not taken back").isOne();
      server.admin("plants", "update ontology.draft set user_comment = null");
      DraftSession again = done(here.openDraft(draft.id()));
      done(again.setField(A, "label", StringNode.valueOf("Second")));

      assertThat(done(move(ada, here, database("ada"))).complete()).isTrue();
    }
    try (Workspace there = ada.open(plants())) {
      assertThat(titles(there)).containsExactly("One");
      done(there.openDraft(there.drafts().get().getFirst().id()));
      assertThat(label(there)).isEqualTo("Second");
    }
  }

  @Test
  void whatTheOtherStoreHasOtherwiseStaysAndIsNamed() {
    try (Workspace here = ada.open(plants())) {
      draft(here, "One", "First");
      DraftSession two = draft(here, "Two", "Second");
      List<MovableDraft> drafts = done(here.storeSwitch().drafts());
      assertThatThrownBy(() ->
              here.storeSwitch()
                  .move(
                      () -> ada.services().places().open(here.info().id(), database("ada")),
                      drafts,
                      () -> {
                        server.admin(
                            "plants",
                            "update ontology.draft set title = 'Theirs' where title = 'Two'");
                        throw new IllegalStateException("killed");
                      },
                      Progress.none()))
          .hasMessage("killed");

      DraftsMoved moved = done(move(ada, here, database("ada")));

      assertThat(moved.moved()).containsExactly("One");
      assertThat(moved.stayed())
          .singleElement()
          .satisfies(stayed -> {
            assertThat(stayed.title()).isEqualTo("Two");
            assertThat(stayed.why().code()).isEqualTo("EXCHANGE-04");
          });
      assertThat(titles(here)).containsExactly("Two");
      assertThat(done(here.openDraft(two.id())).draft().get().status())
          .isEqualTo(DraftStatus.DRAFT);
    }
  }

  @Test
  void aDraftOfSomebodyElseStaysOnTheServer() {
    server.use(ada, plants(), "ada");
    server.use(bob, plants(), "bob");
    try (Workspace hers = ada.open(plants());
        Workspace his = bob.open(plants())) {
      DraftSession draft = draft(hers, "Hers", "First");
      DraftToken token = hers.sharing().orElseThrow().share(draft.id(), null).orElseThrow();
      done(his.openShared(token));
      assertThat(done(his.storeSwitch().drafts()))
          .singleElement()
          .satisfies(movable -> assertThat(movable.mine()).isFalse());
      assertThat(done(hers.storeSwitch().drafts()))
          .singleElement()
          .satisfies(movable -> assertThat(movable.shared()).isTrue());

      DraftsMoved moved = done(move(bob, his, null));

      assertThat(moved.moved()).isEmpty();
      assertThat(moved.stayed())
          .singleElement()
          .satisfies(stayed -> assertThat(stayed.why().code()).isEqualTo("SHARE-04"));
      assertThat(serverDrafts()).isOne();
    }
  }

  @Test
  void aDatabaseOfAnotherOntologyGetsNoDraft() {
    server.use(bob, plants(), "bob");
    bob.open(plants()).close(); // claims the database
    try (GitHistory other = GitHistory.bare(folder.resolve("stones.git"))) {
      other.file("categories/S.json", "{\n  \"id\": \"S\",\n  \"label\": \"S\"\n}\n").commit("one");
      try (Workspace stones = ada.open(new OpenRequest.Folder(other.folder()))) {
        done(stones.startDraft("Granite"));

        assertThat(move(ada, stones, database("ada")))
            .isInstanceOfSatisfying(
                Outcome.Refused.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo("PG-15"));
        assertThat(titles(stones)).containsExactly("Granite");
      }
    }
  }
}
