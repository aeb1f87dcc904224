package org.ontodraft.app.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.exchange.DraftFileProblem;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.format.JsonCodec;
import tools.jackson.databind.node.JsonNodeFactory;

/** Drafts out of one installation and into another, with real stores and repositories. */
class DraftExchangeTest {
  private static final EntityKey PLANT = EntityKey.of(EntityType.CATEGORY, "Plant");
  private static final EntityKey HERB = EntityKey.of(EntityType.CATEGORY, "Herb");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private GitHistory history;

  @SuppressWarnings("NullAway.Init")
  private RealServices here;

  @SuppressWarnings("NullAway.Init")
  private RealServices elsewhere;

  @BeforeEach
  void start() throws IOException {
    history = GitHistory.bare(Files.createDirectory(folder.resolve("plants.git")));
    history.file("categories/Plant.json", "{\"id\": \"Plant\", \"label\": \"Plant\"}\n");
    history.file("categories/Moss.json", "{\"id\": \"Moss\", \"label\": \"Moss\"}\n");
    history.commit("Two plants");
    here = new RealServices(Files.createDirectory(folder.resolve("here")));
    elsewhere = new RealServices(Files.createDirectory(folder.resolve("elsewhere")));
  }

  @AfterEach
  void stop() {
    history.close();
    here.close();
    elsewhere.close();
  }

  private Workspace open(RealServices where) {
    return where.open(new OpenRequest.Folder(history.folder()));
  }

  private static void label(DraftSession draft, EntityKey key, String label) {
    done(draft.setField(key, "label", JsonNodeFactory.instance.stringNode(label)));
  }

  /** A draft of two changes and its file. */
  private Path exported() {
    try (Workspace workspace = open(here)) {
      DraftSession draft = done(workspace.startDraft("Herbs"));
      label(draft, PLANT, "Plants");
      done(draft.create(HERB, JsonCodec.parse("{\"id\": \"Herb\", \"label\": \"Herb\"}")));
      return done(workspace.exchange().export(draft.id(), folder.resolve("herbs.ontodraft")));
    }
  }

  private static Examined.OfDraft draftIn(Workspace workspace, Path file) {
    return (Examined.OfDraft) done(workspace.exchange().examine(file));
  }

