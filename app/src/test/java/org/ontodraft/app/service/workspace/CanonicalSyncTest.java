package org.ontodraft.app.service.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoreMove;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.model.testing.InMemoryRepository;

class CanonicalSyncTest {
  private final TaskRunner tasks = new TaskRunner(Runnable::run, failure -> {});

  @AfterEach
  void stop() {
    tasks.close();
  }

  private static final String CATEGORIES = "categories/_schema.json";
  private static final String MODULES = "modules/_schema.json";
  private static final String NAMES =
      "{\"$id\":\"https://example.org/c\",\"$defs\":{\"k\":{\"type\":\"string\"}}}";
  private static final String OTHER =
      "{\"properties\":{\"id\":{\"$ref\":\"https://example.org/c#/$defs/k\"}}}";

  /** The schemas before and after a sync, and the files that have a problem then. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D01 a schema breaks            | good | good | bad  | good | categories/_schema.json modules/_schema.json
          D02 a schema is mended         | bad  | good | good | good |
          D03 a broken one goes          | bad  | good |      | good | modules/_schema.json
          D04 another one still broken   | bad  | bad  | good | bad  | modules/_schema.json
          D05 one breaks another         | good | good |      | good | modules/_schema.json
          D06 nothing happens to schemas | bad  | good | bad  | good | categories/_schema.json modules/_schema.json
          """)
  void problemsOfSchemasFollowTheVersion(
      String row,
      @Nullable String before,
      @Nullable String otherBefore,
      @Nullable String after,
      @Nullable String otherAfter,
      @Nullable String expected) {
    Map<String, String> first = new HashMap<>(Map.of("categories/A.json", "{\"id\":\"A\"}"));
    put(first, CATEGORIES, before, NAMES);
    put(first, MODULES, otherBefore, OTHER);
    InMemoryRepository repository = InMemoryRepository.of(first);
    StoreInMemory store = new StoreInMemory();
    CanonicalSync sync = new CanonicalSync(repository, store, tasks);
    Ontology present = sync.first(Progress.none()).orElseThrow().ontology();
    Map<String, @Nullable String> edits = new HashMap<>();
    edits.put("categories/B.json", "{\"id\":\"B\"}");
    edits.put(CATEGORIES, after == null ? null : after.equals("bad") ? "[]" : NAMES);
    edits.put(MODULES, otherAfter == null ? null : otherAfter.equals("bad") ? "[]" : OTHER);
    repository.commit("Second", edits);

    Ontology moved = sync.bringUp(present, Progress.none()).ontology();

    assertThat(moved.problems())
        .extracting(SourceProblem::path)
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
    assertThat(store.problems).containsExactlyInAnyOrderElementsOf(moved.problems());
    Ontology whole =
        new CanonicalSync(repository, new StoreInMemory(), tasks)
            .first(Progress.none())
            .orElseThrow()
            .ontology();
    assertThat(moved.problems()).containsExactlyInAnyOrderElementsOf(whole.problems());
  }

  private static void put(
      Map<String, String> files, String path, @Nullable String state, String good) {
    if (state != null) {
      files.put(path, state.equals("bad") ? "[]" : good);
    }
  }

  private static final class StoreInMemory implements CanonicalStore {
    private final List<SourceProblem> problems = new ArrayList<>();

    @Override
    public Optional<StoredOntology> load() {
      return Optional.empty();
    }

    @Override
    public StoreMove record(Optional<String> from, StoredOntology pending) {
      problems.clear();
      return new StoreMove.Moved();
    }

    @Override
    public void importAll(
        OntologyVersion version, List<IngestedEntity> entities, List<SourceProblem> found) {
      problems.addAll(found);
    }

    @Override
    public void compact(StoredOntology index) {
      throw new AssertionError("nothing was loaded");
    }

    @Override
    public StoreMove apply(String from, OntologyDelta delta) {
      problems.removeIf(problem -> delta.touchedPaths().contains(problem.path()));
      problems.addAll(delta.problems());
      return new StoreMove.Moved();
    }
  }
}
