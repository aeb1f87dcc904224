package org.ontodraft.app.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.forge.DeviceCode;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.account.BrowserSignIn.Hindrance;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.service.settings.Account.Way;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.AccountParts;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.DeviceDesk;
import org.ontodraft.app.testing.DeviceDesk.Answer;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.HttpFault;

/** Sign-ins with a code, at desks that hold to RFC 8628 as GitHub and GitLab publish it. */
class BrowserSignInTest {
  private static final Duration FIVE = Duration.ofSeconds(5);

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  private AccountParts parts;

  private final List<Boolean> away = new ArrayList<>();

  private void serve(ForgeKind kind) {
    server = ForgeServer.serving(folder, kind);
    parts = new AccountParts(folder.resolve("settings")).knowing(server);
  }

  @AfterEach
  void stop() {
    assertThat(server.desk().violations()).isEmpty();
    server.desk().secrets().forEach(secret -> Canary.isNowhereBelow(folder, secret));
    assertThat(server.requests())
        .noneMatch(request -> server.desk().secrets().stream().anyMatch(request::contains));
    server.close();
    parts.close();
  }

  private DeviceCode begin() {
    return done(parts.browser().begin(server.origin()));
  }

  private Outcome<Account> await(DeviceCode code) {
    return parts.browser().await(code, Progress.none(), away::add);
  }

