package org.ontodraft.persistence.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.persistence.testing.Entities.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.search.Ranking;
import org.ontodraft.model.search.SearchHit;
import org.ontodraft.model.search.SearchIndexLostException;
import org.ontodraft.model.search.SearchQuery;
import org.ontodraft.model.search.SearchableEntity;

/** The index on real files: what it finds, and what becomes of it when its files are harmed. */
class LuceneSearchIndexTest {
  @TempDir Path folder;

  private static SearchableEntity entity(String key, String label, String text) {
    return new SearchableEntity(key(key), label, text, "content of " + label);
  }

  private static final List<SearchableEntity> GARDEN =
      List.of(
          entity("category:Herb", "Herb", "smells"),
          entity("category:Herb_garden", "Garden of herbs", "where herbs grow"),
          entity("property:Has_smell", "Smell", "how it smells"),
          entity("resource:Herb/Basil", "Basil", "{{Herb}} sweet"),
          entity("category:植物", "Plant", "生きもの, type 2 of 3"));

  private LuceneSearchIndex open() {
    return LuceneSearchIndex.open(folder.resolve("search"));
  }

  private LuceneSearchIndex filled() {
    LuceneSearchIndex index = open();
    index.change(GARDEN, List.of());
    index.finish("c1");
    return index;
  }

  private static List<String> found(LuceneSearchIndex index, String query) {
    return index.candidates(SearchQuery.of(query), 10).stream().map(EntityKey::toString).toList();
  }

  @Test
  void findsByKeyThenLabelThenText() {
    try (LuceneSearchIndex index = filled()) {
      assertThat(found(index, "herb"))
          .containsExactly("category:Herb", "resource:Herb/Basil", "category:Herb_garden");
      assertThat(found(index, "smell")).containsExactly("property:Has_smell", "category:Herb");
      assertThat(found(index, "gardne")).containsExactly("category:Herb_garden");
      assertThat(found(index, "物")).containsExactly("category:植物");
      assertThat(found(index, "生")).containsExactly("category:植物");
      assertThat(found(index, "type 2")).containsExactly("category:植物");
      assertThat(found(index, "sweet herb")).containsExactly("resource:Herb/Basil");
      assertThat(found(index, "")).isEmpty();
      assertThat(found(index, "zzz")).isEmpty();
    }
  }

  @Test
  void nothingIsSeenBeforeItIsFinishedAndNothingKeptUnlessItIs() {
    try (LuceneSearchIndex index = filled()) {
      index.change(List.of(entity("category:Fern", "Fern", "")), List.of(key("category:Herb")));
      assertThat(found(index, "fern")).isEmpty();
      assertThat(index.commit()).contains("c1");
    }
    try (LuceneSearchIndex index = open()) {
      assertThat(index.commit()).contains("c1");
      assertThat(index.contents())
          .hasSize(5)
          .containsEntry(key("category:Herb"), "content of Herb");
      index.change(List.of(entity("category:Fern", "Fern", "")), List.of(key("category:Herb")));
      index.finish("c2");
      assertThat(found(index, "fern")).containsExactly("category:Fern");
      assertThat(index.contents()).hasSize(5).doesNotContainKey(key("category:Herb"));
    }
    try (LuceneSearchIndex index = open()) {
      assertThat(index.commit()).contains("c2");
    }
  }

