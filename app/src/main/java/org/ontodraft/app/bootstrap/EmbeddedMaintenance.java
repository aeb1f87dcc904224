package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ontodraft.app.git.GitTransports;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.store.StoreFacts;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreMaintenance;
import org.ontodraft.app.service.store.VersionChange;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.RepositoryOpener;
import org.ontodraft.persistence.check.StoreCheck;
import org.ontodraft.persistence.store.CheckFinding;
import org.ontodraft.persistence.store.ClosedStore;
import org.ontodraft.persistence.store.ClosedStore.Attempt;
import org.ontodraft.persistence.store.SchemaMigration;
import org.ontodraft.persistence.store.StoreLocation;

/** The embedded stores of a data directory, from outside. */
final class EmbeddedMaintenance implements StoreMaintenance {
  /** A transport needs one; nothing is fetched here. */
  private static final Duration UNUSED_TIMEOUT = Duration.ofSeconds(1);

  private final DataDirectory data;
  private final SchemaMigration migration = new SchemaScripts();

  EmbeddedMaintenance(DataDirectory data) {
    this.data = data;
  }

  @Override
  public List<String> workspaces() {
    if (!Files.isDirectory(data.stores())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(data.stores())) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> StoreLocation.isName(name) && !name.equals("spare"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Outcome<String> workspace(String given) {
    if (workspaces().contains(given)) {
      return Outcome.done(given);
    }
    return switch (meant(given)) {
      case Outcome.Done<String>(String id) when workspaces().contains(id) -> Outcome.done(id);
      case Outcome.Done<String> _ -> Outcome.refused("STORE-11", given, data.root());
      case Outcome.Refused<String> refused -> refused;
    };
  }

  private static Outcome<String> meant(String given) {
    try {
      Path folder = Path.of(given);
      if (Files.exists(folder)) {
        return RepositoryOpener.workspaceOf(new OpenRequest.Folder(folder));
      }
    } catch (InvalidPathException noPath) {
      // An address need not be a path.
    }
    return given.contains(":")
        ? RepositoryOpener.workspaceOf(new OpenRequest.Address(given))
        : Outcome.done(given);
  }

  private <T, R> Outcome<R> with(
      String workspace, Function<StoreLocation, Attempt<T>> work, Function<T, R> result) {
    if (!StoreLocation.isDataDirectory(data.root())) {
      return Outcome.refused("DATA-05", data.root());
    }
    return switch (work.apply(new StoreLocation(data.root(), workspace))) {
      case Attempt.Done<T>(T value) -> Outcome.done(result.apply(value));
      case Attempt.Refused<T> refused -> new Outcome.Refused<>(StoreRefusals.of(refused.refusal()));
    };
  }

  private ClosedStore closed(StoreLocation location) {
    return new ClosedStore(location, migration);
  }

  @Override
  public Outcome<StoreFacts> info(String workspace) {
    return with(
        workspace,
        location -> closed(location).facts(),
        facts ->
            new StoreFacts(
                data.stores().resolve(workspace),
                facts.schema().found(),
                facts.schema().known(),
                facts.databaseBytes(),
                facts.journalBytes(),
                facts.backups()));
  }

  @Override
  public Outcome<VersionChange> migrate(String workspace) {
    return with(workspace, location -> closed(location).migrate(), EmbeddedMaintenance::change);
  }

  @Override
  public Outcome<VersionChange> undo(String workspace, String schema, int version) {
    return with(
        workspace, location -> closed(location).undo(schema, version), EmbeddedMaintenance::change);
  }

  private static VersionChange change(ClosedStore.Migrated migrated) {
    return new VersionChange(
        migrated.before().found(), migrated.after().found(), migrated.backup());
  }

  @Override
  public Outcome<List<StoreFinding>> check(String workspace) {
    Path repository = data.repositories().resolve(workspace + ".git");
    return with(
        workspace,
        location -> {
          StoreCheck check = new StoreCheck(location, migration);
          if (!Files.isDirectory(repository)) {
            return check.run(Optional.empty());
          }
          Path home = Path.of(System.getProperty("user.home"));
          try (GitTransports transports = new GitTransports(home, UNUSED_TIMEOUT);
              OntologyRepository source = OntologyRepository.open(repository, transports)) {
            return check.run(Optional.of(source));
          }
        },
        findings -> findings.stream().map(EmbeddedMaintenance::finding).toList());
  }

  private static StoreFinding finding(CheckFinding finding) {
    return new StoreFinding(finding.code().id(), finding.arguments());
  }

  @Override
  public Outcome<Path> backup(String workspace) {
    return with(workspace, location -> closed(location).backup(), Function.identity());
  }

  @Override
  public Outcome<Path> restore(String workspace, Path backup) {
    return with(workspace, location -> closed(location).restore(backup), Function.identity());
  }
}
