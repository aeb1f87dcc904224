package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.moveOn;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.MixedHistory;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.TestDatabase;

/** Entities that are kept in several files, in a store that must know each of their objects. */
abstract class SeveralFilesContract {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));

  /** An empty, migrated database. */
  abstract TestDatabase database();

  @Test
  void aHistoryOfPagesGivesTheSameIndexInTheStoreAsInMemory() {
    long seed = Long.getLong("seed", 20261122L);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    InMemoryRepository repository = new InMemoryRepository();
    JdbcCanonicalStore store =
        new JdbcCanonicalStore(database().dataSource(), new RowIds(CLOCK), CLOCK);
    OntologyVersion first = repository.commit("first", MixedHistory.edits(random));
    ReadOntology read = repository.read(first);
    store.importAll(first, read.entities(), read.problems());
    Ontology memory = repository.ontology(first);
    int withPages = 0;
    for (int step = 0; step < 100; step++) {
      OntologyVersion next = repository.commit("step " + step, MixedHistory.edits(random));
      OntologyDelta delta = OntologyReader.delta(repository, memory, next);
      moveOn(store, delta);
      memory = memory.with(delta);

      StoredOntology stored = store.load().orElseThrow();
      List<EntitySummary> expected = entities(memory);
      assertThat(stored.entities())
          .as("seed %s, step %s", seed, step)
          .containsExactlyInAnyOrderElementsOf(expected);
      for (EntitySummary entity : stored.entities()) {
        SourceFile file = SourceFile.of(entity, repository::textOf);
        assertThat(file).isEqualTo(memory.file(entity.key()));
        withPages += file.pages().isEmpty() ? 0 : 1;
      }
    }
    assertThat(withPages).isGreaterThan(20);
    OntologyVersion last = memory.version();
    ReadOntology whole = repository.read(last);
    store.importAll(last, whole.entities(), whole.problems());
    assertThat(store.load().orElseThrow().entities())
        .containsExactlyInAnyOrderElementsOf(entities(repository.ontology(last)));
  }

  private static List<EntitySummary> entities(Ontology ontology) {
    List<EntitySummary> entities = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      entities.addAll(ontology.entities(type));
    }
    return entities;
  }
}
