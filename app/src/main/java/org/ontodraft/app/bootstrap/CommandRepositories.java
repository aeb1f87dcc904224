package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.cli.DraftCommand;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens repositories for commands, as the window does, while no window has the data directory. */
final class CommandRepositories implements DraftCommand.Repositories {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRepositories.class);
  private static final String SAMPLE = "sample";

  private final Function<@Nullable String, DataDirectory> directories;

  CommandRepositories(Function<@Nullable String, DataDirectory> directories) {
    this.directories = directories;
  }

  @Override
  public Outcome<Integer> with(
      @Nullable String dataDirectory,
      String repository,
      Function<Workspace, Outcome<Integer>> work) {
    DataDirectory data = directories.apply(dataDirectory);
    Optional<Refusal> unusable = DataDirectoryCheck.prepare(data);
    if (unusable.isPresent()) {
      return new Outcome.Refused<>(unusable.get());
    }
    System.setProperty("ontodraft.logs", data.logs().toString());
    try (SingleInstance instance = SingleInstance.acquire(data.lockFile())) {
      return instance == null
          ? Outcome.refused("DATA-04", data.root())
          : alone(data, repository, work);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Outcome<Integer> alone(
      DataDirectory data, String repository, Function<Workspace, Outcome<Integer>> work) {
    TaskRunner tasks = new TaskRunner(Runnable::run, CommandRepositories::log);
    try (Services services = Services.ofUser(data, tasks)) {
      return switch (services.opener().open(request(repository), Progress.none())) {
        case Outcome.Refused<Workspace> refused -> new Outcome.Refused<>(refused.refusal());
        case Outcome.Done<Workspace>(Workspace workspace) -> {
          try (workspace) {
            yield work.apply(workspace);
          }
        }
      };
    }
  }

  private static void log(TaskFailure failure) {
    LOG.error("task {} failed", failure.task(), failure.cause());
  }

  private static OpenRequest request(String repository) {
    if (repository.equals(SAMPLE)) {
      return new OpenRequest.Sample();
    }
    try {
      Path folder = Path.of(repository);
      if (Files.exists(folder)) {
        return new OpenRequest.Folder(folder);
      }
    } catch (InvalidPathException address) {
      LOG.debug("{} is no path", repository, address);
    }
    return new OpenRequest.Address(repository);
  }
}
