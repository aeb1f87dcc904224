package org.ontodraft.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.MixedHistory;
import org.ontodraft.model.testing.Snapshots;

/** Versions of repositories that hold both formats, dashboards in several files, and media. */
class MixedDeltaTest {
  private static final String ROOT = "dashboards/Desk.wikitext";
  private static final String SETUP = "dashboards/Desk/Setup.wikitext";
  private static final String HELP = "dashboards/Desk/Help.wikitext";
  private static final EntityKey DESK = Snapshots.key("dashboard:Desk");

  @Test
  void aDashboardIsItsFiles() {
    InMemoryRepository repository =
        InMemoryRepository.of(Map.of(ROOT, MixedHistory.root("r"), SETUP, "s\n", HELP, "h"));
    Ontology first = repository.ontology();
    assertThat(paths(first)).containsExactly(ROOT, HELP, SETUP);
    assertThat(first.document(DESK).get("pages"))
        .hasToString(
            "[{\"name\":\"\",\"wikitext\":\"r\"},{\"name\":\"Help\",\"wikitext\":\"h\"},"
                + "{\"name\":\"Setup\",\"wikitext\":\"s\"}]");

    Ontology second = moved(repository, first, Map.of(SETUP, "changed"));
    assertThat(second.document(DESK).toString()).contains("changed").contains("\"h\"");

    Map<String, @Nullable String> removal = new HashMap<>();
    removal.put(HELP, null);
    Ontology third = moved(repository, second, removal);
    assertThat(paths(third)).containsExactly(ROOT, SETUP);

    removal.clear();
    removal.put(ROOT, null);
    Ontology fourth = moved(repository, third, removal);
    assertThat(fourth.find(DESK)).isEmpty();
    assertThat(codes(fourth)).containsExactly(SETUP + " PAGE_WITHOUT_ROOT");

    Ontology fifth = moved(repository, fourth, Map.of(ROOT, MixedHistory.root("again")));
    assertThat(paths(fifth)).containsExactly(ROOT, SETUP);
    assertThat(fifth.problems()).isEmpty();
  }

  @Test
  void oneBrokenPageKeepsTheLastGoodWholeEvenWithoutAPageThatGoes() {
    InMemoryRepository repository =
        InMemoryRepository.of(Map.of(ROOT, MixedHistory.root("r"), SETUP, "s", HELP, "h"));
    Ontology good = repository.ontology();
    Map<String, @Nullable String> edits = new HashMap<>();
    edits.put(ROOT, "no block");
    edits.put(HELP, null);

    Ontology broken = moved(repository, good, edits);

    assertThat(broken.find(DESK)).isEqualTo(good.find(DESK));
    assertThat(broken.document(DESK)).isEqualTo(good.document(DESK));
    assertThat(codes(broken)).containsExactly(ROOT + " BLOCK_MARKERS", SETUP + " PART_UNUSABLE");
    Ontology mended = moved(repository, broken, Map.of(ROOT, MixedHistory.root("r2")));
    assertThat(paths(mended)).containsExactly(ROOT, SETUP);
    assertThat(mended.problems()).isEmpty();
  }

  @Test
  void ofTwoFormatsTheFirstPathIsTakenAndTheOtherTakesOverWhenItGoes() {
    InMemoryRepository repository =
        InMemoryRepository.of(
            Map.of(
                "dashboards/Desk.json",
                "{\"id\": \"Desk\"}",
                ROOT,
                MixedHistory.root("r"),
                SETUP,
                "s"));
    Ontology json = repository.ontology();
    assertThat(paths(json)).containsExactly("dashboards/Desk.json");
    assertThat(codes(json)).containsExactly(ROOT + " DUPLICATE_KEY", SETUP + " DUPLICATE_KEY");
    Map<String, @Nullable String> removal = new HashMap<>();
    removal.put("dashboards/Desk.json", null);

    Ontology wikitext = moved(repository, json, removal);
    assertThat(paths(wikitext)).containsExactly(ROOT, SETUP);
    assertThat(wikitext.problems()).isEmpty();

    Ontology back =
        moved(repository, wikitext, Map.of("dashboards/Desk.json", "{\"id\": \"Desk\"}"));
    assertThat(paths(back)).containsExactly("dashboards/Desk.json");
  }

