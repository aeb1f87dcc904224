package org.ontodraft.app.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks {@code git credential}. What is secret goes through pipes, never through arguments or the
 * environment. No prompt comes up, neither in a terminal nor in a window of Git's.
 */
public final class GitCredentialProgram implements CredentialHelper {
  private static final Logger LOG = LoggerFactory.getLogger(GitCredentialProgram.class);
  private static final int MOST_BYTES = 64 * 1024;

  private final Path home;
  private final Duration patience;

  /**
   * The helpers of a person.
   *
   * @param home where Git finds its configuration
   * @param patience how long a helper may take
   */
  public GitCredentialProgram(Path home, Duration patience) {
    this.home = home;
    this.patience = patience;
  }

  @Override
  public Optional<Login> fill(Origin server) {
    return run("fill", question(server)).flatMap(answer -> login(server, answer));
  }

  @Override
  public void approve(Origin server, Login login) {
    run("approve", question(server) + lines(login));
  }

  @Override
  public void reject(Origin server, Login login) {
    run("reject", question(server) + lines(login));
  }

  private static String question(Origin server) {
    String shown = server.toString();
    return "protocol="
        + server.scheme()
        + "\nhost="
        + shown.substring(server.scheme().length() + 3)
        + "\n";
  }

  private static String lines(Login login) {
    return "username=" + login.user() + "\npassword=" + login.secret().reveal() + "\n";
  }

  private static Optional<Login> login(Origin server, String answer) {
    Map<String, String> values = new HashMap<>();
    for (String line : answer.split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    String password = values.getOrDefault("password", "");
    boolean same =
        question(server)
            .equals("protocol=" + values.get("protocol") + "\nhost=" + values.get("host") + "\n");
    return password.isEmpty() || !same
        ? Optional.empty()
        : Optional.of(new Login(values.getOrDefault("username", ""), Secret.of(password)));
  }

  /** The answer of a run that ended well in time. */
  private Optional<String> run(String action, String input) {
    ProcessBuilder builder =
        new ProcessBuilder("git", "-c", "core.askPass=", "credential", action)
            .directory(home.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(GitCredentialProgram::misleads);
    environment.put("HOME", home.toString());
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_ASKPASS", "");
    environment.put("SSH_ASKPASS", "");
    environment.put("GCM_INTERACTIVE", "never");
    Process process;
    try {
      process = builder.start();
    } catch (IOException noGit) {
      LOG.info("no Git to ask for passwords: {}", noGit.getMessage());
      return Optional.empty();
    }
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread.startVirtualThread(() -> converse(process, input, answer));
    try {
      String text = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0
          ? Optional.of(text)
          : Optional.empty();
    } catch (TimeoutException | ExecutionException noAnswer) {
      LOG.info("git credential {} gave no answer: {}", action, noAnswer.getClass().getSimpleName());
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** What would lead Git to another repository, or write down what it is told. */
  private static boolean misleads(String variable) {
    return variable.equals("GIT_DIR")
        || variable.equals("GIT_WORK_TREE")
        || variable.startsWith("GIT_TRACE")
        || variable.startsWith("GIT_CONFIG");
  }

  private static void converse(Process process, String input, CompletableFuture<String> answer) {
    try (OutputStream out = process.getOutputStream();
        InputStream in = process.getInputStream()) {
      out.write((input + "\n").getBytes(StandardCharsets.UTF_8));
      out.close();
      byte[] bytes = in.readNBytes(MOST_BYTES);
      answer.complete(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException ended) {
      answer.completeExceptionally(ended);
    }
  }
}
