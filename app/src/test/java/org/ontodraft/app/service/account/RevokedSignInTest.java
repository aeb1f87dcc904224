package org.ontodraft.app.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.forge.DeviceCode;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.service.submit.StepReport;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.submit.SubmitStep;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.DeviceDesk;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.SentDraft;

/** Tokens of sign-ins through the browser that their server stops to take before they end. */
class RevokedSignInTest {
  private static final String REVOKED = "nobody has this one";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private SentDraft draft;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  /** A draft whose author is signed in through the browser, with a token for hours. */
  private void signedIn(ForgeKind kind) {
    draft = new SentDraft(folder, kind);
    server = draft.server();
    server.desk().renewing(Duration.ofHours(8)).every(Duration.ofSeconds(1));
    SignIns signIns = draft.parts().services().signIns();
    signIns.nameClient(server.origin(), DeviceDesk.CLIENT);
    DeviceCode code = done(signIns.begin(server.origin()));
    server.desk().answer(DeviceDesk.Answer.AGREED);
    done(signIns.await(code, Progress.none(), away -> {}));
  }

  @AfterEach
  void stop() {
    assertThat(server.desk().violations()).isEmpty();
    List<String> secrets = server.desk().secrets();
    draft.close();
    secrets.forEach(secret -> Canary.isNowhereBelow(folder, secret));
  }

  static Stream<Arguments> steps() {
    return Stream.of(ForgeKind.GITHUB, ForgeKind.GITLAB)
        .flatMap(kind -> Arrays.stream(SubmitStep.values()).map(step -> Arguments.of(kind, step)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_token_revoked_before_a_step_is_renewed_once_and_the_draft_is_sent(
      ForgeKind kind, SubmitStep step) {
    signedIn(kind);
    long before = asked();

    SubmitOutcome outcome = submit(step);

    assertThat(outcome).isInstanceOf(SubmitOutcome.Sent.class);
    assertThat(server.pullRequests()).hasSize(1);
    done(draft.workspace().tracking().ask(Progress.none()));
    assertThat(asked() - before).as("renewals").isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"PROBE_BRANCH", "CREATE_PULL_REQUEST"})
  void a_token_that_is_refused_as_soon_as_it_is_given_is_not_renewed_again(SubmitStep step) {
    signedIn(ForgeKind.GITHUB);
    server.desk().giveUseless();
    long before = asked();

    assertThat(code(submit(step))).isIn("FORGE-05", "GIT-02");
    assertThat(code(draft.submit())).isIn("FORGE-05", "GIT-02");
    assertThat(asked() - before).as("renewals").isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"PROBE_BRANCH", "CREATE_PULL_REQUEST"})
  void a_sign_in_that_is_revoked_as_a_whole_is_told_and_sent_by_the_next(SubmitStep step) {
    signedIn(ForgeKind.GITHUB);
    server.desk().revoke();

    assertThat(code(submit(step))).isIn("FORGE-05", "GIT-02");

    DeviceCode code = done(draft.parts().services().signIns().begin(server.origin()));
    server.desk().answer(DeviceDesk.Answer.AGREED);
    done(draft.parts().services().signIns().await(code, Progress.none(), away -> {}));
    draft.send();
    assertThat(server.pullRequests()).hasSize(1);
  }

  private SubmitOutcome submit(SubmitStep revokedBefore) {
    return draft
        .workspace()
        .submits()
        .submit(
            draft.session(),
            "Name A",
            "It has a name.",
            false,
            report -> {
              if (report.step() == revokedBefore && report.state() == StepReport.State.RUNNING) {
                server.requireToken(REVOKED);
              }
            },
            Progress.none());
  }

  private long asked() {
    return server.requests().stream().filter(each -> each.contains("/oauth/")).count();
  }

  private static String code(SubmitOutcome outcome) {
    return outcome instanceof SubmitOutcome.Failed failed ? failed.refusal().code() : "";
  }
}
