package org.ontodraft.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ontodraft.app.bootstrap.Services;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;

/** The program below its window, with every part real, on data of its own. */
public final class RealServices implements AutoCloseable {
  private final List<TaskFailure> failures = new CopyOnWriteArrayList<>();
  private final Services services;

  /** Services that keep everything below this folder, which is the home directory as well. */
  public RealServices(Path folder) {
    this(folder, new MemorySecretStore());
  }

  /** The same with a keychain that may live longer. */
  public RealServices(Path folder, SecretStore secrets) {
    this(folder, secrets, Duration.ofMinutes(2));
  }

  /**
   * The same in a hurry.
   *
   * @param pace how often pull requests are asked about, and what waits is tried again
   */
  public RealServices(Path folder, SecretStore secrets, Duration pace) {
    services =
        new Services(
            new DataDirectory(folder.resolve("data")),
            new TaskRunner(Runnable::run, failures::add),
            secrets,
            folder,
            InstantSource.system(),
            pace,
            SystemProxies.ofProcess());
  }

  /** The services. */
  public Services services() {
    return services;
  }

  /** Opens a repository, which must work. */
  public Workspace open(OpenRequest request) {
    return done(services.opener().open(request, Progress.none()));
  }

  /** Opens a repository, which must be refused. */
  public Refusal refused(OpenRequest request) {
    return switch (services.opener().open(request, Progress.none())) {
      case Outcome.Refused<Workspace> refused -> refused.refusal();
      case Outcome.Done<Workspace> opened -> {
        opened.value().close();
        throw new AssertionError("opened " + request);
      }
    };
  }

  /** Takes this server for a GitHub and keeps a token for it. */
  public RealServices withForge(ForgeServer server, String token) {
    services
        .settings()
        .update(settings -> settings.withForgeApis(Map.of(server.host(), server.api())));
    String[] hostAndPort = server.host().split(":", 2);
    services
        .secrets()
        .save(
            Origin.of("http", hostAndPort[0], Integer.parseInt(hostAndPort[1])), Secret.of(token));
    return this;
  }

  /** What was done, or the refusal as a failure of the test. */
  public static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T> done -> done.value();
      case Outcome.Refused<T> refused -> throw new AssertionError(refused.refusal().toString());
    };
  }

  /** Closes everything; a background task that failed fails the test. */
  @Override
  public void close() {
    services.close();
    assertThat(failures).isEmpty();
  }
}
