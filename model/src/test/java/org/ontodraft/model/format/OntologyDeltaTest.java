package org.ontodraft.model.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.entity.EntityType.CATEGORY;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologySource.TreeEntry.Kind;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;
import org.ontodraft.model.testing.InMemoryRepository;

class OntologyDeltaTest {
  private static final String AGENT = "categories/Agent.json";
  private static final String PERSON = "categories/Person.json";

  @Test
  void deltaHoldsWhatChangedAndNothingElse() {
    InMemoryRepository repository =
        InMemoryRepository.of(
            Map.of(
                AGENT,
                file("Agent"),
                PERSON,
                file("Person"),
                "categories/Old.json",
                file("Old"),
                "README.md",
                "x"));
    Ontology before = repository.ontology();
    Map<String, @Nullable String> edits = new HashMap<>();
    edits.put(PERSON, "{\"id\": \"Person\", \"parents\": [\"Agent\"]}");
    edits.put("categories/Old.json", null);
    edits.put("modules/New.json", file("New"));
    edits.put("README.md", "y");

    OntologyDelta delta = OntologyReader.delta(repository, before, repository.commit("2", edits));

    assertThat(delta.upserts())
        .extracting(upsert -> upsert.summary().key().toString())
        .containsExactly("category:Person", "module:New");
    assertThat(delta.deletes()).containsExactly(key("Old"));
    assertThat(delta.problems()).isEmpty();
    assertThat(delta.touchedPaths())
        .containsExactlyInAnyOrder(PERSON, "categories/Old.json", "modules/New.json");
    assertThat(before.with(delta).referencesTo(key("Agent"))).hasSize(1);
  }

  @Test
  void fileThatBreaksKeepsItsLastGoodVersionUntilItIsMended() {
    InMemoryRepository repository = InMemoryRepository.of(Map.of(PERSON, file("Person")));
    Ontology good = repository.ontology();

    Ontology broken = moved(repository, good, repository.commit("2", Map.of(PERSON, "{")));
    assertThat(broken.find(key("Person"))).isEqualTo(good.find(key("Person")));
    assertThat(broken.document(key("Person")).text("id")).contains("Person");
    assertThat(broken.problems()).extracting(SourceProblem::code).containsExactly(Code.MALFORMED);

    Ontology elsewhere =
        moved(repository, broken, repository.commit("3", Map.of(AGENT, file("Agent"))));
    assertThat(elsewhere.find(key("Person"))).isEqualTo(good.find(key("Person")));
    assertThat(elsewhere.problems()).isEqualTo(broken.problems());

    Ontology mended =
        moved(repository, elsewhere, repository.commit("4", Map.of(PERSON, file("Person"))));
    assertThat(mended.problems()).isEmpty();
    assertThat(mended.find(key("Person"))).isPresent();
  }

  @Test
  void brokenFileThatIsDeletedTakesItsLastGoodVersionAlong() {
    InMemoryRepository repository = InMemoryRepository.of(Map.of(PERSON, file("Person")));
    Ontology broken =
        moved(repository, repository.ontology(), repository.commit("2", Map.of(PERSON, "{")));
    Map<String, @Nullable String> removal = new HashMap<>();
    removal.put(PERSON, null);

    Ontology gone = moved(repository, broken, repository.commit("3", removal));

    assertThat(gone.find(key("Person"))).isEmpty();
    assertThat(gone.problems()).isEmpty();
  }

  @Test
  void fileThatGaveWayIsTakenWhenTheOtherGoes() {
    String lower = "categories/person.json";
    InMemoryRepository repository =
        InMemoryRepository.of(Map.of(PERSON, file("Person"), lower, file("person")));
    Ontology before = repository.ontology();
    assertThat(before.find(key("person"))).isEmpty();
    Map<String, @Nullable String> removal = new HashMap<>();
    removal.put(PERSON, null);

    Ontology after = moved(repository, before, repository.commit("2", removal));

    assertThat(after.find(key("person"))).isPresent();
    assertThat(after.find(key("Person"))).isEmpty();
    assertThat(after.problems()).isEmpty();
  }

