package org.ontodraft.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.search.SearchHit.Mark;

/** Which entity fits a query, how well, and where. Marked is what stands in brackets. */
class RankingTest {
  private static Optional<SearchHit> rank(String query, String key, String label, String text) {
    EntityKey entity = EntityKey.of(EntityType.CATEGORY, key);
    return new Ranking(SearchQuery.of(query)).rank(new SearchableEntity(entity, label, text, "c"));
  }

  private static String marked(String text, java.util.List<Mark> marks) {
    StringBuilder marked = new StringBuilder(text);
    for (Mark mark : marks.reversed()) {
      marked.insert(mark.end(), "]").insert(mark.start(), "[");
    }
    return marked.toString();
  }

  @ParameterizedTest(name = "{0} in {1}, {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "has name | Has_name | Name | KEY | [Has_name] | [Name]",
        "HASNAME | Has_name | Name | KEY | [Has_name] | Name",
        "full name | Has_name | Full name | LABEL | Has_[name] | [Full name]",
        "has n | Has_name | Name | KEY_START | [Has_n]ame | [N]ame",
        "ful | Has_name | Full name | LABEL_START | Has_name | [Ful]l name",
        "name has | Has_name | X | KEY_WORDS | [Has]_[name] | X",
        "place | birthPlace | X | KEY_WORDS | birth[Place] | X",
        "name fu | Has_name | Full of it | LABEL_WORDS | Has_[name] | [Fu]ll of it",
        "spcimen | Specimen | X | MISSPELLED | [Specime]n | X",
        "spceimen | Specimen | X | MISSPELLED | [Specimen] | X",
        "pecimen | Specimen | X | MISSPELLED | [Specime]n | X",
        "herb garden | Herb | X | - | |",
        "growing | Herb | X | TEXT | Herb | X",
        "herb gro | Herb | X | TEXT | [Herb] | X",
        "gowing | Herb | X | - | |",
        "植 | 植物 | X | KEY_START | [植]物 | X",
        "物 | 植物 | X | KEY_WORDS | 植[物] | X",
        "angst | Ångström | X | KEY_START | [Ångst]röm | X",
        "xyz | Herb | Herb | - | |",
      })
  void fits(
      String query, String key, String label, String tier, String markedKey, String markedLabel) {
    Optional<SearchHit> hit = rank(query, key, label, "A plant, Growing wild");
    assertThat(hit.map(h -> h.tier().name()).orElse("-")).isEqualTo(tier);
    hit.ifPresent(h -> {
      assertThat(marked(key, h.keyMarks())).isEqualTo(markedKey);
      assertThat(marked(label, h.labelMarks())).isEqualTo(markedLabel);
    });
  }

  @Test
  void theBestComesFirstAndTheShortBeforeTheLong() {
    String[] keys = {
      "Specimens_of_plants", "Specimen", "Old_specimen", "Specimen_card", "Sepcimen", "Other"
    };
    assertThat(
            Arrays.stream(keys)
                .flatMap(key -> rank("specimen", key, key, "specimen").stream())
                .sorted()
                .map(hit -> hit.key().key())
                .collect(Collectors.joining(", ")))
        .isEqualTo("Specimen, Specimen_card, Specimens_of_plants, Old_specimen, Sepcimen, Other");
  }

  @ParameterizedTest
  @CsvSource({
    "herb, herbarium, 0",
    "hreb, herbarium, 1",
    "hrb, herbarium, 1",
    "herrb, herbarium, 1",
    "hezb, herbarium, 1",
    "xerb, herbarium, 1",
    "hbre, herbarium, 2",
    "abcd, herbarium, 3",
    "herbarium, herb, 3"
  })
  void lettersThatAreWrongAreCounted(String word, String other, int distance) {
    assertThat(Typos.prefixDistance(word, other, 2)).isEqualTo(distance);
  }
}
