package org.ontodraft.app.service.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.ReviewComment.Resolution;
import org.ontodraft.app.forge.Standing.Checks;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.tracking.TrackedPullRequest.Phase;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.ForgeServer.Way;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.HttpFault.Answer;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.Landing;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;

/** What maintainers do at a forge is seen in the draft, with real merges of real repositories. */
class ForgeTrackingTest {
  private static final String TOKEN = "canary-0123456789";
  private static final String NAME = "acme/ontology";
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  private RealServices parts;

  @BeforeEach
  void start() {
    upstream = GitHistory.bare(folder.resolve("forge/acme/ontology.git"));
    upstream.file("categories/A.json", document("A", "A.")).commit("one");
  }

  private static String document(String label, String description) {
    return """
    {
      "id": "A",
      "label": "%s",
      "description": "%s"
    }
    """
        .formatted(label, description);
  }

  private Workspace open(ForgeKind kind) {
    server = ForgeServer.serving(folder.resolve("forge"), kind).requireToken(TOKEN);
    parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
    return parts.open(new OpenRequest.Address(server.cloneAddress(NAME)));
  }

  @AfterEach
  void stop() {
    assertThat(server.violations()).isEmpty();
    parts.close();
    server.close();
    upstream.close();
    Canary.isNowhereBelow(folder, TOKEN);
  }

  private static void set(DraftSession draft, String field, String value) {
    done(draft.setField(A, field, JsonNodeFactory.instance.stringNode(value)));
  }

  /** A draft that was sent. */
  private static DraftSession sent(Workspace workspace) {
    DraftSession draft = done(workspace.startDraft("Name A"));
    set(draft, "label", "Alpha");
    submit(workspace, draft);
    return draft;
  }

  private static Submission submit(Workspace workspace, DraftSession draft) {
    SubmitOutcome outcome =
        workspace.submits().submit(draft, "Name A", "", false, step -> {}, Progress.none());
    assertThat(outcome).isInstanceOf(SubmitOutcome.Sent.class);
    return ((SubmitOutcome.Sent) outcome).submission();
  }

  private static TrackedPullRequest ask(Workspace workspace, DraftSession draft) {
    assertThat(done(workspace.tracking().ask(Progress.none()))).isEqualTo(1);
    TrackedPullRequest tracked = workspace.tracking().tracked().get().get(draft.id());
    assertThat(tracked).isNotNull();
    return tracked;
  }

