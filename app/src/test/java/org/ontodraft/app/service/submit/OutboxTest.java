package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.ReviewRequest;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.SentDraft;
import org.ontodraft.model.draft.DraftStatus;

/** Drafts that wait for a server which goes away and comes back. */
class OutboxTest {
  private static final Wishes WISHES =
      new Wishes(true, new ReviewRequest(List.of(), List.of("schema")), "");

  @TempDir Path folder;

  private static void wait(SentDraft draft) {
    draft.server().goAway();
    SubmitOutcome outcome = draft.submit();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SubmitOutcome.Failed.class,
            failed -> assertThat(Outbox.mayPass(failed.refusal())).isTrue());
    done(
        draft.workspace().outbox().add(draft.session(), "Name A", "It has a name.", false, WISHES));
  }

  private static int sent(SentDraft draft) {
    return draft.workspace().outbox().send(Progress.none());
  }

  private static Optional<WaitingSubmit> waiting(SentDraft draft) {
    return Optional.ofNullable(
        draft.workspace().outbox().waiting().get().get(draft.session().id()));
  }

  private static Optional<String> asks(SentDraft draft) {
    return waiting(draft).map(WaitingSubmit::stopped).map(Refusal::code);
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void isSentByItselfOnceTheServerIsBackAlsoAfterARestart(ForgeKind kind) {
    try (SentDraft draft = new SentDraft(folder, kind)) {
      wait(draft);
      assertThat(sent(draft)).isZero();
      assertThat(asks(draft)).isEmpty();
      draft.server().comeBack();
      draft.restart();
      assertThat(waiting(draft))
          .hasValueSatisfying(one -> assertThat(one.wishes()).isEqualTo(WISHES));

      assertThat(sent(draft)).isEqualTo(1);

      assertThat(waiting(draft)).isEmpty();
      assertThat(draft.session().draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
      assertThat(draft.server().pullRequests())
          .singleElement()
          .satisfies(one -> assertThat(one.path("title").asString()).endsWith("Name A"));
      assertThat(draft.server().wished(1)).hasSize(1); // Gitea tells labels by number
      int requests = draft.server().requests().size();
      assertThat(sent(draft)).isZero();
      assertThat(draft.server().requests()).hasSize(requests);
    }
  }

  @Test
  void isSentInItsOwnTimeWhileTheRepositoryIsOpen() throws InterruptedException {
    try (SentDraft draft = new SentDraft(folder, ForgeKind.GITHUB)) {
      wait(draft);
      draft.restart(Duration.ofMillis(200));
      Thread.sleep(700); // it is tried, and the server is still away
      assertThat(asks(draft)).isEmpty();
      assertThat(waiting(draft)).isPresent();

      draft.server().comeBack();

      for (int tries = 0; waiting(draft).isPresent() && tries < 300; tries++) {
        Thread.sleep(100);
      }
      assertThat(waiting(draft)).isEmpty();
      assertThat(draft.server().pullRequests()).hasSize(1);
      assertThat(draft.session().draft().get().status()).isEqualTo(DraftStatus.SUBMITTED);
    }
  }

  @Test
  void isSentAlsoWhenAnotherDraftIsOpen() {
    try (SentDraft draft = new SentDraft(folder, ForgeKind.GITHUB)) {
      wait(draft);
      draft.server().comeBack();
      done(draft.workspace().startDraft("Another"));

      assertThat(sent(draft)).isEqualTo(1);

      assertThat(draft.server().pullRequests()).hasSize(1);
      assertThat(draft.workspace().drafts().get())
          .filteredOn(one -> one.id().equals(draft.session().id()))
          .singleElement()
          .satisfies(one -> assertThat(one.status()).isEqualTo(DraftStatus.SUBMITTED));
    }
  }

  @Test
  void asksWhenTheDraftWasChangedMeanwhile() {
    try (SentDraft draft = new SentDraft(folder, ForgeKind.GITHUB)) {
      wait(draft);
      draft.set("label", "Other");
      draft.server().comeBack();

      assertThat(sent(draft)).isZero();

      assertThat(asks(draft)).contains("SUBMIT-08");
      assertThat(draft.server().branches(SentDraft.NAME)).containsExactly("main");
      draft.restart();
      assertThat(asks(draft)).contains("SUBMIT-08");
      draft.send();
      assertThat(waiting(draft)).isEmpty();
    }
  }

  @Test
  void asksWhenUpstreamMovedMeanwhile() {
    try (SentDraft draft = new SentDraft(folder, ForgeKind.GITHUB)) {
      wait(draft);
      draft.upstream().on("main").file("categories/B.json", "{\n  \"id\": \"B\"\n}\n").commit("2");
      draft.server().comeBack();

      assertThat(sent(draft)).isZero();

      assertThat(asks(draft)).contains("SUBMIT-09");
      assertThat(GitCommand.in(draft.repository()).run("branch", "--list").lines()).hasSize(1);
    }
  }

  @Test
  void asksForATokenThatIsGoneBeforeAnythingIsSent() {
    try (SentDraft draft = new SentDraft(folder, ForgeKind.GITHUB)) {
      wait(draft);
      draft.parts().services().secrets().forget(draft.server().origin());
      draft.server().comeBack();

      assertThat(sent(draft)).isZero();

      assertThat(asks(draft)).contains("FORGE-03");
      assertThat(draft.server().branches(SentDraft.NAME)).containsExactly("main");
    }
  }

  @Test
  void waitsNoMoreWhenItIsTakenBack() {
    try (SentDraft draft = new SentDraft(folder, ForgeKind.GITHUB)) {
      wait(draft);
      draft.workspace().outbox().remove(draft.session().id());
      draft.server().comeBack();

      assertThat(sent(draft)).isZero();

      draft.restart();
      assertThat(waiting(draft)).isEmpty();
      assertThat(draft.server().pullRequests()).isEmpty();
    }
  }

  @Test
  void aDamagedFileOfNotesIsSetAsideAndToldOf() throws IOException {
    try (SentDraft draft = new SentDraft(folder, ForgeKind.GITHUB)) {
      wait(draft);
      draft.server().comeBack();
      assertThat(draft.workspace().storeNotices()).isEmpty();
      Path notes;
      try (Stream<Path> files = Files.list(draft.parts().services().data().sending())) {
        notes = files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
      }
      Files.writeString(notes, "{ not");

      draft.restart();

      assertThat(draft.workspace().storeNotices())
          .singleElement()
          .satisfies(found -> assertThat(found.code()).isEqualTo("SEND-01"));
      assertThat(notes.resolveSibling(notes.getFileName() + ".unreadable")).hasContent("{ not");
      assertThat(waiting(draft)).isEmpty();
      draft.send();
    }
  }
}
