package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.testing.HttpFault;
import org.ontodraft.app.testing.HttpFault.Answer;
import org.ontodraft.app.testing.SentDraft;
import org.ontodraft.app.ui.common.Texts;

/**
 * What forges and maintainers do to a draft that is being sent. Each row has its sentence and its
 * next step, costs nothing, and once it is put right ends with one pull request from one branch.
 */
class BadInputTest {
  private static final Set<ForgeKind> ALL = EnumSet.allOf(ForgeKind.class);
  private static final Set<ForgeKind> HUB = EnumSet.of(ForgeKind.GITHUB);

  @TempDir Path folder;

  /**
   * A row.
   *
   * @param kinds the forges that do so
   * @param says what the refusal's text must hold
   * @param bad what happens
   * @param mended what is done about it, before the next try
   */
  record Row(
      String id,
      ForgeKind kind,
      Set<ForgeKind> kinds,
      String code,
      String says,
      Consumer<SentDraft> bad,
      Consumer<SentDraft> mended) {
    Row at(ForgeKind other) {
      return new Row(id, other, kinds, code, says, bad, mended);
    }

    @Override
    public String toString() {
      return id + " at " + kind;
    }
  }

  private static Row row(
      String id, Set<ForgeKind> kinds, String code, String says, Consumer<SentDraft> bad) {
    return new Row(id, ForgeKind.GITHUB, kinds, code, says, bad, draft -> {});
  }

  private static Row row(
      String id,
      Set<ForgeKind> kinds,
      String code,
      String says,
      Consumer<SentDraft> bad,
      Consumer<SentDraft> mended) {
    return new Row(id, ForgeKind.GITHUB, kinds, code, says, bad, mended);
  }

  private static Consumer<SentDraft> once(String method, String path, HttpFault fault) {
    return draft -> draft.server().faults().plan(method, path, fault, 1);
  }

  /** The first question about the repository. */
  private static Consumer<SentDraft> atAccess(HttpFault fault) {
    return once("GET", "/api/", fault);
  }

  /** The call that opens the pull request, after the push. */
  private static Consumer<SentDraft> atOpening(HttpFault fault) {
    return draft -> {
      draft.server().faults().plan("POST", "/pulls", fault, 1);
      draft.server().faults().plan("POST", "/merge_requests", fault, 1);
    };
  }

  private static Answer json(int status, String message) {
    return Answer.json(status, "{\"message\":\"" + message + "\"}");
  }

