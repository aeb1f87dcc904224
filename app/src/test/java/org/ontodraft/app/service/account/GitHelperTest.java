package org.ontodraft.app.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.service.settings.Account.Way;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.Canary;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;

/** Git's credential helper, asked by the whole program below its window. */
class GitHelperTest {
  private static final String TOKEN = "canary-helper-0123456789";

  @TempDir Path home;
  @TempDir Path upstreams;

  @SuppressWarnings("NullAway.Init")
  private ForgeServer server;

  @SuppressWarnings("NullAway.Init")
  private RealServices services;

  @BeforeEach
  void start() {
    try (GitHistory upstream = GitHistory.bare(upstreams.resolve("acme/ontology.git"))) {
      upstream
          .file("categories/Plant.json", "{\"id\": \"Plant\", \"label\": \"Plant\"}\n")
          .commit("one");
    }
    server = ForgeServer.serving(upstreams, ForgeKind.GITLAB);
    services = new RealServices(home);
    services
        .services()
        .settings()
        .update(now -> now.withForgeApis(Map.of(server.host(), server.api())));
  }

  @AfterEach
  void stop() {
    services.close();
    server.close();
    Canary.isNowhereBelow(home.resolve("data"), TOKEN);
  }

  /** A helper that notes what it is asked, beside what it answers. */
  private void helper(String password) throws IOException {
    Files.writeString(
        home.resolve("helper.sh"),
        "echo $1 >> '"
            + home.resolve("asked")
            + "'\nif [ $1 = get ]; then echo username=ada; echo password="
            + password
            + "; fi\n");
    Files.writeString(
        home.resolve(".gitconfig"),
        "[credential]\n\thelper = \"!sh '" + home.resolve("helper.sh") + "'\"\n");
  }

  private List<String> asked() throws IOException {
    Path file = home.resolve("asked");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private OpenRequest repository() {
    return new OpenRequest.Address(server.cloneAddress("acme/ontology"));
  }

  private void agree() {
    services
        .services()
        .settings()
        .update(now -> now.withConnections(all -> all.withGitHelper(server.origin(), true)));
  }

  private Optional<Kept> where() {
    return services.services().signIns().standing(server.origin()).token();
  }

  @Test
  void a_private_repository_is_opened_and_the_account_told_with_one_question() throws Exception {
    helper(TOKEN);
    server.requireToken(TOKEN);
    assertThat(services.refused(repository()).code()).isEqualTo("GIT-01");
    assertThat(asked()).as("before the person agreed").isEmpty();
    assertThat(where()).isEmpty();

    Account account = done(services.services().signIns().askGit(server.origin()));
    assertThat(account.user()).isEqualTo("ada");
    assertThat(account.way()).isEqualTo(Way.GIT);
    assertThat(where()).contains(Kept.GIT);
    try (Workspace workspace = services.open(repository())) {
      assertThat(workspace.info().remote()).contains("acme/ontology");
    }
    assertThat(asked()).containsExactly("get", "store");
  }

  @Test
  void a_public_repository_starts_no_process() throws Exception {
    helper(TOKEN);
    agree();

    services.open(repository()).close();

    assertThat(asked()).isEmpty();
    assertThat(where()).as("nobody knows yet whether there is one").contains(Kept.GIT_UNASKED);
  }

  @Test
  void a_password_that_is_refused_is_rejected_and_not_asked_for_again() throws Exception {
    helper("mistyped");
    server.requireToken(TOKEN);
    agree();

    assertThat(services.refused(repository()).code()).isEqualTo("GIT-02");
    assertThat(asked()).containsExactly("get", "erase");
    assertThat(services.refused(repository()).code()).isEqualTo("GIT-01");
    assertThat(asked()).hasSize(2);
  }

  @Test
  void where_git_knows_nothing_the_person_is_told_so() throws Exception {
    Files.writeString(home.resolve(".gitconfig"), "");

    Outcome<Account> outcome = services.services().signIns().askGit(server.origin());

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused<Account>) outcome).refusal().code()).isEqualTo("SIGN-07");
    assertThat(where()).isEmpty();
    assertThat(services.services().signIns().check(server.origin()))
        .as("asked once more")
        .isEqualTo(outcome);
    services.services().signIns().signOut(server.origin());
    assertThat(services.services().signIns().standing(server.origin()).asksGit()).isFalse();
  }
}
