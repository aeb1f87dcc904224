package org.ontodraft.app.ui.control.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.diff.FieldChange.Span;

class ExcerptTest {
  @Test
  void aShortTextIsWhole() {
    List<Span> text = List.of(new Span("a ", false), new Span("b", true), new Span(" c", false));

    assertThat(Excerpt.of(text)).isEqualTo(new Excerpt(text, 0));
  }

  @Test
  void whatDiffersStaysWithSomeOfWhatStandsRoundIt() {
    String long1 = "x".repeat(499) + "1";
    String long2 = "2" + "y".repeat(998) + "3";
    String long3 = "4" + "z".repeat(500);

    Excerpt shown =
        Excerpt.of(
            List.of(
                new Span(long1, false),
                new Span("gone", true),
                new Span(long2, false),
                new Span("fresh", true),
                new Span(long3, false)));

    assertThat(shown.spans().stream().map(Span::text))
        .containsExactly(
            "\u2026" + "x".repeat(79) + "1",
            "gone",
            "2" + "y".repeat(79) + "\u2026" + "y".repeat(79) + "3",
            "fresh",
            "4" + "z".repeat(79) + "\u2026");
    assertThat(shown.hidden()).isEqualTo(420 + 840 + 421);
  }

  /** No half of a character, at most so long, and the count is right. */
  @Test
  void anyTextGetsShort() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Span> text = new ArrayList<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        text.add(new Span("\uD83D\uDE00".repeat(random.nextInt(400)), i % 2 == 0));
      }

      Excerpt shown = Excerpt.of(text);

      String all = text.stream().map(Span::text).collect(Collectors.joining());
      String seen = shown.spans().stream().map(Span::text).collect(Collectors.joining());
      assertThat(seen.length()).as("seed %d", seed).isLessThan(1_200);
      assertThat(seen.replace("\u2026", "").length() + shown.hidden()).isEqualTo(all.length());
      assertThat(seen.codePoints())
          .as("seed %d", seed)
          .allMatch(c -> c == '\u2026' || c == 0x1F600);
    }
  }
}
