package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.app.git.CommitOutcome.Committed;
import org.ontodraft.app.git.CommitRequest.Author;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitHttpServer;
import org.ontodraft.app.testing.HttpFault;

class PushTest {
  private static final String BRANCH = "ontodraft/4f1c";

  @TempDir Path folder;
  private final GitTransports transports =
      new GitTransports(Path.of("unused"), Duration.ofSeconds(10));
  private GitHistory upstream;
  private GitHttpServer server;
  private OntologyRepository repository;
  private String base;

  @BeforeEach
  void start() {
    upstream = GitHistory.bare(folder.resolve("up.git"));
    base = upstream.file("categories/A.json", "{}\n").commit("base");
    server = GitHttpServer.serving(folder);
    repository = OntologyRepository.open(folder.resolve("cache"), transports);
    repository.fetch(new Remote.Folder(upstream.folder()), null, Progress.none());
  }

  @AfterEach
  void stop() {
    server.close();
    repository.close();
    upstream.close();
    transports.close();
  }

  private Remote remote(String kind) {
    return kind.equals("folder")
        ? new Remote.Folder(upstream.folder())
        : ((Remote.Parsed.Accepted) Remote.parse(server.address("up.git"))).remote();
  }

  private String commit(String text) {
    return ((Committed)
            repository.commit(
                CommitRequest.of(
                    base,
                    Map.of("categories/A.json", Optional.of(text)),
                    "change",
                    new Author("Ada", "ada@example.org"),
                    Instant.EPOCH)))
        .commit();
  }

  private PushOutcome push(Remote remote, String branch, String commit, Optional<String> expected) {
    return repository.push(remote, null, branch, commit, expected, Progress.none());
  }

  private PushOutcome push(Remote remote, String branch, String commit) {
    return push(remote, branch, commit, Optional.empty());
  }

  private ProbeOutcome probe(Remote remote, String branch) {
    return repository.probe(remote, null, branch, Progress.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "http"})
  void aBranchIsMadeOnceAndNeverTakenOver(String kind) {
    Remote remote = remote(kind);
    String mine = commit("{ }\n");
    String other = commit("{  }\n");
    assertThat(probe(remote, BRANCH)).isEqualTo(new ProbeOutcome.Absent());
    assertThat(push(remote, BRANCH, mine)).isEqualTo(new PushOutcome.Pushed());
    assertThat(push(remote, BRANCH, mine)).isEqualTo(new PushOutcome.AlreadyThere());
    assertThat(push(remote, BRANCH, other)).isEqualTo(new PushOutcome.BranchTaken(mine));
    assertThat(push(remote, BRANCH, other, Optional.of(base)))
        .isEqualTo(new PushOutcome.BranchTaken(mine));
    assertThat(push(remote, BRANCH, other, Optional.of(mine)))
        .as("never by force")
        .isEqualTo(new PushOutcome.BranchTaken(mine));
    assertThat(push(remote, "main", mine, Optional.of(base))).isEqualTo(new PushOutcome.Pushed());
    assertThat(probe(remote, BRANCH)).isEqualTo(new ProbeOutcome.Present(mine));
    assertThat(probe(remote, "ontodraft")).isEqualTo(new ProbeOutcome.Absent());

    GitCommand git = GitCommand.in(upstream.folder());
    assertThat(git.run("diff", "--numstat", base, BRANCH)).isEqualTo("1\t1\tcategories/A.json");
    assertThat(git.run("branch", "--format=%(refname:short)").lines())
        .containsExactly("main", BRANCH);
    assertThat(git.run("fsck", "--strict")).doesNotContain("error");
  }

  @Test
  void aRefusingHookIsQuoted() throws Exception {
    Path hook = upstream.folder().resolve("hooks/pre-receive");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\necho 'no branches on Fridays' >&2\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    PushOutcome outcome = push(remote("http"), BRANCH, commit("{ }\n"));
    assertThat(outcome).isInstanceOf(PushOutcome.Rejected.class);
    assertThat(((PushOutcome.Rejected) outcome).reason())
        .contains("pre-receive hook declined")
        .contains("no branches on Fridays");
    assertThat(probe(remote("http"), BRANCH)).isEqualTo(new ProbeOutcome.Absent());
  }

  @Test
  void aNameThatCollidesWithAFolderOfBranchesIsRejected() {
    upstream.point("ontodraft", base);
    PushOutcome outcome = push(remote("http"), BRANCH, commit("{ }\n"));
    assertThat(outcome).isInstanceOf(PushOutcome.Rejected.class);
    assertThat(probe(remote("http"), "ontodraft")).isEqualTo(new ProbeOutcome.Present(base));
  }

  @Test
  void aRemoteThatIsGoneIsSaid() {
    Remote gone = new Remote.Folder(folder.resolve("gone.git"));
    assertThat(push(gone, BRANCH, commit("{ }\n"))).isEqualTo(new RemoteFailure.NotARepository());
    assertThat(probe(gone, BRANCH)).isEqualTo(new RemoteFailure.NotARepository());
  }

  @Test
  void aTokenThatMayReadAndNotWriteIsNoWrongToken() {
    server.requirePassword("gho_read").readOnly();
    Remote remote = remote("http");
    Credentials who = Credentials.token(remote.origin().orElseThrow(), Secret.of("gho_read"));
    assertThat(repository.probe(remote, who, BRANCH, Progress.none()))
        .isEqualTo(new ProbeOutcome.Absent());
    assertThat(
            repository.push(
                remote, who, BRANCH, commit("{ }\n"), Optional.empty(), Progress.none()))
        .isInstanceOf(RemoteFailure.PermissionRefused.class);
    assertThat(
            repository.probe(
                remote,
                Credentials.token(remote.origin().orElseThrow(), Secret.of("gho_wrong")),
                BRANCH,
                Progress.none()))
        .isEqualTo(new RemoteFailure.AuthenticationRefused(true));
  }

  @Test
  void aServerThatRefusesTheBranchOnlyWhenItComesIsUnderstoodTheSame() {
    server.requirePassword("gho_read");
    server.faults().plan("POST", "git-receive-pack", HttpFault.Answer.html(403), 1);
    Remote remote = remote("http");
    Credentials who = Credentials.token(remote.origin().orElseThrow(), Secret.of("gho_read"));
    assertThat(
            repository.push(
                remote, who, BRANCH, commit("{ }\n"), Optional.empty(), Progress.none()))
        .isInstanceOf(RemoteFailure.PermissionRefused.class);
  }

  @Test
  void pushingWithoutTheRightIsSaid() {
    server.faults().plan("GET", "service=git-receive-pack", HttpFault.Answer.html(403), 1);
    assertThat(push(remote("http"), BRANCH, commit("{ }\n")))
        .isInstanceOf(RemoteFailure.PermissionRefused.class);
    assertThat(List.of(probe(remote("http"), BRANCH))).containsExactly(new ProbeOutcome.Absent());
  }
}
