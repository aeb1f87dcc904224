package org.ontodraft.app.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.draft.StaleEdit;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.draft.DraftToken;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Two curators with a computer each, over one real server that goes away and comes back. */
class SharedStoreTest {
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
    ada = new RealServices(folder.resolve("ada"));
    bob = new RealServices(folder.resolve("bob"));
    server.use(ada, plants(), "ada");
    server.use(bob, plants(), "bob");
  }

  @AfterEach
  void stop() {
    ada.close();
    bob.close();
  }

  private static OpenRequest plants() {
    return new OpenRequest.Folder(upstream.folder());
  }

  private static JsonNode text(String value) {
    return StringNode.valueOf(value);
  }

  private static JsonNode field(Workspace workspace, String field) {
    return workspace.effective().get().document(A).json().path(field);
  }

  private static String code(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
  }

  private static DraftToken share(Workspace workspace, DraftSession draft) {
    return workspace.sharing().orElseThrow().share(draft.id(), null).orElseThrow();
  }

  private static Duration until(String what, BooleanSupplier condition) {
    Instant start = Instant.now();
    while (!condition.getAsBoolean()) {
      Duration waited = Duration.between(start, Instant.now());
      assertThat(waited).as(what).isLessThan(Duration.ofSeconds(60));
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return Duration.between(start, Instant.now());
  }

  private static boolean lost(Workspace workspace) {
    return workspace.watch().orElseThrow().health().get() instanceof StoreHealth.Lost;
  }

  private static List<String> titles(Workspace workspace) {
    return workspace.drafts().get().stream().map(Draft::title).toList();
  }

  @Test
  void aSharedDraftIsThereAgainAfterARestartUntilItIsRevoked() {
    SecretStore keychain = new MemorySecretStore();
    try (Workspace hers = ada.open(plants())) {
      DraftSession draft = done(hers.startDraft("For Bob"));
      DraftToken token = share(hers, draft);
      Path home = folder.resolve("bob-again");
      try (RealServices first = new RealServices(home, keychain)) {
        server.use(first, plants(), "bob");
        try (Workspace his = first.open(plants())) {
          done(his.openShared(token));
        }
      }
      SharedDatabase database = server.database("plants", "bob");
      SharedDraftTokens tokens = new SharedDraftTokens(keychain);
      assertThat(tokens.of(database)).containsEntry(draft.id(), token);

      try (RealServices second = new RealServices(home, keychain)) {
        second.services().passwords().keep(database, Secret.of("pw-bob"), true);
        try (Workspace his = second.open(plants())) {
          assertThat(titles(his)).containsExactly("For Bob");
          done(done(his.openDraft(draft.id())).setField(A, "label", text("Bob was here")));
        }
        assertThat(hers.sharing().orElseThrow().revoke(draft.id())).isTrue();
        try (Workspace his = second.open(plants())) {
          assertThat(titles(his)).isEmpty();
        }
      }
      assertThat(tokens.of(database)).as("forgotten when it is revoked").isEmpty();
      done(hers.deleteDraft(draft.id()));
    }
  }

  @Test
  void theTokenOpenedLongestAgoIsLeftOutWhereManyAreKept() {
    SharedDraftTokens tokens = new SharedDraftTokens(new MemorySecretStore());
    SharedDatabase database = server.database("plants", "bob");
    DraftToken token = new DraftToken("A".repeat(43));
    for (int i = 0; i <= SharedDraftTokens.MOST; i++) {
      tokens.keep(database, new UUID(0, i), token);
    }

    assertThat(tokens.of(database))
        .hasSize(SharedDraftTokens.MOST)
        .doesNotContainKey(new UUID(0, 0));
    tokens.forget(database, new UUID(0, 1));
    assertThat(tokens.of(database)).hasSize(SharedDraftTokens.MOST - 1);
  }

  @Test
  void aDraftIsItsOwnersUntilItIsShared() {
    try (Workspace hers = ada.open(plants());
        Workspace his = bob.open(plants())) {
      DraftSession draft = done(hers.startDraft("Hers"));
      done(draft.setField(A, "label", text("Alpha")));
      assertThat(his.drafts().get()).isEmpty();
      assertThat(code(his.openDraft(draft.id()))).isEqualTo("DRAFT-05");

      DraftToken token = share(hers, draft);
      DraftSession his1 = done(his.openShared(token));

      assertThat(his1.id()).isEqualTo(draft.id());
      assertThat(field(his, "label")).isEqualTo(text("Alpha"));
      assertThat(his.drafts().get()).extracting(Draft::title).containsExactly("Hers");
      DraftSharing.Standing standing =
          his.sharing().orElseThrow().standing(draft.id()).orElseThrow();
      assertThat(standing.mine()).isFalse();
      assertThat(his.sharing().orElseThrow().share(draft.id(), null)).isEmpty();

      assertThat(hers.sharing().orElseThrow().revoke(draft.id())).isTrue();
      his.closeDraft();
      assertThat(code(his.openShared(token))).isEqualTo("SHARE-02");
      assertThat(code(his.openDraft(draft.id()))).isEqualTo("DRAFT-05");
    }
  }

  @Test
  void aTokenEndsWhenItIsToEnd() {
    try (Workspace hers = ada.open(plants());
        Workspace his = bob.open(plants())) {
      DraftSession draft = done(hers.startDraft("Short"));
      DraftToken token =
          hers.sharing()
              .orElseThrow()
              .share(draft.id(), Instant.now().plusSeconds(2))
              .orElseThrow();
      done(his.openShared(token));
      until("the end", () -> his.sharing().orElseThrow().standing(draft.id()).isEmpty());
      assertThat(code(his.openShared(token))).isEqualTo("SHARE-02");
    }
  }

  @Test
  void bothEditOneDraftAndWhatMeetsIsAskedAbout() {
    try (Workspace hers = ada.open(plants());
        Workspace his = bob.open(plants())) {
      DraftSession draft = done(hers.startDraft("Both"));
      DraftSession same = done(his.openShared(share(hers, draft)));
      done(draft.setField(A, "label", text("Hers")));

      done(same.setField(A, "description", text("His")));
      assertThat(field(his, "label")).as("brought along").isEqualTo(text("Hers"));
      assertThat(code(draft.setField(A, "description", text("Hers too")))).isEqualTo("DRAFT-10");

      StaleEdit stale = draft.stale().get().getFirst();
      assertThat(stale.myValue()).isEqualTo(text("Hers too"));
      assertThat(stale.theirValue()).isEqualTo(text("His"));
      done(draft.keepMine(stale));
      assertThat(field(hers, "description")).isEqualTo(text("Hers too"));
    }
  }

  @Test
  void editingGoesOnWhileTheServerIsAwayAndArrivesOnce() {
    UUID id;
    try (Workspace hers = ada.open(plants())) {
      DraftSession draft = done(hers.startDraft("Away"));
      id = draft.id();
      done(draft.setField(A, "label", text("before")));
      Draft other = done(hers.startDraft("Other")).draft().get();
      done(hers.openDraft(id));
      DraftSession open = hers.draft().get().orElseThrow();
      server.process().stopAtOnce();

      done(open.setField(A, "label", text("while away")));
      done(open.setField(A, "description", text("while away")));
      assertThat(open.waiting().get()).hasSize(2);
      assertThat(field(hers, "description")).isEqualTo(text("while away"));
      assertThat(code(hers.openDraft(other.id()))).isEqualTo("PG-20");
      assertThat(code(hers.startDraft("New"))).isEqualTo("PG-20");
      assertThat(code(hers.rebaseDraft())).isIn("PG-20", "PG-21");
      assertThat(until("the loss", () -> lost(hers))).isLessThan(Duration.ofSeconds(5));

      server.process().start();
      until("the return", () -> open.waiting().get().isEmpty());
      assertThat(open.stale().get()).isEmpty();
      assertThat(field(hers, "label")).isEqualTo(text("while away"));
      assertThat(hers.watch().orElseThrow().check()).isInstanceOf(StoreHealth.Reached.class);
    }
    try (Workspace again = ada.open(plants())) {
      assertThat(again.recoveredEdits()).isEmpty();
      assertThat(done(again.openDraft(id)).history().get().nextUndo()).isPresent();
      assertThat(field(again, "description")).isEqualTo(text("while away"));
    }
  }

  @Test
  void editsOfAProgramThatEndedWhileTheServerWasAwayAreThereAtTheNextStart() {
    UUID id;
    try (Workspace hers = ada.open(plants())) {
      DraftSession draft = done(hers.startDraft("Ended"));
      id = draft.id();
      done(draft.setField(A, "label", text("before")));
      server.process().stopAtOnce();
      done(draft.setField(A, "label", text("kept")));
    }
    assertThat(ada.refused(plants()).code()).isEqualTo("PG-02");
    server.process().start();
    try (Workspace again = ada.open(plants())) {
      assertThat(again.recoveredEdits()).hasSize(1);
      done(again.openDraft(id));
      assertThat(field(again, "label")).isEqualTo(text("kept"));
    }
  }

  @Test
  void whatTheOtherWroteMeanwhileIsShownWithBothValuesWhenTheServerIsBack() {
    try (Workspace hers = ada.open(plants());
        Workspace his = bob.open(plants())) {
      DraftSession draft = done(hers.startDraft("Meanwhile"));
      DraftSession same = done(his.openShared(share(hers, draft)));
      server.process().stopAtOnce();
      done(draft.setField(A, "label", text("Hers")));
      done(same.setField(A, "label", text("His")));

      server.process().start();
      until(
          "both are heard",
          () -> draft.waiting().get().isEmpty() && same.waiting().get().isEmpty());

      List<StaleEdit> asked =
          draft.stale().get().isEmpty() ? same.stale().get() : draft.stale().get();
      assertThat(asked).hasSize(1);
      assertThat(draft.stale().get().size() + same.stale().get().size()).isEqualTo(1);
      assertThat(List.of(asked.getFirst().myValue(), asked.getFirst().theirValue()))
          .containsExactlyInAnyOrder(text("Hers"), text("His"));
    }
  }

  @Test
  void anotherOntologyIsKeptOut() {
    try (Workspace hers = ada.open(plants())) {
      assertThat(hers.drafts().get()).isNotNull();
    }
    try (GitHistory other = GitHistory.bare(folder.resolve("animals.git"))) {
      other.file("categories/Z.json", "{\"id\":\"Z\"}\n").commit("other");
      OpenRequest animals = new OpenRequest.Folder(other.folder());
      server.use(ada, animals, "ada");
      assertThat(ada.refused(animals).code()).isEqualTo("PG-15");
    }
  }

  @Test
  void withoutThePasswordItIsAskedFor() {
    ada.services().passwords().forget(server.database("plants", "ada"));
    assertThat(ada.refused(plants()).code()).isEqualTo("PG-23");
  }
}