  private static String refused(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "";
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void the_person_agrees_after_a_while(ForgeKind kind) {
    serve(kind);
    DeviceCode code = begin();
    assertThat(code.userCode()).isEqualTo(DeviceDesk.USER_CODE);
    assertThat(server.origin().covers(code.page())).isTrue();
    parts.after(3, () -> server.desk().answer(Answer.AGREED));

    Account account = done(await(code));

    assertThat(account.user()).isEqualTo("ada");
    assertThat(account.scopes()).containsExactly(kind == ForgeKind.GITLAB ? "api" : "repo");
    assertThat(account.way()).isEqualTo(Way.BROWSER);
    assertThat(parts.accounts().known(server.origin())).contains(account);
    assertThat(parts.pauses()).containsExactly(FIVE, FIVE, FIVE);
    assertThat(away).containsOnly(false);
    assertThat(parts.secrets().find(server.origin()).orElseThrow().reveal())
        .isEqualTo(server.desk().secrets().getLast());
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void slow_down_is_obeyed_from_then_on(ForgeKind kind) {
    serve(kind);
    DeviceCode code = begin();
    String path = kind == ForgeKind.GITLAB ? "/oauth/token" : "/login/oauth/access_token";
    server
        .faults()
        .plan(
            "POST",
            path,
            HttpFault.Answer.json(
                kind == ForgeKind.GITLAB ? 400 : 200,
                kind == ForgeKind.GITLAB
                    ? "{\"error\":\"slow_down\"}"
                    : "{\"error\":\"slow_down\",\"interval\":12}"),
            1);
    parts.after(3, () -> server.desk().answer(Answer.AGREED));

    done(await(code));

    Duration slower = Duration.ofSeconds(kind == ForgeKind.GITLAB ? 10 : 12);
    assertThat(parts.pauses()).containsExactly(FIVE, slower, slower);
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void a_code_that_nobody_types_ends(ForgeKind kind) {
    serve(kind);

    assertThat(refused(await(begin()))).isEqualTo("SIGN-03");
    assertThat(parts.pauses()).hasSizeBetween(170, 180);
    assertThat(parts.secrets().find(server.origin())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void a_no_is_a_no(ForgeKind kind) {
    serve(kind);
    DeviceCode code = begin();
    server.desk().answer(Answer.DENIED);

    assertThat(refused(await(code))).isEqualTo("SIGN-02");
    assertThat(parts.accounts().known(server.origin())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void a_client_that_is_not_known_or_not_allowed_is_named(ForgeKind kind) {
    serve(kind);
    parts.accounts().nameClient(server.origin(), "Iv1.mistyped");
    assertThat(refused(parts.browser().begin(server.origin()))).isEqualTo("SIGN-04");

    parts.accounts().nameClient(server.origin(), DeviceDesk.CLIENT);
    server.desk().disable();
    assertThat(refused(parts.browser().begin(server.origin()))).isEqualTo("SIGN-04");
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void a_network_that_goes_away_is_waited_for(ForgeKind kind) {
    serve(kind);
    DeviceCode code = begin();
    String path = kind == ForgeKind.GITLAB ? "/oauth/token" : "/login/oauth/access_token";
    server.faults().plan("POST", path, new HttpFault.CutBeforeEffect(), 2);
    server.faults().plan("POST", path, HttpFault.Answer.html(502), 1);
    parts.after(5, () -> server.desk().answer(Answer.AGREED));

    done(await(code));

    assertThat(away).containsExactly(true, true, true, false);
    assertThat(parts.pauses().get(1)).isGreaterThan(FIVE);
  }

  @Test
  void it_is_given_up_at_any_time() {
    serve(ForgeKind.GITHUB);
    AtomicBoolean stop = new AtomicBoolean();
    parts.after(2, () -> stop.set(true));
    Progress stopped =
        new Progress() {
          @Override
          public void stage(String stage, long total) {}

          @Override
          public void done(long units) {}

          @Override
          public boolean cancelled() {
            return stop.get();
          }
        };
    DeviceCode code = begin();

    assertThatThrownBy(() -> parts.browser().await(code, stopped, away::add))
        .isInstanceOf(CancellationException.class);
    assertThat(parts.pauses()).hasSize(2);
    assertThat(parts.secrets().find(server.origin())).isEmpty();
  }

  @Test
  void a_page_at_another_server_is_never_shown() {
    serve(ForgeKind.GITHUB);
    server
        .faults()
        .plan(
            "POST",
            "/login/device/code",
            HttpFault.Answer.json(
                200,
                "{\"device_code\":\"d\",\"user_code\":\"AB-CD\","
                    + "\"verification_uri\":\"https://github.example.net/login/device\","
                    + "\"expires_in\":900,\"interval\":5}"),
            1);

    assertThat(refused(parts.browser().begin(server.origin()))).isEqualTo("FORGE-12");
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void a_token_that_ends_is_renewed_before_it_is_handed_out(ForgeKind kind) {
    serve(kind);
    server.desk().renewing(Duration.ofHours(2));
    DeviceCode code = begin();
    server.desk().answer(Answer.AGREED);
    done(await(code));
    Origin origin = server.origin();
    String first = revealed(origin);

    parts.clock().pass(Duration.ofMinutes(110));
    assertThat(revealed(origin)).isEqualTo(first);
    parts.clock().pass(Duration.ofMinutes(10));
    String second = revealed(origin);
    assertThat(second).isNotEqualTo(first);
    assertThat(done(parts.accounts().check(origin)).user()).isEqualTo("ada");
    assertThat(revealed(origin)).as("not renewed twice").isEqualTo(second);

    server.desk().revoke();
    parts.clock().pass(Duration.ofHours(3));
    assertThat(revealed(origin)).as("for the server to refuse").isEqualTo(second);
  }

  private String revealed(Origin origin) {
    try (Secret secret = parts.secrets().find(origin).orElseThrow()) {
      return secret.reveal();
    }
  }

  @Test
  void what_stands_in_the_way_is_known_before_anybody_is_asked() {
    serve(ForgeKind.GITHUB);
    assertThat(parts.browser().hindrance(server.origin())).isEqualTo(Hindrance.NONE);
    parts.accounts().nameClient(server.origin(), "");
    assertThat(parts.browser().hindrance(server.origin())).isEqualTo(Hindrance.NO_CLIENT);
    assertThat(refused(parts.browser().begin(server.origin()))).isEqualTo("SIGN-01");
    assertThat(parts.browser().hindrance(Origin.of("https", "codeberg.org", 0)))
        .isEqualTo(Hindrance.NOT_OFFERED);
    assertThat(parts.browser().hindrance(Origin.of("https", "git.example.org", 0)))
        .isEqualTo(Hindrance.UNKNOWN_FORGE);
    assertThat(server.requests()).isEmpty();
  }
}
