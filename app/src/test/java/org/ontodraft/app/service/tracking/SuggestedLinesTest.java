package org.ontodraft.app.service.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.forge.ReviewComment;

/** Suggested lines as GitHub and GitLab write them, and where they go. */
class SuggestedLinesTest {
  private static final String SENT = "one\ntwo\nthree\nfour\n";

  private static List<SuggestedLines> in(String text, int first, int line) {
    return SuggestedLines.in(
        new ReviewComment("1", "1", "eve", "a.json", first, line, text, Instant.EPOCH));
  }

  private static String applied(String text, int first, int line, String now) {
    return in(text, first, line).getFirst().in(SENT, now).orElse("refused");
  }

  @Test
  void a_line_and_a_range_are_replaced() {
    assertThat(applied("Say:\n```suggestion\nTWO\n```\nplease", 2, 2, SENT))
        .isEqualTo("one\nTWO\nthree\nfour\n");
    assertThat(applied("```suggestion\nX\nY\nZ\n```", 2, 3, SENT))
        .isEqualTo("one\nX\nY\nZ\nfour\n");
    assertThat(applied("```suggestion:-1+1\nall\n```", 3, 3, SENT)).isEqualTo("one\nall\n");
  }

  @Test
  void no_lines_take_lines_away() {
    assertThat(applied("```suggestion\n```", 2, 3, SENT)).isEqualTo("one\nfour\n");
  }

  @Test
  void a_longer_fence_holds_a_shorter_one() {
    assertThat(in("````suggestion\n```\n````", 2, 2).getFirst().lines()).containsExactly("```");
  }

  @Test
  void several_suggestions_of_one_comment_are_told_apart() {
    assertThat(in("```suggestion\na\n```\nor\n```suggestion\nb\n```", 2, 2))
        .extracting(SuggestedLines::lines)
        .containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void what_is_not_closed_or_on_no_line_is_text() {
    assertThat(in("```suggestion\na", 2, 2)).isEmpty();
    assertThat(in("```suggestion\na\n```", 0, 0)).isEmpty();
    assertThat(in("```json\na\n```", 2, 2)).isEmpty();
  }

  @Test
  void lines_that_moved_are_found_where_they_are_and_changed_ones_are_refused() {
    assertThat(applied("```suggestion\nTWO\n```", 2, 2, "zero\n" + SENT))
        .isEqualTo("zero\none\nTWO\nthree\nfour\n");
    assertThat(applied("```suggestion\nTWO\n```", 2, 2, "one\n2\nthree\n")).isEqualTo("refused");
    assertThat(applied("```suggestion\nTWO\n```", 2, 2, "two\nx\ntwo\n")).isEqualTo("refused");
    assertThat(applied("```suggestion:-0+9\nTWO\n```", 2, 2, SENT)).isEqualTo("refused");
  }

  @Test
  void line_ends_stay_as_the_file_has_them() {
    SuggestedLines lines = in("```suggestion\nTWO\n```", 2, 2).getFirst();
    assertThat(lines.in("one\r\ntwo\r\n", "one\r\ntwo\r\n")).contains("one\r\nTWO\r\n");
    assertThat(lines.in("one\ntwo", "one\ntwo")).contains("one\nTWO");
  }
}
