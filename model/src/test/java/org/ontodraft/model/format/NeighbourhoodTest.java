package org.ontodraft.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.entity.EntityType.CATEGORY;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;

class NeighbourhoodTest {
  /** Letters with and without case, in one character and two, and some that fold to ASCII. */
  private static final List<String> LETTERS =
      List.of("a", "A", "k", "K", "\u212a", "s", "ß", "ſ", "e", "é", "e\u0301", "É", "_", "中");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsWhatFoldingEveryKeyFinds(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Map<EntityKey, EntityDocument> documents = new TreeMap<>();
    for (int i = 0; i < 400; i++) {
      documents.put(key(random), JsonCodec.parse("{}"));
    }
    Ontology ontology = Snapshots.of(documents);

    for (int i = 0; i < 200; i++) {
      String path = RepositoryLayout.pathOf(key(random));
      String neighbourhood = Neighbourhood.of(path).orElseThrow();
      List<EntitySummary> folded =
          ontology.entities(CATEGORY).stream()
              .filter(e -> Neighbourhood.of(e.sourcePath()).orElseThrow().equals(neighbourhood))
              .toList();
      assertThat(Neighbourhood.in(neighbourhood, ontology))
          .as(path)
          .containsExactlyInAnyOrderElementsOf(folded);
    }
  }

  private static EntityKey key(RandomGenerator random) {
    StringBuilder key = new StringBuilder("x");
    for (int i = random.nextInt(4); i >= 0; i--) {
      key.append(LETTERS.get(random.nextInt(LETTERS.size())));
    }
    return EntityKey.of(CATEGORY, key.toString());
  }
}