  private static String httpDate(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  static List<Row> rows() {
    Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
    String reset = String.valueOf(hourAgo.plusSeconds(90).getEpochSecond());
    List<Row> rows =
        List.of(
            row(
                "B01-push-rejected-by-a-hook",
                ALL,
                "PUSH-02",
                "titles begin with a number",
                draft -> hook(draft, "titles begin with a number"),
                BadInputTest::noHook),
            row(
                "B02-protected-branch",
                ALL,
                "PUSH-02",
                "protected branch",
                draft -> hook(draft, "GH006: protected branch update failed"),
                BadInputTest::noHook),
            row(
                "B03-moved-to-another-host",
                ALL,
                "FORGE-16",
                "elsewhere.example.net",
                atAccess(
                    json(301, "Moved Permanently")
                        .with("Location", "https://elsewhere.example.net/api/acme/ontology"))),
            row(
                "B04-moved-in-a-circle",
                ALL,
                "FORGE-12",
                "redirect",
                draft ->
                    draft
                        .server()
                        .faults()
                        .plan(
                            "GET",
                            "/api/",
                            json(301, "Moved Permanently").with("Location", "/api/again"),
                            4)),
            row(
                "B05-made-private",
                ALL,
                "FORGE-08",
                "acme/ontology",
                atAccess(json(404, "Not Found"))),
            row(
                "B06-rate-limit-with-retry-after",
                ALL,
                "FORGE-09",
                "",
                atAccess(json(429, "slow").with("Retry-After", "17"))),
            row("B07-rate-limit-without-headers", ALL, "FORGE-09", "", atAccess(json(429, "slow"))),
            row(
                "B08-rate-limit-by-403-and-a-clock-an-hour-off",
                HUB,
                "FORGE-09",
                "",
                atAccess(
                    json(403, "API rate limit exceeded")
                        .with("Date", httpDate(hourAgo))
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", reset))),
            row("B09-token-expired", ALL, "FORGE-05", "", atAccess(json(401, "Bad credentials"))),
            row(
                "B10-token-revoked-in-the-middle",
                ALL,
                "FORGE-05",
                "",
                atOpening(json(401, "Bad credentials"))),
            row(
                "B11-token-revoked-and-replaced",
                ALL,
                "FORGE-05|GIT-02",
                "",
                draft -> draft.server().requireToken("canary-next"),
                draft ->
                    draft
                        .parts()
                        .services()
                        .secrets()
                        .save(draft.server().origin(), Secret.of("canary-next"))),
            row(
                "B12-second-factor",
                EnumSet.of(ForgeKind.GITHUB, ForgeKind.GITEA),
                "FORGE-17",
                "",
                atAccess(
                    json(401, "Must specify two-factor authentication OTP code.")
                        .with("X-GitHub-OTP", "required; app"))),
            row(
                "B13-single-sign-on",
                HUB,
                "FORGE-07",
                "https://github.com/orgs/acme/sso",
                atAccess(
                    json(403, "Resource protected by organization SAML enforcement.")
                        .with("X-GitHub-SSO", "required; url=https://github.com/orgs/acme/sso"))),
            row(
                "B14-streams-for-ever",
                ALL,
                "FORGE-12",
                "bytes",
                atAccess(new HttpFault.Endless())),
            row(
                "B15-cut-in-the-middle-of-an-answer",
                ALL,
                "FORGE-04",
                "",
                atOpening(new HttpFault.CutInBody(20))),
            row("B16-page-of-a-proxy", ALL, "FORGE-12", "", atAccess(Answer.html(200))));
    List<Row> all = new ArrayList<>();
    for (Row row : rows) {
      row.kinds().forEach(kind -> all.add(row.at(kind)));
    }
    return all;
  }

  private static Path hookOf(SentDraft draft) {
    return draft.repository().resolve("hooks/pre-receive");
  }

  private static void hook(SentDraft draft, String says) {
    try {
      Files.createDirectories(hookOf(draft).getParent());
      Files.writeString(hookOf(draft), "#!/bin/sh\necho '" + says + "' >&2\nexit 1\n");
      Files.setPosixFilePermissions(hookOf(draft), PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void noHook(SentDraft draft) {
    try {
      Files.delete(hookOf(draft));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void is_told_and_leaves_one_pull_request_once_it_is_put_right(Row row) {
    try (SentDraft draft = new SentDraft(folder, row.kind())) {
      row.bad().accept(draft);

      SubmitOutcome outcome = draft.submit();

      assertThat(outcome).isInstanceOf(SubmitOutcome.Failed.class);
      Refusal refusal = ((SubmitOutcome.Failed) outcome).refusal();
      assertThat(refusal.code()).matches(row.code());
      assertThat(String.join(" ", refusal.arguments())).contains(row.says());
      Texts texts = Texts.load();
      assertThat(texts.find("refusal." + refusal.code() + ".next")).isPresent();
      if (refusal.code().equals("FORGE-09")) {
        assertThat(Instant.parse(refusal.arguments().get(1)))
            .isBetween(Instant.now(), Instant.now().plusSeconds(91));
      }
      draft.server().faults().clear();
      row.mended().accept(draft);

      draft.send();

      assertThat(draft.server().pullRequests()).hasSize(1);
      assertThat(draft.server().branches(SentDraft.NAME)).hasSize(2);
    }
  }
}
