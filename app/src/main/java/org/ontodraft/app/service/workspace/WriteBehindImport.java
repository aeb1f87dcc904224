package org.ontodraft.app.service.workspace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.ontology.StoreMove;
import org.ontodraft.model.ontology.StoredOntology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A canonical store whose imports run behind their caller: the version is recorded by then and its
 * files are safe in our repository, so nobody has to wait for the rows. An import that fails is
 * told by the task runner; the version counts as not stored then, and the next opening reads the
 * repository again. One that the store was away for is begun again with {@link #start}. Everything
 * that needs the rows waits for them.
 */
final class WriteBehindImport implements CanonicalStore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriteBehindImport.class);

  private final CanonicalStore rows;
  private final TaskRunner tasks;
  private volatile Import asked = new Import(() -> {});

  /** What is to be done, and how far it is. */
  private record Import(Runnable work, FutureTask<Boolean> running) {
    Import(Runnable work) {
      this(work, new FutureTask<>(work, true));
    }

    boolean waitsForStore() {
      return running.state() == Future.State.FAILED
          && running.exceptionNow() instanceof StoreAwayException;
    }
  }

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
    asked = new Import(work);
  }

  @Override
  public StoreMove apply(String from, OntologyDelta delta) {
    return imported() ? rows.apply(from, delta) : new StoreMove.StandsElsewhere(Optional.empty());
  }

  /** Lets an import that was asked for begin, or again after the store was away. */
  void start() {
    if (asked.waitsForStore()) {
      asked = new Import(asked.work());
    }
    FutureTask<Boolean> running = asked.running();
    tasks.inOrder(
        "import",
        BackgroundTask.of("import", progress -> done(running)).asJob(JobNote.of("import", "")));
  }

  /** Whether an import was broken off because the store was away. */
  boolean waitsForStore() {
    return asked.waitsForStore();
  }

  private static boolean done(FutureTask<Boolean> running) throws ExecutionException {
    running.run();
    try {
      return running.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof StoreAwayException away) {
        LOG.info("an import waits until the store is back: {}", away.getMessage());
        return false;
      }
      throw failed;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits for an import, or does it here. The rows stay open. */
  @Override
  public void close() {
    imported();
  }

  /** Imports here or waits for who does; false when it failed, which the task tells. */
  private boolean imported() {
    FutureTask<Boolean> running = asked.running();
    running.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return running.get();
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