  @Test
  void mediaAreKnownAndTheirSidecarsChecked() {
    InMemoryRepository repository =
        InMemoryRepository.of(
            Map.of(
                "media/a.png", "x",
                "media/b.JPG", "x",
                "media/b.json", "{\"source\": \"own\", \"license\": \" \"}",
                "media/c.svg", "x",
                "media/c.json", "{",
                "media/d.json", "{\"source\": \"own\", \"license\": \"CC0\"}",
                "media/e.txt", "x"));
    Ontology first = repository.ontology();
    assertThat(codes(first))
        .containsExactly(
            "media/a.png MEDIA_WITHOUT_SIDECAR",
            "media/c.json MALFORMED",
            "media/d.json SIDECAR_WITHOUT_MEDIA");

    Ontology second =
        moved(
            repository,
            first,
            Map.of("media/a.json", "{\"source\": \"own\", \"license\": \"CC0\"}"));
    assertThat(codes(second)).doesNotContain("media/a.png MEDIA_WITHOUT_SIDECAR").hasSize(2);
    assertThat(second.find(EntityKey.of(EntityType.MEDIA, "b"))).isPresent();
  }

  /** Histories over few names, so that they break, collide and come back all the time. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void deltasEqualReadingTheWhole(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    InMemoryRepository repository = new InMemoryRepository();
    Ontology present = null;
    Map<EntityKey, EntitySummary> expected = new TreeMap<>();
    for (int step = 0; step < 80; step++) {
      OntologyVersion version = repository.commit("edit " + step, MixedHistory.edits(random));
      ReadOntology whole = repository.read(version);
      present =
          present == null
              ? repository.ontology(version)
              : present.with(OntologyReader.delta(repository, present, version));

      keepLastGood(expected, whole, repository.entries(version.commit()));
      String what = "seed %s, step %s".formatted(seed, step);
      assertThat(sorted(present.problems())).as(what).isEqualTo(sorted(whole.problems()));
      assertThat(all(present)).as(what).isEqualTo(List.copyOf(expected.values()));
      for (EntitySummary entity : expected.values()) {
        assertThat(present.document(entity.key()).text("id")).as(what).isPresent();
      }
    }
  }

  private static void keepLastGood(
      Map<EntityKey, EntitySummary> expected, ReadOntology whole, List<TreeEntry> entries) {
    Map<String, Code> problems = new HashMap<>();
    whole.problems().forEach(problem -> problems.putIfAbsent(problem.path(), problem.code()));
    List<String> paths = entries.stream().map(TreeEntry::path).toList();
    expected
        .values()
        .removeIf(entity ->
            !paths.contains(entity.sourcePath())
                || problems.get(entity.sourcePath()) == Code.PATH_COLLISION);
    for (IngestedEntity entity : whole.entities()) {
      expected.put(entity.summary().key(), entity.summary());
    }
  }

  private static List<String> sorted(List<SourceProblem> problems) {
    return problems.stream()
        .sorted(
            Comparator.comparing(SourceProblem::path)
                .thenComparing(SourceProblem::line)
                .thenComparing(SourceProblem::code))
        .map(SourceProblem::toString)
        .toList();
  }

  private static List<EntitySummary> all(Ontology ontology) {
    return Stream.of(EntityType.values())
        .flatMap(type -> ontology.entities(type).stream())
        .collect(Collectors.toList());
  }

  private static List<String> paths(Ontology ontology) {
    return ontology.find(DESK).stream()
        .flatMap(entity -> entity.files().stream())
        .map(FilePart::path)
        .toList();
  }

  private static List<String> codes(Ontology ontology) {
    return ontology.problems().stream()
        .map(problem -> problem.path() + " " + problem.code())
        .sorted()
        .toList();
  }

  private static Ontology moved(
      InMemoryRepository repository, Ontology from, Map<String, @Nullable String> edits) {
    return from.with(OntologyReader.delta(repository, from, repository.commit("next", edits)));
  }
}
