package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.testing.HttpFault;
import org.ontodraft.app.testing.SentDraft;
import org.ontodraft.model.draft.DraftStatus;

/** A repository that is closed while a draft of it is on its way: the store outlives the submit. */
class ClosedWhileSendingTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "C1, GITHUB, POST, /pulls",
    "C2, GITLAB, POST, /merge_requests",
    "C3, GITEA, POST, /pulls",
    "C4, GITHUB, GET, /pulls",
    "C5, GITLAB, GET, /projects",
  })
  void what_the_server_was_told_is_recorded_or_gone_on_with(
      String row, ForgeKind kind, String method, String path) throws Exception {
    try (SentDraft draft = new SentDraft(folder, kind)) {
      HttpFault.Held held = new HttpFault.Held();
      draft.server().faults().plan(method, path, held, 1);
      CompletableFuture<SubmitOutcome> sending =
          CompletableFuture.supplyAsync(draft::submit, Thread::startVirtualThread);
      assertThat(held.done().await(20, TimeUnit.SECONDS)).as("the call").isTrue();
      CompletableFuture<Void> closing =
          CompletableFuture.runAsync(draft.workspace()::close, Thread::startVirtualThread);
      Thread.sleep(300); // what does not wait for the submit has closed by then
      held.answer().countDown();

      assertThat(how(sending)).isIn("sent", "cancelled");
      closing.get(20, TimeUnit.SECONDS);

      draft.restart();
      if (draft.session().draft().get().status() != DraftStatus.SUBMITTED) {
        draft.send();
      }
      assertThat(draft.server().pullRequests()).hasSize(1);
      assertThat(draft.server().branches(SentDraft.NAME)).hasSize(2);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource("C6")
  void nothing_is_sent_of_a_repository_that_is_closed(String row) {
    try (SentDraft draft = new SentDraft(folder, ForgeKind.GITHUB)) {
      draft.workspace().close();
      int requests = draft.server().requests().size();

      assertThat(how(CompletableFuture.supplyAsync(draft::submit, Thread::startVirtualThread)))
          .isEqualTo("cancelled");

      assertThat(draft.server().requests()).hasSize(requests);
      draft.restart();
      draft.send();
    }
  }

  private static String how(CompletableFuture<SubmitOutcome> sending) {
    try {
      return sending.join() instanceof SubmitOutcome.Failed failed ? failed.toString() : "sent";
    } catch (CompletionException failed) {
      return failed.getCause() instanceof CancellationException ? "cancelled" : failed.toString();
    } catch (CancellationException stopped) {
      return "cancelled";
    }
  }
}
