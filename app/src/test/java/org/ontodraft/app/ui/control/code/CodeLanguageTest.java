package org.ontodraft.app.ui.control.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeLanguageTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "`{\"a\": \"b\"}`; MARK { NAME \"a\" MARK : TEXT \"b\" MARK }",
        "`[-1.5e3, true]`; MARK [ NUMBER -1.5e3 MARK , NUMBER true MARK ]",
        "`{\"a\\\"b\": nul`; MARK { NAME \"a\\\"b\" MARK : NUMBER nul",
        "`\"open`; TEXT \"open",
      })
  void json(String text, String parts) {
    assertThat(told(CodeLanguage.JSON, text)).isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "`<!-- x -->{{Property|a=b}}`; COMMENT <!-- x --> MARK {{ LINK Property MARK | NAME a MARK = MARK }}",
        "`[[Has type::Text]] [[Page|name]]`; MARK [[ NAME Has type MARK :: TEXT Text MARK ]] MARK [[ LINK Page MARK | MARK ]]",
        "`== Title ==`; HEADING == Title ==",
        "`a = b <ref>x</ref> <`; LINK <ref> LINK </ref>",
        "`<!-- open {{a`; COMMENT <!-- open {{a",
      })
  void wikitext(String text, String parts) {
    assertThat(told(CodeLanguage.WIKITEXT, text)).isEqualTo(parts);
  }

  private static String told(CodeLanguage language, String text) {
    return language.spans(text).stream()
        .map(span -> span.token() + " " + text.substring(span.start(), span.end()))
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  @ParameterizedTest
  @EnumSource
  void anyTextHasPartsInOrderApartFromEachOther(CodeLanguage language) {
    Random random = new Random(7);
    String alphabet = "{}[]|=:\"'\\<>!-/ \nab1,\u05d0\ud83d\ude00";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int at = 0;
      for (CodeSpan span : language.spans(text.toString())) {
        assertThat(span.start()).as(text.toString()).isGreaterThanOrEqualTo(at);
        assertThat(span.end()).as(text.toString()).isGreaterThan(span.start());
        at = span.end();
      }
      assertThat(at).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void longTextsAreNotColoured() {
    assertThat(CodeLanguage.JSON.spans(" ".repeat(CodeLanguage.MOST_COLOURED) + "1"))
        .isEqualTo(List.of());
  }

  @Test
  void linesThatAreTooLongAreNotTypedInto() {
    String most = "x".repeat(CodeLimits.MOST_OF_A_LINE);
    assertThat(CodeLimits.allow(most + "\n" + most)).isTrue();
    assertThat(CodeLimits.allow("a\n" + most + "x\nb")).isFalse();
  }
}