  private static List<Code> problems(Workspace workspace, byte[] bytes) throws IOException {
    Path file = Files.createTempFile("bad", ".ontodraft");
    try {
      Files.write(file, bytes);
      return switch (done(workspace.exchange().examine(file))) {
        case Examined.Unusable(var problems) ->
            problems.stream().map(DraftFileProblem::code).toList();
        case Examined other -> List.of();
      };
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void a_draft_goes_on_elsewhere_where_it_was() {
    Path file = exported();
    try (Workspace workspace = open(elsewhere)) {
      Examined.OfDraft examined = draftIn(workspace, file);
      assertThat(examined.base()).isEqualTo(Examined.Base.NEWEST);
      assertThat(examined.strange()).isEmpty();
      DraftSession taken = workspace.exchange().take(examined, examined.title());

      assertThat(workspace.draft().get()).containsSame(taken);
      assertThat(workspace.drafts().get()).extracting(d -> d.title()).containsExactly("Herbs");
      assertThat(taken.effective().get().document(PLANT).label()).contains("Plants");
      assertThat(taken.effective().get().document(HERB).label()).contains("Herb");
      done(taken.undo());
      assertThat(taken.effective().get().exists(HERB)).isFalse();
      label(taken, PLANT, "Plantae");
    }
    try (Workspace again = open(elsewhere)) {
      DraftSession draft = done(again.openDraft(again.drafts().get().getFirst().id()));
      assertThat(draft.effective().get().document(PLANT).label()).contains("Plantae");
    }
  }

  @Test
  void the_same_file_twice_is_two_drafts() {
    Path file = exported();
    try (Workspace workspace = open(here)) {
      Examined.OfDraft examined = draftIn(workspace, file);
      assertThat(examined.title()).isEqualTo("Herbs (2)");
      workspace.exchange().take(examined, examined.title());
      assertThat(draftIn(workspace, file).title()).isEqualTo("Herbs (3)");
      assertThat(workspace.drafts().get()).hasSize(2);
    }
  }

  @Test
  void a_base_that_is_not_here_is_asked_to_be_moved_and_can_be() throws Exception {
    String first = history.on("main").commit("Nothing");
    history.file("categories/Plant.json", "{\"id\": \"Plant\", \"label\": \"Plant!\"}\n");
    history.commit("On its way");
    Path file = exported();
    history.point("main", first);
    history.file("categories/Plant.json", "{\"id\": \"Plant\", \"label\": \"Plant\", \"x\": 1}\n");
    history.commit("Another way");
    try (Workspace workspace = open(elsewhere)) {
      Examined.OfDraft examined = draftIn(workspace, file);
      assertThat(examined.base()).isEqualTo(Examined.Base.UNKNOWN);
      DraftSession taken = workspace.exchange().take(examined, "Herbs");
      assertThat(taken.effective().get().document(PLANT).label()).contains("Plants");
      until(() -> workspace.forecast().get().isPresent());
      assertThat(workspace.forecast().get().orElseThrow().plan().clean()).isFalse();
      assertThat(workspace.submits().submit(taken, "t", "", true, s -> {}, Progress.none()))
          .isInstanceOf(SubmitOutcome.UpstreamMoved.class);

      done(taken.revertField(PLANT, "label"));
      until(() -> workspace.forecast().get().filter(f -> f.plan().clean()).isPresent());
      done(workspace.rebaseDraft());
      until(() -> workspace.forecast().get().isEmpty());
      assertThat(taken.draft().get().base().commit())
          .isEqualTo(workspace.canonical().get().version().commit());
      assertThat(taken.effective().get().document(HERB).label()).contains("Herb");
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void until(Condition condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.holds()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(10);
    }
  }

  @Test
  void a_submitted_draft_is_a_fresh_one_elsewhere() {
    Path file;
    try (Workspace workspace = open(here)) {
      DraftSession draft = done(workspace.startDraft("Sent"));
      label(draft, PLANT, "Plants");
      workspace.submits().submit(draft, "t", "", false, step -> {}, Progress.none());
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
      file = done(workspace.exchange().export(draft.id(), folder.resolve("sent.ontodraft")));
    }
    try (Workspace workspace = open(elsewhere)) {
      Examined.OfDraft examined = draftIn(workspace, file);
      assertThat(examined.file().draft().submissions()).hasSize(1);
      DraftSession taken = workspace.exchange().take(examined, "Sent");
      assertThat(taken.draft().get().status()).isEqualTo(DraftStatus.DRAFT);
      assertThat(taken.draft().get().pullRequestUrl()).isNull();
    }
  }

  @Test
  void a_file_of_another_repository_is_refused() throws IOException {
    Path file = exported();
    try (GitHistory other = GitHistory.bare(Files.createDirectory(folder.resolve("stones.git")))) {
      other.file("categories/Stone.json", "{\"id\": \"Stone\"}\n");
      other.commit("A stone");
      try (Workspace workspace = elsewhere.open(new OpenRequest.Folder(other.folder()))) {
        assertThat(workspace.exchange().examine(file))
            .isInstanceOfSatisfying(
                Outcome.Refused.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo("EXCHANGE-03"));
        assertThat(workspace.drafts().get()).isEmpty();
      }
    }
  }

  @Test
  void wrong_files_are_told_from_damaged_and_newer_ones() throws IOException {
    byte[] good = Files.readAllBytes(exported());
    String text = new String(good, StandardCharsets.UTF_8);
    try (Workspace workspace = open(elsewhere)) {
      assertThat(problems(workspace, "no JSON".getBytes(StandardCharsets.UTF_8)))
          .containsExactly(Code.MALFORMED);
      assertThat(problems(workspace, "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)))
          .containsExactly(Code.NOT_A_DRAFT);
      assertThat(
              problems(workspace, text.replace("Herbs", "Weeds").getBytes(StandardCharsets.UTF_8)))
          .containsExactly(Code.DAMAGED);
      assertThat(
              problems(
                  workspace,
                  text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 7")
                      .getBytes(StandardCharsets.UTF_8)))
          .containsExactly(Code.NEWER);
      assertThat(workspace.exchange().examine(folder.resolve("none.ontodraft")))
          .isInstanceOf(Outcome.Refused.class);
      assertThat(workspace.drafts().get()).isEmpty();
    }
  }

  @Test
  void a_file_that_cannot_be_written_leaves_the_one_that_was_there() throws IOException {
    Path file = exported();
    byte[] before = Files.readAllBytes(file);
    try (Workspace workspace = open(here)) {
      UUID draft = workspace.drafts().get().getFirst().id();
      assertThat(workspace.exchange().export(draft, folder.resolve("none/x.ontodraft")))
          .isInstanceOf(Outcome.Refused.class);
      Path taken = folder.resolve("folder.ontodraft");
      Files.createDirectories(taken.resolve("full"));
      assertThat(workspace.exchange().export(draft, taken)).isInstanceOf(Outcome.Refused.class);
      done(workspace.exchange().export(draft, file));
    }
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
        .contains("\"title\" : \"Herbs\"");
    assertThat(before).isNotEmpty();
    try (var left = Files.list(folder)) {
      assertThat(left.filter(path -> path.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void a_push_is_a_draft_of_what_is_right() {
    String push =
        """
        {"source": "mediawiki", "wiki_url": "https://wiki.example.org", "user": "Ann",
         "comment": "Herbs",
         "changes": [
          {"action": "create", "entity_type": "category", "entity_key": "Herb",
           "entity": {"entity_key": "Herb", "label": "Herb"}},
          {"action": "delete", "entity_type": "category", "entity_key": "Fern"}]}
        """;
    try (Workspace workspace = open(here)) {
      Examined.OfPush examined = (Examined.OfPush) done(workspace.exchange().examine(push));
      assertThat(examined.checked().problems())
          .extracting(problem -> problem.code() + " " + problem.at())
          .containsExactly("ABSENT /changes/1/entity_key");
      assertThat(workspace.drafts().get()).isEmpty();

      DraftSession taken = workspace.exchange().take(examined, examined.title());
      assertThat(taken.draft().get().title()).isEqualTo("MediaWiki import: Herbs");
      assertThat(taken.effective().get().changes()).hasSize(1);
      done(taken.delete(PLANT));
      assertThat(taken.effective().get().changes()).hasSize(2);
    }
  }
}