  /** Histories over few names, so that they break, collide and come back all the time. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void deltasEqualReadingTheWhole(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    InMemoryRepository repository = new InMemoryRepository();
    Ontology present = null;
    Map<String, IngestedEntity> expected = new TreeMap<>();
    for (int step = 0; step < 60; step++) {
      OntologyVersion version = randomCommit(repository, random);
      ReadOntology whole = repository.read(version);
      present =
          present == null ? repository.ontology(version) : moved(repository, present, version);

      keepLastGood(expected, whole, repository, version);
      String what = "seed %s, step %s".formatted(seed, step);
      assertThat(present.problems().stream().sorted(BY_PATH).toList())
          .as(what)
          .isEqualTo(whole.problems());
      assertThat(all(present)).as(what).isEqualTo(byKey(expected));
      for (IngestedEntity entity : expected.values()) {
        EntityKey key = entity.summary().key();
        assertThat(present.referencesFrom(key)).as(what).isEqualTo(entity.references());
        for (EntityReference reference : entity.references()) {
          assertThat(present.referencesTo(reference.target())).as(what).contains(reference);
        }
      }
    }
  }

  private static final Comparator<SourceProblem> BY_PATH =
      Comparator.comparing(SourceProblem::path).thenComparing(SourceProblem::line);

  private static OntologyVersion randomCommit(
      InMemoryRepository repository, RandomGenerator random) {
    OntologyVersion version = null;
    Map<String, @Nullable String> edits = new HashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String name =
          pick(random, "Foo", "foo", "FOO", "Bar", "b\u00e4r", "ba\u0308r", "B\u00c4R", "x:y");
      String path = pick(random, "categories/", "modules/") + name + ".json";
      String id = random.nextInt(4) == 0 ? pick(random, "Foo", "foo", "Bar", "Missing") : name;
      edits.put(
          path,
          switch (random.nextInt(8)) {
            case 0, 1 -> null;
            case 2 -> "{broken";
            case 3 -> "\uFEFF" + file(id);
            default ->
                "{\"id\": \""
                    + id
                    + "\", \"label\": \""
                    + random.nextInt(3)
                    + "\","
                    + " \"parents\": [\"Foo\"], \"dependencies\": [\"Bar\"]}";
          });
      if (random.nextInt(12) == 0) {
        Kind kind = random.nextBoolean() ? Kind.SYMLINK : Kind.SUBMODULE;
        version = repository.commitEntry("link", path, "x".getBytes(UTF_8), kind);
        edits.remove(path);
      }
    }
    return version != null && edits.isEmpty() ? version : repository.commit("edit", edits);
  }

  private static String pick(RandomGenerator random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static void keepLastGood(
      Map<String, IngestedEntity> expected,
      ReadOntology whole,
      InMemoryRepository repository,
      OntologyVersion version) {
    Map<String, Code> problems = new HashMap<>();
    whole.problems().forEach(problem -> problems.putIfAbsent(problem.path(), problem.code()));
    List<String> paths =
        repository.entries(version.commit()).stream().map(entry -> entry.path()).toList();
    expected
        .keySet()
        .removeIf(path -> !paths.contains(path) || problems.get(path) == Code.PATH_COLLISION);
    whole.entities().forEach(entity -> expected.put(entity.summary().sourcePath(), entity));
  }

  private static List<EntitySummary> byKey(Map<String, IngestedEntity> entities) {
    return entities.values().stream()
        .map(IngestedEntity::summary)
        .sorted(Comparator.comparing(EntitySummary::key))
        .toList();
  }

  private static List<EntitySummary> all(Ontology ontology) {
    return List.of(EntityType.values()).stream()
        .flatMap(type -> ontology.entities(type).stream())
        .toList();
  }

  private static Ontology moved(
      InMemoryRepository repository, Ontology from, OntologyVersion version) {
    return from.with(OntologyReader.delta(repository, from, version));
  }

  private static EntityKey key(String name) {
    return EntityKey.of(CATEGORY, name);
  }

  private static String file(String id) {
    return "{\"id\": \"" + id + "\"}";
  }
}