  static Stream<Arguments> everyWayAtEveryForge() {
    return Stream.of(ForgeKind.values())
        .flatMap(kind -> Stream.of(Way.values()).map(way -> Arguments.of(kind, way)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyWayAtEveryForge")
  void however_it_is_merged_the_draft_is_merged_and_equal(ForgeKind kind, Way way) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = sent(workspace);
      set(draft, "description", "The first.");
      submit(workspace, draft);
      upstream.on("main").file("categories/B.json", "{\n  \"id\": \"B\"\n}\n").commit("other");
      server.merge(1, way);

      TrackedPullRequest tracked = ask(workspace, draft);

      assertThat(tracked.phase()).isEqualTo(Phase.MERGED);
      assertThat(tracked.differences()).isEmpty();
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.MERGED);
      assertThat(workspace.drafts().get())
          .singleElement()
          .satisfies(one -> assertThat(one.status()).isEqualTo(DraftStatus.MERGED));
      assertThat(workspace.canonical().get().document(A).label()).contains("Alpha");
      assertThat(done(workspace.tracking().ask(Progress.none()))).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void what_a_maintainer_changed_before_merging_is_listed(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = sent(workspace);
      server.editBranch(1, "categories/A.json", document("Alfa", "Theirs."));
      server.merge(1, Way.MERGE);

      TrackedPullRequest tracked = ask(workspace, draft);

      assertThat(tracked.differences())
          .containsExactly(new Landing.Difference(A, "label", "\"Alpha\"", "\"Alfa\""));
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.MERGED);
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void what_became_of_it_is_known_after_a_restart(ForgeKind kind) {
    TrackedPullRequest before;
    try (Workspace workspace = open(kind)) {
      DraftSession draft = sent(workspace);
      server.review(1, "eve", true);
      server.editBranch(1, "categories/A.json", document("Alfa", "Theirs."));
      server.merge(1, Way.MERGE);
      before = ask(workspace, draft);
      assertThat(before.phase()).isEqualTo(Phase.MERGED);
      assertThat(before.differences()).hasSize(1);
    }
    parts.close();
    parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
    try (Workspace workspace = parts.open(new OpenRequest.Address(server.cloneAddress(NAME)))) {
      assertThat(workspace.tracking().tracked().get().values()).containsExactly(before);
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void checks_and_reviews_are_seen_as_they_come(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = sent(workspace);
      assertThat(ask(workspace, draft).phase()).isEqualTo(Phase.OPEN);
      server.check(1, null);
      assertThat(ask(workspace, draft).phase()).isEqualTo(Phase.CHECKS_PENDING);
      server.check(1, false);
      assertThat(ask(workspace, draft).phase()).isEqualTo(Phase.CHECKS_FAILED);
      server.check(1, true);
      server.review(1, "eve", true);
      TrackedPullRequest approved = ask(workspace, draft);
      assertThat(approved.phase()).isEqualTo(Phase.APPROVED);
      assertThat(approved.checks()).isEqualTo(Checks.PASSED);
      server.review(1, "bob", false);
      TrackedPullRequest asked = ask(workspace, draft);
      assertThat(asked.phase()).isEqualTo(Phase.CHANGES_REQUESTED);
      assertThat(asked.changesRequestedBy()).containsExactly("bob");
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void a_closed_one_is_rejected_and_can_be_taken_up_again_from_both_sides(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = sent(workspace);
      server.close(1, false);
      TrackedPullRequest closed = ask(workspace, draft);
      assertThat(closed.phase()).isEqualTo(Phase.CLOSED);
      assertThat(closed.branchLeft()).isTrue();
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.REJECTED);

      done(workspace.tracking().reopen(draft.id()));
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);

      done(workspace.tracking().close(draft.id()));
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.REJECTED);
      assertThat(server.pullRequests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void the_branch_of_a_merged_one_can_be_deleted_unless_somebody_added_to_it(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = sent(workspace);
      assertThat(workspace.tracking().deleteBranch(draft.id()))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("TRACK-02"));
      server.merge(1, Way.SQUASH);
      assertThat(ask(workspace, draft).branchLeft()).isTrue();

      done(workspace.tracking().deleteBranch(draft.id()));

      assertThat(server.branches(NAME)).containsExactly("main");
      assertThat(workspace.tracking().tracked().get().get(draft.id()))
          .isNotNull()
          .satisfies(one -> assertThat(one.branchLeft()).isFalse());
    }
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void comments_are_on_the_entity_and_the_field_of_their_line(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = sent(workspace);
      server.comment(1, "eve", "categories/A.json", 3, "Which alpha?");
      server.comment(1, "eve", "categories/A.json", 0, "This line went.");
      server.comment(1, "eve", "README.md", 1, "Elsewhere.");
      server.comment(1, "bob", "", 0, "Thanks.");

      List<PlacedComment> all = done(workspace.tracking().comments(draft.id()));

      assertThat(all)
          .extracting(
              one -> one.comment().text(),
              one -> one.entity().map(EntityKey::key).orElse(""),
              PlacedComment::field)
          .containsExactlyInAnyOrder(
              tuple("Which alpha?", "A", "label"),
              tuple("This line went.", "A", ""),
              tuple("Elsewhere.", "", ""),
              tuple("Thanks.", "", ""));
      PlacedComment asked =
          all.stream()
              .filter(one -> one.comment().text().equals("Which alpha?"))
              .findFirst()
              .orElseThrow();
      done(workspace.tracking().answer(draft.id(), asked, "The first."));
      assertThat(server.said(1)).contains("The first.");
    }
  }

  private static PlacedComment said(Workspace workspace, DraftSession draft, String begin) {
    return done(workspace.tracking().comments(draft.id())).stream()
        .filter(one -> one.comment().text().startsWith(begin))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void a_suggestion_becomes_an_edit_that_undo_takes_back(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = sent(workspace);
      // What was edited since does not move the lines that the comment is about.
      set(draft, "description", "Edited since.");
      server.comment(
          1, "eve", "categories/A.json", 3, "Better:\n```suggestion\n  \"label\": \"Alfa\",\n```");
      server.comment(
          1, "eve", "categories/A.json", 4, "Or:\n```suggestion\n  \"description\": \"B.\"\n```");
      server.comment(1, "eve", "categories/A.json", 3, "No:\n```suggestion\n  \"label\": \n```");
      PlacedComment better = said(workspace, draft, "Better");
      assertThat(better.field()).isEqualTo("label");

      done(
          workspace.tracking().take(draft, better, SuggestedLines.in(better.comment()).getFirst()));
      assertThat(draft.effective().get().document(A).label()).contains("Alfa");
      assertThat(draft.effective().get().document(A).description()).contains("Edited since.");
      done(draft.undo());
      assertThat(draft.effective().get().document(A).label()).contains("Alpha");

      assertRefused(workspace, draft, said(workspace, draft, "Or"), "TRACK-04");
      assertRefused(workspace, draft, said(workspace, draft, "No"), "TRACK-05");
      assertThat(draft.effective().get().document(A).label()).contains("Alpha");
    }
  }

  private static void assertRefused(
      Workspace workspace, DraftSession draft, PlacedComment comment, String code) {
    assertThat(
            workspace
                .tracking()
                .take(draft, comment, SuggestedLines.in(comment.comment()).getFirst()))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void a_settled_thread_is_told_where_the_forge_tells_it(ForgeKind kind) {
    try (Workspace workspace = open(kind)) {
      DraftSession draft = sent(workspace);
      int first = server.comment(1, "eve", "categories/A.json", 3, "Settled.");
      server.comment(1, "eve", "categories/A.json", 3, "Open.");
      server.resolve(1, first);

      boolean tells = kind != ForgeKind.GITHUB;
      assertThat(said(workspace, draft, "Settled").comment().resolution())
          .isEqualTo(tells ? Resolution.RESOLVED : Resolution.NOT_TOLD);
      assertThat(said(workspace, draft, "Open").comment().resolution())
          .isEqualTo(tells ? Resolution.OPEN : Resolution.NOT_TOLD);
    }
  }

  @Test
  void a_draft_that_is_edited_when_it_is_merged_stays_a_draft_and_goes_on_elsewhere() {
    try (Workspace workspace = open(ForgeKind.GITHUB)) {
      DraftSession draft = sent(workspace);
      String first = done(Outcome.done(server.branches(NAME))).getLast();
      set(draft, "description", "More.");
      server.merge(1, Way.MERGE);

      TrackedPullRequest tracked = ask(workspace, draft);

      assertThat(tracked.phase()).isEqualTo(Phase.MERGED);
      assertThat(tracked.differences()).isEmpty();
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.DRAFT);
      done(workspace.rebaseDraft());
      assertThat(submit(workspace, draft).branch()).isNotEqualTo(first);
      assertThat(server.pullRequests()).hasSize(2);
      assertThat(ask(workspace, draft).number()).isEqualTo(2);
    }
  }

  @Test
  void a_forge_that_says_wait_is_not_asked_before() {
    try (Workspace workspace = open(ForgeKind.GITHUB)) {
      sent(workspace);
      server
          .faults()
          .plan("GET", "/pulls/1", Answer.json(429, "{}").with("Retry-After", "3000"), 1);
      assertThat(workspace.tracking().ask(Progress.none()))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("FORGE-09"));
      int before = server.requests().size();

      assertThat(done(workspace.tracking().ask(Progress.none()))).isZero();

      assertThat(server.requests()).hasSize(before);
    }
  }

  @Test
  void without_a_forge_a_draft_is_merged_when_upstream_has_all_of_it() {
    try (Workspace workspace = open(ForgeKind.GITHUB)) {
      parts.services().settings().update(now -> now.withForgeApis(java.util.Map.of()));
    }
    parts.close();
    parts = new RealServices(folder.resolve("home2"));
    try (Workspace workspace = parts.open(new OpenRequest.Folder(upstream.folder()))) {
      DraftSession draft = sent(workspace);
      assertThat(done(workspace.tracking().ask(Progress.none()))).isZero();
      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);

      upstream.on("main").file("categories/A.json", document("Alpha", "Other.")).commit("two");
      done(workspace.refresh(Progress.none()));
      done(workspace.tracking().ask(Progress.none()));

      assertThat(draft.draft().get().status()).isEqualTo(DraftStatus.MERGED);
    }
  }
}
