package org.ontodraft.app.service.workspace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoreMove;
import org.ontodraft.model.ontology.StoredOntology;

/**
 * A canonical store whose imports run behind their caller: the version is recorded by then and its
 * files are safe in our repository, so nobody has to wait for the rows. An import that fails is
 * told by the task runner; the version counts as not stored then, and the next opening reads the
 * repository again. Everything that needs the rows waits for them.
 */
final class WriteBehindImport implements CanonicalStore, AutoCloseable {
  private final CanonicalStore rows;
  private final TaskRunner tasks;
  private volatile FutureTask<Boolean> importing = new FutureTask<>(() -> true);

  WriteBehindImport(CanonicalStore rows, TaskRunner tasks) {
    this.rows = rows;
    this.tasks = tasks;
  }

  @Override
  public Optional<StoredOntology> load() {
    imported();
    return rows.load();
  }

  @Override
  public StoreMove record(Optional<String> from, StoredOntology pending) {
    imported();
    return rows.record(from, pending);
  }

  @Override
  public void importAll(
      OntologyVersion version, List<IngestedEntity> entities, List<SourceProblem> problems) {
    importLater(() -> rows.importAll(version, entities, problems));
  }

  /** Takes up an import whose version was recorded and whose rows never came. */
  void importAgain(OntologyVersion version, Supplier<ReadOntology> whole) {
    importLater(() -> {
      ReadOntology read = whole.get();
      rows.importAll(version, read.entities(), read.problems());
    });
  }

  @Override
  public void compact(StoredOntology index) {
    importLater(() -> rows.compact(index));
  }

  private void importLater(Runnable work) {
    imported();
    importing = new FutureTask<>(work, true);
  }

  @Override
  public StoreMove apply(String from, OntologyDelta delta) {
    return imported() ? rows.apply(from, delta) : new StoreMove.StandsElsewhere(Optional.empty());
  }

  /** Lets an import that was asked for begin: what people look at came first. */
  void start() {
    FutureTask<Boolean> asked = importing;
    tasks.inOrder(
        "import",
        BackgroundTask.of(
            "import",
            progress -> {
              asked.run();
              return asked.get();
            }));
  }

  /** Waits for an import, or does it here. The rows stay open. */
  @Override
  public void close() {
    imported();
  }

  /** Imports here or waits for who does; false when it failed, which the task tells. */
  private boolean imported() {
    FutureTask<Boolean> asked = importing;
    asked.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return asked.get();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    } catch (ExecutionException told) {
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
