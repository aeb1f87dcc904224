package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.app.git.RemoteFailure.Reason;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitSshServer;

/** Git by SSH with the keys and known hosts of a home directory, against a real server. */
class SshRemoteTest {
  @TempDir Path folder;

  private Path key(String name, String type) throws Exception {
    Path file = folder.resolve("home/.ssh").resolve(name);
    Files.createDirectories(file.getParent());
    Process made =
        new ProcessBuilder("ssh-keygen", "-q", "-t", type, "-N", "", "-f", file.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    return file.resolveSibling(name + ".pub");
  }

  private static boolean hasKeygen() {
    try {
      return new ProcessBuilder("ssh-keygen", "-?")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          >= 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsa", "ed25519"})
  void fetchesAndPushesWithTheKeyOfTheHomeDirectory(String type) throws Exception {
    Assumptions.assumeTrue(hasKeygen(), "ssh-keygen is not here");
    Path publicKey = key("id_" + type, type);
    try (GitHistory history = GitHistory.bare(folder.resolve("up.git"));
        GitSshServer server = GitSshServer.allowing(publicKey);
        GitTransports transports =
            new GitTransports(folder.resolve("home"), Duration.ofSeconds(10));
        OntologyRepository repository =
            OntologyRepository.open(folder.resolve("cache"), transports)) {
      String commit = history.file("categories/A.json", "{}").commit("one");
      Remote remote =
          new Remote.Ssh("git", "127.0.0.1", server.port(), history.folder().toString());

      FetchOutcome unknown = repository.fetch(remote, null, Progress.none());
      assertThat(unknown).isInstanceOf(RemoteFailure.Unreachable.class);
      assertThat(((RemoteFailure.Unreachable) unknown).reason()).isEqualTo(Reason.HOST_KEY);
      assertThat(server.commands()).isEmpty();

      Files.writeString(folder.resolve("home/.ssh/known_hosts"), server.knownHostsLine());
      assertThat(repository.fetch(remote, null, Progress.none()))
          .isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(repository.push(remote, null, "b", commit, Optional.empty(), Progress.none()))
          .isEqualTo(new PushOutcome.Pushed());
      assertThat(repository.probe(remote, null, "b", Progress.none()))
          .isEqualTo(new ProbeOutcome.Present(commit));

      Remote missing =
          new Remote.Ssh("git", "127.0.0.1", server.port(), folder.resolve("no.git").toString());
      assertThat(repository.fetch(missing, null, Progress.none()))
          .isEqualTo(new RemoteFailure.NotARepository());

      Files.delete(folder.resolve("home/.ssh/id_" + type));
      key("id_" + type + "2", type);
      Files.move(
          folder.resolve("home/.ssh/id_" + type + "2"), folder.resolve("home/.ssh/id_" + type));
      assertThat(repository.fetch(remote, null, Progress.none()))
          .isEqualTo(new RemoteFailure.AuthenticationRefused(true));
    }
  }
}
