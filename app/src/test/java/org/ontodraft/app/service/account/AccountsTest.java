package org.ontodraft.app.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.service.settings.SettingsFile;
import org.ontodraft.app.testing.AccountParts;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.HttpFault;

class AccountsTest {
  private static final String TOKEN = "canary-0123456789";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void who_a_token_stands_for_is_asked_kept_and_forgotten(ForgeKind kind) {
    try (ForgeServer server = ForgeServer.serving(folder, kind).requireToken(TOKEN);
        AccountParts parts = new AccountParts(folder.resolve("settings")).knowing(server)) {
      Origin origin = server.origin();
      assertThat(refused(parts.accounts().check(origin))).isEqualTo("FORGE-03");
      parts.secrets().save(origin, Secret.of(TOKEN));

      Account account = done(parts.accounts().check(origin));

      assertThat(account.user()).isEqualTo("ada");
      assertThat(account.scopes().isEmpty()).isEqualTo(kind == ForgeKind.GITEA);
      assertThat(account.expires())
          .isEqualTo(
              kind == ForgeKind.GITEA
                  ? Optional.empty()
                  : Optional.of(Instant.parse("2027-01-31T00:00:00Z")));
      assertThat(again(origin)).contains(account);
      assertThat(parts.signIns().standing(origin).revocation().orElseThrow().toString())
          .startsWith(origin.toString());

      parts.signIns().signOut(origin);
      assertThat(parts.secrets().find(origin)).isEmpty();
      assertThat(again(origin)).isEmpty();
      assertThat(server.violations()).isEmpty();
      Canary.isNowhereBelow(folder, TOKEN);
    }
  }

  /** As a next start reads it. */
  private Optional<Account> again(Origin origin) {
    return new SettingsFile(folder.resolve("settings").resolve("settings.json"))
        .settings()
        .get()
        .connections()
        .account(origin);
  }

  @Test
  void a_token_that_was_revoked_in_the_middle_is_told_and_what_was_known_stays() {
    try (ForgeServer server = ForgeServer.serving(folder).requireToken(TOKEN);
        AccountParts parts = new AccountParts(folder.resolve("settings")).knowing(server)) {
      parts.secrets().save(server.origin(), Secret.of(TOKEN));
      Account before = done(parts.accounts().check(server.origin()));
      server.requireToken("another");

      assertThat(refused(parts.accounts().check(server.origin()))).isEqualTo("FORGE-05");
      assertThat(parts.accounts().known(server.origin())).contains(before);
    }
  }

  @Test
  void nobody_is_signed_in_by_a_token_that_went_with_the_memory_it_was_in() {
    try (ForgeServer server = ForgeServer.serving(folder).requireToken(TOKEN)) {
      Origin origin = server.origin();
      try (AccountParts parts = new AccountParts(folder.resolve("settings")).knowing(server)) {
        parts.secrets().save(origin, Secret.of(TOKEN));
        Account account = done(parts.accounts().check(origin));
        assertThat(parts.signIns().standing(origin).account()).contains(account);
      }
      try (AccountParts next = new AccountParts(folder.resolve("settings"))) {
        assertThat(next.accounts().known(origin)).isPresent();
        assertThat(next.signIns().standing(origin).account()).isEmpty();
      }
    }
  }

  @Test
  void several_accounts_at_several_servers_of_a_kind_are_kept_apart() {
    try (ForgeServer one = ForgeServer.serving(folder).requireToken(TOKEN);
        ForgeServer other = ForgeServer.serving(folder).requireToken("canary-other");
        AccountParts parts = new AccountParts(folder.resolve("settings")).knowing(one)) {
      parts
          .settings()
          .update(
              now -> now.withForgeApis(Map.of(one.host(), one.api(), other.host(), other.api())));
      parts.secrets().save(one.origin(), Secret.of(TOKEN));
      parts.secrets().save(other.origin(), Secret.of("canary-other"));

      done(parts.accounts().check(one.origin()));
      done(parts.accounts().check(other.origin()));
      parts.signIns().signOut(one.origin());

      assertThat(parts.accounts().known(other.origin())).isPresent();
      assertThat(parts.secrets().find(other.origin()).orElseThrow().reveal())
          .isEqualTo("canary-other");
      assertThat(one.authorizations()).noneMatch(header -> header.contains("other"));
    }
  }

  @Test
  void a_server_whose_forge_nobody_named_is_not_asked() {
    try (AccountParts parts = new AccountParts(folder.resolve("settings"))) {
      Origin house = Origin.of("https", "git.example.org", 0);
      parts.secrets().save(house, Secret.of(TOKEN));

      assertThat(refused(parts.accounts().check(house))).isEqualTo("SIGN-05");
    }
  }

  @Test
  void an_answer_that_names_nobody_is_no_account() {
    try (ForgeServer server = ForgeServer.serving(folder).requireToken(TOKEN);
        AccountParts parts = new AccountParts(folder.resolve("settings")).knowing(server)) {
      parts.secrets().save(server.origin(), Secret.of(TOKEN));
      server.faults().plan("GET", "/user", HttpFault.Answer.json(200, "{\"id\":7}"), 1);

      assertThat(refused(parts.accounts().check(server.origin()))).isEqualTo("FORGE-12");
      assertThat(parts.accounts().known(server.origin())).isEmpty();
    }
  }

  private static String refused(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "";
  }
}
