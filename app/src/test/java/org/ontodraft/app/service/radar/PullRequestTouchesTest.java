package org.ontodraft.app.service.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/** Pull requests of others, on local servers of each kind over real repositories. */
class PullRequestTouchesTest {
  private static final String TOKEN = "canary-0123456789";
  private static final String NAME = "acme/ontology";
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");
  private static final EntityKey B = EntityKey.of(EntityType.CATEGORY, "B");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  private RealServices parts;

  @SuppressWarnings("NullAway.Init")
  private Workspace workspace;

  @BeforeEach
  void makeRepository() {
    upstream = GitHistory.bare(folder.resolve("forge/acme/ontology.git"));
    upstream
        .file("categories/A.json", file("A", "A", "about"))
        .file("categories/B.json", file("B", "B", "about"))
        .commit("one");
  }

  private void open(ForgeKind kind) {
    server = ForgeServer.serving(folder.resolve("forge"), kind).requireToken(TOKEN);
    parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
    workspace = parts.open(new OpenRequest.Address(server.cloneAddress(NAME)));
  }

  @AfterEach
  void stop() {
    assertThat(server.violations()).isEmpty();
    workspace.close();
    parts.close();
    server.close();
    upstream.close();
  }

  private static String file(String id, String label, String description) {
    return "{\n  \"id\": \""
        + id
        + "\",\n  \"label\": \""
        + label
        + "\",\n"
        + "  \"description\": \""
        + description
        + "\"\n}\n";
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void fieldsThatAnOpenPullRequestChangesAreMet(ForgeKind kind) {
    upstream
        .on("main")
        .on("theirs")
        .file("categories/A.json", file("A", "Alfa", "about"))
        .file("categories/B.json", file("B", "B", "more about"))
        .commit("theirs");
    // Upstream's own change of the description is not the pull request's.
    upstream.on("main").file("categories/A.json", file("A", "A", "newly about")).commit("two");
    open(kind);
    server.opened(NAME, "theirs", "eve", "Alfa for A");
    DraftSession mine = done(workspace.startDraft("Mine"));
    set(mine, A, "description");
    done(workspace.refresh(Progress.none()));
    comesTo(Set.of());
    set(mine, A, "label");
    set(mine, B, "label");
    comesTo(Set.of("category:A [label] Alfa for A"));
    set(mine, B, "description");
    comesTo(Set.of("category:A [label] Alfa for A", "category:B [description] Alfa for A"));
    assertThat(workspace.encounters().get().getOrDefault(A, List.of()).getFirst().by())
        .isInstanceOfSatisfying(
            Toucher.OpenPullRequest.class,
            by -> {
              assertThat(by.number()).isEqualTo(1);
              assertThat(by.author()).isEqualTo("eve");
            });
    server.close(1, false);
    done(workspace.refresh(Progress.none()));
    comesTo(Set.of());
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void whatADraftOfThisWorkspaceOpenedIsMetAsThatDraft(ForgeKind kind) {
    open(kind);
    DraftSession sent = done(workspace.startDraft("Sent"));
    set(sent, A, "label");
    assertThat(workspace.submits().submit(sent, "Sent", "", false, step -> {}, Progress.none()))
        .isInstanceOf(SubmitOutcome.Sent.class);
    set(done(workspace.startDraft("Mine")), A, "label");
    done(workspace.refresh(Progress.none()));
    comesTo(Set.of("category:A [label] Sent"));
    assertThat(workspace.encounters().get().getOrDefault(A, List.of()))
        .singleElement()
        .satisfies(one -> assertThat(one.by()).isInstanceOf(Toucher.OtherDraft.class));
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void whenTheServerRefusesWhatIsKnownStays(ForgeKind kind) {
    upstream
        .on("main")
        .on("theirs")
        .file("categories/A.json", file("A", "Alfa", "about"))
        .commit("theirs");
    open(kind);
    server.opened(NAME, "theirs", "eve", "Alfa for A");
    set(done(workspace.startDraft("Mine")), A, "label");
    done(workspace.refresh(Progress.none()));
    comesTo(Set.of("category:A [label] Alfa for A"));
    server.requireToken("another");
    assertThat(workspace.refresh(Progress.none())).isInstanceOf(Outcome.Refused.class);
    comesTo(Set.of("category:A [label] Alfa for A"));
  }

  private static void set(DraftSession session, EntityKey key, String field) {
    done(session.setField(key, field, StringNode.valueOf(field + " by " + session.id())));
  }

  private Set<String> met() {
    return workspace.encounters().get().values().stream()
        .flatMap(List::stream)
        .map(encounter ->
            encounter.overlap().key()
                + " "
                + encounter.overlap().shared().fields().stream().sorted().toList()
                + " "
                + encounter.by().title())
        .collect(Collectors.toSet());
  }

  private void comesTo(Set<String> expected) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!met().equals(expected) && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(met()).isEqualTo(expected);
  }
}
