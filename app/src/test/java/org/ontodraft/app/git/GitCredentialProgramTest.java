package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;

/** Git itself, with a configuration of this test. */
class GitCredentialProgramTest {
  private static final Origin HOUSE = Origin.of("https", "git.example.org", 8443);

  @TempDir Path home;

  private GitCredentialProgram helpers(String... lines) throws IOException {
    Files.writeString(
        home.resolve(".gitconfig"), "[credential]\n\t" + String.join("\n\t", lines) + "\n");
    return new GitCredentialProgram(home, Duration.ofSeconds(5));
  }

  private String store() throws IOException {
    Path file = home.resolve(".git-credentials");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void what_a_helper_keeps_is_found_approved_and_forgotten() throws IOException {
    GitCredentialProgram git = helpers("helper = store");
    assertThat(git.fill(HOUSE)).isEmpty();

    git.approve(HOUSE, new Login("ada", Secret.of("p w=1")));
    assertThat(store()).contains("git.example.org%3a8443");
    Login found = git.fill(HOUSE).orElseThrow();
    assertThat(found.user()).isEqualTo("ada");
    assertThat(found.secret().reveal()).isEqualTo("p w=1");
    assertThat(git.fill(Origin.of("https", "git.example.org", 0))).as("another port").isEmpty();

    git.reject(HOUSE, found);
    assertThat(store()).isEmpty();
  }

  @Test
  void no_helper_asks_in_a_terminal_or_by_another_program() throws IOException {
    GitCredentialProgram git = helpers("username = ada");
    Files.writeString(
        home.resolve(".gitconfig"), "\n[core]\n\taskPass = touch " + home.resolve("asked") + "\n");

    assertThat(git.fill(HOUSE)).isEmpty();
    assertThat(home.resolve("asked")).doesNotExist();
  }

  @Test
  void a_helper_that_never_answers_is_left_and_ended() throws Exception {
    Path id = home.resolve("pid");
    helpers("helper = \"!f() { echo $$ > '" + id + "'; sleep 600; }; f\"");
    GitCredentialProgram git = new GitCredentialProgram(home, Duration.ofMillis(700));

    long before = System.nanoTime();
    assertThat(git.fill(HOUSE)).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    long helper = Long.parseLong(Files.readString(id).strip());
    for (int i = 0; i < 50 && runs(helper); i++) {
      Thread.sleep(20);
    }
    assertThat(runs(helper)).isFalse();
  }

  /** One that has ended and that nobody has buried runs no program any more. */
  private static boolean runs(long process) {
    return ProcessHandle.of(process).flatMap(handle -> handle.info().command()).isPresent();
  }

  @Test
  void a_helper_that_streams_for_ever_and_one_that_talks_of_another_server_are_not_believed()
      throws IOException {
    GitCredentialProgram endless = helpers("helper = \"!f() { yes password=x; }; f\"");
    assertThat(endless.fill(HOUSE).map(Login::user)).isNotEqualTo(Optional.of("ada"));

    GitCredentialProgram other =
        helpers(
            "helper = \"!f() { echo host=evil.example.net; echo username=ada; echo password=x; }; f\"");
    assertThat(other.fill(HOUSE)).isEmpty();
  }
}
