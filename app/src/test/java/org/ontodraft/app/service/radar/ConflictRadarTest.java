package org.ontodraft.app.service.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/** Drafts of one workspace, in its real store, that change the same. */
class ConflictRadarTest {
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
    history.file("categories/Agent.json", category("Agent"));
    history.file("categories/Person.json", category("Person"));
    history.commit("One");
    services = new RealServices(folder.resolve("home"));
    workspace = services.open(new OpenRequest.Folder(history.folder()));
  }

  @AfterEach
  void close() {
    workspace.close();
    services.close();
    history.close();
  }

  private static String category(String id) {
    return "{\n  \"id\": \""
        + id
        + "\",\n  \"label\": \""
        + id
        + "\",\n"
        + "  \"description\": \""
        + id
        + "\"\n}\n";
  }

  @Test
  void anotherDraftThatChangesTheSameFieldIsMet() {
    UUID other = draft("Labels", AGENT, "label");
    DraftSession mine = RealServices.done(workspace.startDraft("Mine"));
    set(mine, AGENT, "description");
    set(mine, PERSON, "label");
    comesTo(Set.of());
    set(mine, AGENT, "label");
    comesTo(Set.of("category:Agent [label] Labels"));
    assertThat(workspace.encounters().get().getOrDefault(AGENT, List.of()).getFirst().by())
        .isEqualTo(new Toucher.OtherDraft(other, "Labels"));
    RealServices.done(mine.undo());
    comesTo(Set.of());
  }

  @Test
  void whatIsDeletedMeetsEveryEditOfIt() {
    draft("Words", PERSON, "description");
    DraftSession mine = RealServices.done(workspace.startDraft("Mine"));
    RealServices.done(mine.delete(PERSON));
    comesTo(Set.of("category:Person [description] Words"));
  }

  @Test
  void aDraftThatIsPutAwayOrDeletedOrHasAnotherTitleIsFollowed() {
    UUID first = draft("First", AGENT, "label");
    UUID second = draft("Second", AGENT, "label");
    set(RealServices.done(workspace.startDraft("Mine")), AGENT, "label");
    comesTo(Set.of("category:Agent [label] First", "category:Agent [label] Second"));
    RealServices.done(workspace.renameDraft(first, "Renamed"));
    comesTo(Set.of("category:Agent [label] Renamed", "category:Agent [label] Second"));
    RealServices.done(workspace.deleteDraft(second));
    comesTo(Set.of("category:Agent [label] Renamed"));
    RealServices.done(workspace.shelf().archive(first, true));
    comesTo(Set.of());
  }

  @Test
  void withoutADraftNobodyIsMet() {
    draft("First", AGENT, "label");
    draft("Second", AGENT, "label");
    comesTo(Set.of("category:Agent [label] First"));
    workspace.closeDraft();
    comesTo(Set.of());
  }

  @Test
  void aFieldThatBothChangedIsMetAgainAfterARestart() {
    draft("First", AGENT, "label");
    UUID second = draft("Second", AGENT, "label");
    workspace.close();
    workspace = services.open(new OpenRequest.Folder(history.folder()));
    RealServices.done(workspace.openDraft(second));
    comesTo(Set.of("category:Agent [label] First"));
  }

  private UUID draft(String title, EntityKey key, String field) {
    DraftSession session = RealServices.done(workspace.startDraft(title));
    set(session, key, field);
    return session.id();
  }

  private static void set(DraftSession session, EntityKey key, String field) {
    RealServices.done(
        session.setField(key, field, StringNode.valueOf(field + " by " + session.id())));
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
    waitFor(() -> met().equals(expected));
    assertThat(met()).isEqualTo(expected);
  }

  private static void waitFor(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
  }
}
