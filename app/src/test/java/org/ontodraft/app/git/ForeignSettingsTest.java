package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.GitHttpServer;

/**
 * A home directory whose Git settings send a header along, run a hook and take the work elsewhere.
 * Another process fetches and pushes in it: once as we do, once with JGit as it comes, which shows
 * that the trap works.
 */
class ForeignSettingsTest {
  @TempDir Path folder;
  private Path canary;

  @BeforeEach
  void trap() throws IOException {
    canary = folder.resolve("canary");
    Path hooks = Files.createDirectories(folder.resolve("hooks"));
    Path hook = hooks.resolve("pre-push");
    Files.writeString(hook, "#!/bin/sh\ntouch '" + canary + "'\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path home = Files.createDirectories(folder.resolve("home"));
    String settings =
        """
        [http]
        \textraHeader = X-Canary: leaked
        \tsslVerify = false
        [core]
        \thooksPath = %s
        \tsshCommand = touch %s
        [url "http://127.0.0.1:1/"]
        \tinsteadOf = http://127.0.0.1
        """
            .formatted(hooks, canary);
    Files.writeString(home.resolve(".gitconfig"), settings);
    Files.createDirectories(home.resolve("xdg/git"));
    Files.writeString(home.resolve("xdg/git/config"), settings);
  }

  private String run(String mode, GitHttpServer server) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.home=" + folder.resolve("home"),
            "-cp",
            System.getProperty("java.class.path"),
            ForeignSettingsProbe.class.getName(),
            mode,
            server.address("up.git"),
            folder.resolve("cache-" + mode).toString());
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("home/xdg").toString());
    builder.environment().put("GIT_DIR", folder.resolve("nowhere").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes()).strip();
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList().getLast();
  }

  @Test
  void ours() throws Exception {
    try (GitHistory history = GitHistory.bare(folder.resolve("up.git"));
        GitHttpServer server = GitHttpServer.serving(folder)) {
      history.file("categories/A.json", "{}").commit("one");
      assertThat(run("ours", server)).isEqualTo("fetched true, pushed true, processes 0");
      assertThat(server.headers()).isNotEmpty().doesNotContain("X-canary");
      assertThat(canary).doesNotExist();
    }
  }

  @Test
  void jgitAsItComesFallsIntoTheTrap() throws Exception {
    try (GitHistory history = GitHistory.bare(folder.resolve("up.git"));
        GitHttpServer server = GitHttpServer.serving(folder)) {
      history.file("categories/A.json", "{}").commit("one");
      String report = run("plain", server);
      assertThat(
              List.of(report, String.valueOf(server.headers()), "canary " + Files.exists(canary)))
          .anyMatch(found -> found.matches(".*processes [1-9].*"))
          .anyMatch(found -> found.contains("X-canary"))
          .anyMatch(found -> found.equals("canary true"));
    }
  }
}
