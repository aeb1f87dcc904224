package org.ontodraft.app.service.workspace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoredOntology;

/**
 * A store whose first import runs behind its caller: the files are safe in our repository by then,
 * so nobody has to wait for the rows. An import that fails is told by the task runner; the store
 * stays without a version, and the next opening reads the repository again. Everything that needs
 * the rows waits for them.
 */
final class WriteBehindStore implements Store {
  private final Store store;
  private final Canonical canonical;

  WriteBehindStore(Store store, TaskRunner tasks) {
    this.store = store;
    this.canonical = new Canonical(store.canonical(), tasks);
  }

  @Override
  public CanonicalStore canonical() {
    return canonical;
  }

  @Override
  public DraftStore drafts() {
    return store.drafts();
  }

  @Override
  public SubmissionStore submissions() {
    return store.submissions();
  }

  @Override
  public EditJournal journal() {
    return store.journal();
  }

  @Override
  public void close() {
    canonical.imported();
    store.close();
  }

  private static final class Canonical implements CanonicalStore {
    private final CanonicalStore rows;
    private final TaskRunner tasks;
    private volatile CompletableFuture<Boolean> importing = CompletableFuture.completedFuture(true);

    Canonical(CanonicalStore rows, TaskRunner tasks) {
      this.rows = rows;
      this.tasks = tasks;
    }

    @Override
    public Optional<StoredOntology> load() {
      imported();
      return rows.load();
    }

    @Override
    public void importAll(
        OntologyVersion version, List<IngestedEntity> entities, List<SourceProblem> problems) {
      imported();
      CompletableFuture<Boolean> running = new CompletableFuture<>();
      importing = running;
      tasks.inOrder(
          "import",
          BackgroundTask.of(
              "import",
              progress -> {
                boolean done = false;
                try {
                  rows.importAll(version, entities, problems);
                  done = true;
                } finally {
                  running.complete(done);
                }
                return version;
              }));
    }

    @Override
    public void apply(OntologyDelta delta) {
      if (imported()) {
        rows.apply(delta);
      }
    }

    /** Waits for an import that is under way; false when it failed. */
    private boolean imported() {
      return importing.join();
    }
  }
}