  private static void corrupt(Path file, int seed) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(seed);
    switch (seed % 3) {
      case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      default -> random.nextBytes(bytes);
    }
    Files.write(file, bytes);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("search"))) {
      return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
  }

  @Test
  void aDamagedFileOfTheIndexIsFoundWhenItIsOpened() throws IOException {
    filled().close();
    List<byte[]> whole = new ArrayList<>();
    List<Path> names = files();
    for (Path file : names) {
      whole.add(Files.readAllBytes(file));
    }
    for (int seed = 0; seed < 60; seed++) {
      for (Path left : files()) {
        Files.delete(left);
      }
      for (int i = 0; i < names.size(); i++) {
        Files.write(names.get(i), whole.get(i));
      }
      Path harmed = names.get(seed % names.size());
      corrupt(harmed, seed);
      try (LuceneSearchIndex index = open()) {
        boolean asItWas = index.commit().isPresent();
        if (asItWas) {
          assertThat(found(index, "herb")).as("%s, seed %d", harmed, seed).hasSize(3);
          assertThat(index.contents()).hasSize(5);
        } else {
          index.change(GARDEN, List.of());
          index.finish("c2");
          assertThat(found(index, "herb")).hasSize(3);
        }
      }
    }
  }

  @Test
  void anIndexThatIsDeletedUnderwayIsToldAndBegunAnew() throws IOException {
    try (LuceneSearchIndex index = filled()) {
      for (Path file : files()) {
        Files.delete(file);
      }
      Files.deleteIfExists(folder.resolve("search/write.lock"));
      Files.delete(folder.resolve("search"));
      assertThatThrownBy(
              () -> {
                index.change(GARDEN, List.of());
                index.finish("c2");
              })
          .isInstanceOf(SearchIndexLostException.class);
      assertThat(index.commit()).isEmpty();
      index.change(GARDEN, List.of());
      index.finish("c2");
      assertThat(found(index, "herb")).hasSize(3);
    }
    try (LuceneSearchIndex index = open()) {
      assertThat(index.commit()).contains("c2");
    }
  }

  @Test
  void aFolderThatIsAFileLeavesTheIndexInMemory() throws IOException {
    Files.writeString(folder.resolve("search"), "not a folder");
    try (LuceneSearchIndex index = filled()) {
      assertThat(found(index, "herb")).hasSize(3);
    }
    assertThat(folder.resolve("search")).hasContent("not a folder");
  }

  @Test
  void whileAnotherHasItThisOneIsInMemory() {
    try (LuceneSearchIndex first = filled();
        LuceneSearchIndex second = open()) {
      assertThat(second.commit()).isEmpty();
      second.change(GARDEN.subList(0, 1), List.of());
      second.finish("x");
      assertThat(found(second, "herb")).containsExactly("category:Herb");
      assertThat(found(first, "herb")).hasSize(3);
    }
    try (LuceneSearchIndex again = open()) {
      assertThat(again.commit()).contains("c1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "\"", "a AND b", "(", "\\", "~2", "\u0000", "\uD800", "field:x", "[a TO b]"})
  void whateverIsTypedIsWords(String query) {
    try (LuceneSearchIndex index = filled()) {
      assertThat(index.candidates(SearchQuery.of(query), 10)).hasSizeLessThanOrEqualTo(5);
      assertThat(index.commit()).contains("c1");
    }
  }

  @Test
  void theBestOfTheRankingAreAmongTheCandidates() {
    Random random = new Random(3);
    String[] parts = {"Herb", "garden", "Has", "name", "Plant", "smell", "Of", "stone", "x1"};
    List<SearchableEntity> entities = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String name =
          parts[random.nextInt(parts.length)] + "_" + parts[random.nextInt(parts.length)] + i;
      String label =
          parts[random.nextInt(parts.length)] + " " + parts[random.nextInt(parts.length)];
      entities.add(
          new SearchableEntity(
              EntityKey.of(EntityType.CATEGORY, name),
              label,
              parts[random.nextInt(parts.length)] + ", " + name,
              "c"));
    }
    try (LuceneSearchIndex index = open()) {
      index.change(entities, List.of());
      index.finish("c1");
      for (String typed :
          List.of("h", "herb", "gar", "has na", "plnat", "herb12", "name of", "stone")) {
        SearchQuery query = SearchQuery.of(typed);
        Ranking ranking = new Ranking(query);
        List<SearchHit> all =
            entities.stream().flatMap(e -> ranking.rank(e).stream()).sorted().toList();
        List<EntityKey> best = all.stream().limit(20).map(SearchHit::key).toList();
        List<EntityKey> candidates = index.candidates(query, 400);
        assertThat(candidates).as(typed).containsAll(best);
        SearchHit.Tier worst = all.get(Math.min(19, all.size() - 1)).tier();
        List<EntityKey> few = index.candidates(query, 20);
        assertThat(few.stream().map(k -> ranking.known(k, label(entities, k)).tier()))
            .as(typed)
            .allMatch(tier -> tier.compareTo(worst) <= 0);
        assertThat(Collections.disjoint(few, best)).as(typed).isFalse();
      }
    }
  }

  private static String label(List<SearchableEntity> entities, EntityKey key) {
    return entities.stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow().label();
  }
}
