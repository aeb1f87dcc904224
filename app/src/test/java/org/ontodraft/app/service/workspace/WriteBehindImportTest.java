package org.ontodraft.app.service.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.task.TaskFailure;
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

/** Nobody waits for the first import but who needs its rows, and none is lost in silence. */
class WriteBehindImportTest {
  private static final OntologyVersion ONE = version("1");
  private static final OntologyVersion TWO = version("2");

  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final List<TaskFailure> failures = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch mayImport = new CountDownLatch(1);
  private final TaskRunner tasks = new TaskRunner(Runnable::run, failures::add);
  private boolean broken;
  private volatile boolean away;

  private static OntologyVersion version(String digit) {
    return new OntologyVersion(digit.repeat(40), "main", Instant.EPOCH, "");
  }

  @AfterEach
  void stop() {
    mayImport.countDown();
    tasks.close();
  }

  private final WriteBehindImport store = new WriteBehindImport(new SlowStore(), tasks);

  @Test
  void the_caller_goes_on_and_closing_waits() {
    store.importAll(ONE, List.of(), List.of());
    store.start();
    assertThat(done).isEmpty();

    mayImport.countDown();
    store.close();

    assertThat(done).containsExactly("import 1");
  }

  @Test
  void an_import_that_was_never_started_is_done_by_closing() {
    mayImport.countDown();
    store.importAll(ONE, List.of(), List.of());

    store.close();

    assertThat(done).containsExactly("import 1");
  }

  @Test
  void a_delta_comes_after_the_import() {
    mayImport.countDown();
    store.importAll(ONE, List.of(), List.of());
    store.start();

    store.apply(ONE.commit(), new OntologyDelta(TWO, List.of(), List.of(), Set.of(), List.of()));

    assertThat(done).containsExactly("import 1", "apply 2");
  }

  @Test
  void a_failed_import_is_told_once_and_nothing_is_built_on_it() {
    mayImport.countDown();
    broken = true;
    store.importAll(ONE, List.of(), List.of());
    store.start();

    store.apply(ONE.commit(), new OntologyDelta(TWO, List.of(), List.of(), Set.of(), List.of()));
    tasks.close();

    assertThat(done).isEmpty();
    assertThat(failures).singleElement().extracting(TaskFailure::task).isEqualTo("import");
  }

  @Test
  void an_import_the_store_was_away_for_is_no_failure_and_is_begun_again() {
    mayImport.countDown();
    away = true;
    store.importAll(ONE, List.of(), List.of());
    store.start();
    store.apply(ONE.commit(), new OntologyDelta(TWO, List.of(), List.of(), Set.of(), List.of()));
    assertThat(store.waitsForStore()).isTrue();

    away = false;
    store.start();
    store.close();
    tasks.close();

    assertThat(done).containsExactly("import 1");
    assertThat(store.waitsForStore()).isFalse();
    assertThat(failures).isEmpty();
  }

  @Test
  void a_version_is_recorded_at_once_and_its_rows_are_behind() {
    store.record(Optional.empty(), new StoredOntology(ONE, List.of(), List.of(), List.of(), true));
    store.importAll(ONE, List.of(), List.of());
    store.start();

    assertThat(done).containsExactly("record 1");
    mayImport.countDown();
    store.close();
    assertThat(done).containsExactly("record 1", "import 1");
  }

  @Test
  void rows_that_never_came_are_read_and_written_behind() {
    List<String> read = new ArrayList<>();
    store.importAgain(
        ONE,
        () -> {
          read.add("read");
          return new ReadOntology(List.of(), List.of());
        });
    assertThat(read).isEmpty();
    mayImport.countDown();

    store.close();

    assertThat(read).containsExactly("read");
    assertThat(done).containsExactly("import 1");
  }

  private final class SlowStore implements CanonicalStore {
    @Override
    public Optional<StoredOntology> load() {
      return Optional.empty();
    }

    @Override
    public StoreMove record(Optional<String> from, StoredOntology pending) {
      done.add("record " + pending.version().commit().charAt(0));
      return new StoreMove.Moved();
    }

    @Override
    public void importAll(
        OntologyVersion version, List<IngestedEntity> entities, List<SourceProblem> problems) {
      try {
        mayImport.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      if (away) {
        throw new StoreAwayException("importing", new IOException("no answer"));
      }
      if (broken) {
        throw new IllegalStateException("the disk is full");
      }
      done.add("import " + version.commit().charAt(0));
    }

    @Override
    public void compact(StoredOntology index) {
      throw new AssertionError("nothing was loaded");
    }

    @Override
    public StoreMove apply(String from, OntologyDelta delta) {
      done.add("apply " + delta.version().commit().charAt(0));
      return new StoreMove.Moved();
    }
  }
}
