package org.ontodraft.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How text becomes words. */
class SearchWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Has_name | has name",
        "birthPlace | birth place birthplace",
        "HTTPServer | http server httpserver",
        "Has_ORCID | has orcid",
        "Property12b | property 12 b property12b",
        "two  words, and-more | two words and more",
        "Ångström | angstrom",
        "A\u030Angstro\u0308m | angstrom",
        "Straße | strasse",
        "STRASSE | strasse",
        "ＷＩＤＥ | wide",
        "ﬁne | fine",
        "İstanbul | istanbul",
        "ΜΑΪΟΣ | μαιος",
        "植物学 | 植 物 学",
        "Plant植物 | plant 植 物 plant植物",
        "ｶﾀｶﾅ | カ タ カ ナ",
        "식물 학 | 식물 학",
        "𝔘nicode | unicode",
        "🌱herb | herb",
        "... | ''",
      })
  void textIsReadInWords(String text, String words) {
    assertThat(
            SearchWords.of(text).stream()
                .map(SearchWords.Word::text)
                .collect(Collectors.joining(" ")))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "Has_name, hasname",
    "has name, hasname",
    "HasName, hasname",
    "'Ång-ström 2', angstrom2",
    "植 物, 植物"
  })
  void aNameIsOneWhateverStandsBetween(String name, String compact) {
    assertThat(SearchWords.compact(name)).isEqualTo(compact);
  }

  @Test
  void wordsKnowWhereTheyStand() {
    SearchWords.Word word = SearchWords.of("é Has_Name").get(2);
    assertThat("é Has_Name".substring(word.start(), word.end())).isEqualTo("Name");
  }

  @Test
  void anyTextIsReadWithoutFault() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(8); j >= 0; j--) {
        text.append((char) random.nextInt(Character.MAX_VALUE + 1));
      }
      String any = text.toString();
      for (SearchWords.Word word : SearchWords.of(any)) {
        assertThat(word.start()).isBetween(0, word.end() - 1);
        assertThat(word.end()).isLessThanOrEqualTo(any.length());
        assertThat(word.text()).isNotEmpty();
      }
      assertThat(SearchQuery.of(any).words()).hasSizeLessThanOrEqualTo(8);
    }
  }
}
