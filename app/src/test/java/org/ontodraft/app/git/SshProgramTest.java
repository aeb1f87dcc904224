package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.git.RemoteFailure.Reason;
import org.ontodraft.app.network.Network;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitSshServer;

/** The system's ssh with an agent of its own, at a real SSH server. */
class SshProgramTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path knownHosts;

  @SuppressWarnings("NullAway.Init")
  private Process agent;

  @SuppressWarnings("NullAway.Init")
  private GitTransports transports;

  @BeforeEach
  void start() throws Exception {
    for (String program : List.of("ssh", "ssh-agent", "ssh-add", "ssh-keygen")) {
      Assumptions.assumeTrue(isHere(program), program + " is not here");
    }
    Path socket = folder.resolve("agent");
    agent =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; i < 200 && !Files.exists(socket); i++) {
      Thread.sleep(10);
    }
    knownHosts = Files.createFile(folder.resolve("known_hosts"));
    transports =
        new GitTransports(
            folder,
            Duration.ofSeconds(10),
            Network.direct(),
            () -> true,
            List.of(
                "-F",
                "none",
                "-o",
                "IdentityAgent=" + socket,
                "-o",
                "UserKnownHostsFile=" + knownHosts,
                "-o",
                "GlobalKnownHostsFile=none"));
  }

  @AfterEach
  void stop() {
    if (transports != null) {
      transports.close();
      agent.destroy();
    }
  }

  private static boolean isHere(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String part : path.split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(part, program))) {
        return true;
      }
    }
    return false;
  }

  private Path key(String name) throws Exception {
    run("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", folder.resolve(name).toString());
    return folder.resolve(name + ".pub");
  }

  private void run(String... line) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("SSH_AUTH_SOCK", folder.resolve("agent").toString());
    assertThat(builder.start().waitFor()).isZero();
  }

  @Test
  void a_key_that_only_the_agent_has_fetches_and_pushes() throws Exception {
    Path publicKey = key("token");
    run("ssh-add", "-q", folder.resolve("token").toString());
    Files.delete(folder.resolve("token"));
    try (GitHistory history = GitHistory.bare(folder.resolve("up.git"));
        GitSshServer server = GitSshServer.allowing(publicKey);
        OntologyRepository repository =
            OntologyRepository.open(folder.resolve("cache"), transports)) {
      String commit = history.file("categories/A.json", "{}").commit("one");
      Remote remote =
          new Remote.Ssh("git", "127.0.0.1", server.port(), history.folder().toString());

      assertThat(reason(repository.fetch(remote, null, Progress.none())))
          .isEqualTo(Reason.HOST_KEY);
      assertThat(server.commands()).isEmpty();

      Files.writeString(knownHosts, server.knownHostsLine());
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

      run("ssh-add", "-q", "-D");
      assertThat(repository.fetch(remote, null, Progress.none()))
          .isEqualTo(new RemoteFailure.AuthenticationRefused(true));
    }
  }

  @Test
  void a_host_key_that_changed_is_told_from_one_that_is_unknown() throws Exception {
    Path publicKey = key("token");
    run("ssh-add", "-q", folder.resolve("token").toString());
    try (GitHistory history = GitHistory.bare(folder.resolve("up.git"));
        GitSshServer before = GitSshServer.allowing(publicKey);
        GitSshServer server = GitSshServer.allowing(publicKey);
        OntologyRepository repository =
            OntologyRepository.open(folder.resolve("cache"), transports)) {
      history.file("categories/A.json", "{}").commit("one");
      String otherKey = before.knownHostsLine().replace(":" + before.port(), ":" + server.port());
      Files.writeString(knownHosts, otherKey);
      Remote remote =
          new Remote.Ssh("git", "127.0.0.1", server.port(), history.folder().toString());

      assertThat(reason(repository.fetch(remote, null, Progress.none())))
          .isEqualTo(Reason.HOST_KEY_CHANGED);
      assertThat(server.commands()).isEmpty();

      Files.createDirectories(folder.resolve(".ssh"));
      Files.writeString(folder.resolve(".ssh/known_hosts"), otherKey);
      try (GitTransports library = new GitTransports(folder, Duration.ofSeconds(10));
          OntologyRepository other = OntologyRepository.open(folder.resolve("other"), library)) {
        assertThat(reason(other.fetch(remote, null, Progress.none())))
            .isEqualTo(Reason.HOST_KEY_CHANGED);
      }
    }
  }

  @Test
  void a_host_that_looks_like_an_option_or_does_not_answer_runs_nothing() throws Exception {
    try (OntologyRepository repository =
        OntologyRepository.open(folder.resolve("cache"), transports)) {
      Remote option =
          new Remote.Ssh("", "-oProxyCommand=touch " + folder.resolve("ran"), 0, "/x.git");
      assertThat(repository.fetch(option, null, Progress.none())).isInstanceOf(RemoteFailure.class);
      assertThat(folder.resolve("ran")).doesNotExist();

      Remote nobody = new Remote.Ssh("git", "127.0.0.1", 1, "/x.git");
      assertThat(reason(repository.fetch(nobody, null, Progress.none()))).isEqualTo(Reason.REFUSED);
    }
  }

  private static Reason reason(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(RemoteFailure.Unreachable.class);
    return ((RemoteFailure.Unreachable) outcome).reason();
  }
}
