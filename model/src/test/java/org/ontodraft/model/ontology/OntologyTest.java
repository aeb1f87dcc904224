package org.ontodraft.model.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;

class OntologyTest {
  private static final EntityKey AGENT = EntityKey.of(EntityType.CATEGORY, "Agent");
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  private final InMemoryRepository repository =
      InMemoryRepository.of(
          Map.of(
              "categories/Agent.json", "{\"id\": \"Agent\", \"label\": \"An agent\"}",
              "categories/Person.json", "{\"id\": \"Person\", \"parents\": [\"Agent\", \"Gone\"]}",
              "modules/Agent.json", "{\"id\": \"Agent\", \"categories\": [\"Person\"]}",
              "properties/Bad.json", "{"));

  @Test
  void snapshotAnswersByTypeAndKey() {
    Ontology ontology = repository.ontology();

    assertThat(ontology.version()).isEqualTo(repository.head());
    assertThat(ontology.entities(EntityType.CATEGORY))
        .extracting(EntitySummary::key)
        .containsExactly(AGENT, PERSON);
    assertThat(ontology.entities(EntityType.BUNDLE)).isEmpty();
    assertThat(ontology.find(AGENT)).map(EntitySummary::label).contains("An agent");
    assertThat(ontology.find(PERSON)).map(EntitySummary::label).contains("Person");
    assertThat(ontology.problems())
        .extracting(SourceProblem::path)
        .containsExactly("properties/Bad.json");
    assertThat(ontology.document(AGENT).label()).contains("An agent");
    assertThat(ontology.file(AGENT).path()).isEqualTo("categories/Agent.json");
  }

  @Test
  void referencesAreFoundFromBothEnds() {
    Ontology ontology = repository.ontology();
    EntityKey gone = EntityKey.of(EntityType.CATEGORY, "Gone");

    assertThat(ontology.referencesFrom(PERSON))
        .containsExactly(
            new EntityReference(PERSON, "/parents", 0, AGENT),
            new EntityReference(PERSON, "/parents", 1, gone));
    assertThat(ontology.referencesTo(gone)).hasSize(1);
    assertThat(ontology.referencesTo(PERSON))
        .containsExactly(
            new EntityReference(
                EntityKey.of(EntityType.MODULE, "Agent"), "/categories", 0, PERSON));
    assertThat(ontology.referencesTo(EntityKey.of(EntityType.MODULE, "Agent"))).isEmpty();
  }

  @Test
  void entityThatIsNotThereHasNoDocument() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> repository.ontology().document(EntityKey.of(EntityType.BUNDLE, "X")));
  }

  @ParameterizedTest(name = "seed {0}, {1} entities")
  @CsvSource({"1, 120", "2, 120", "3, 120", "4, 120", "5, 3000", "6, 3000"})
  void manyDeltasEqualTheWholeAndLeaveTheirReceiverAlone(long seed, int entities) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Map<String, String> files = OntologyGenerator.files(seed, entities);
    List<String> paths = List.copyOf(files.keySet());
    InMemoryRepository changing = InMemoryRepository.of(files);
    Ontology first = changing.ontology();
    Ontology ontology = first;
    for (int step = 0; step < 25; step++) {
      Map<String, @Nullable String> edits = new HashMap<>();
      for (int i = random.nextInt(step == 12 ? 90 : 6); i >= 0; i--) {
        String path = paths.get(random.nextInt(paths.size()));
        String text = files.getOrDefault(path, "");
        boolean removed = random.nextInt(3) == 0;
        edits.put(path, removed ? null : text.replace("\"label\": \"", "\"label\": \"" + step));
      }
      Ontology before = ontology;
      String shownBefore = show(before);
      ontology =
          before.with(OntologyReader.delta(changing, before, changing.commit("edit", edits)));

      assertThat(show(ontology))
          .as("seed %s, step %s", seed, step)
          .isEqualTo(show(changing.ontology()));
      assertThat(show(before)).as("seed %s, step %s, before", seed, step).isEqualTo(shownBefore);
      assertThat(ontology.differing(before)).isEqualTo(differing(ontology, before));
      assertThat(first.differing(ontology)).isEqualTo(differing(first, ontology));
    }
  }

  /** What {@link Ontology#differing} says, by looking at every entity. */
  private static Set<EntityKey> differing(Ontology one, Ontology other) {
    Set<EntityKey> keys = new HashSet<>();
    for (EntityType type : EntityType.values()) {
      for (Ontology each : List.of(one, other)) {
        each.entities(type).stream()
            .map(EntitySummary::key)
            .filter(key -> !blob(one, key).equals(blob(other, key)))
            .forEach(keys::add);
      }
    }
    return keys;
  }

  private static Optional<String> blob(Ontology ontology, EntityKey key) {
    return ontology.find(key).map(EntitySummary::blobId);
  }

  private static String show(Ontology ontology) {
    StringBuilder shown = new StringBuilder(ontology.version().toString());
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : ontology.entities(type)) {
        assertThat(ontology.find(entity.key())).contains(entity);
        shown.append('\n').append(entity).append(ontology.referencesFrom(entity.key()));
        List<EntityReference> to = ontology.referencesTo(entity.key());
        shown.append(to.stream().map(EntityReference::toString).sorted().toList());
        assertThat(new HashSet<>(to)).hasSameSizeAs(to);
      }
    }
    return shown.toString();
  }
}
