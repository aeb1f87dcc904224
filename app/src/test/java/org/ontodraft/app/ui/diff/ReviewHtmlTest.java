package org.ontodraft.app.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.ui.common.Texts;

class ReviewHtmlTest {
  private final ReviewHtml html = new ReviewHtml(Texts.load());

  private String page(String before, String after) {
    return html.write(
        "Draft <b>", Reviews.content(List.of(Reviews.of("category:Person", before, after))));
  }

  @Test
  void nothingOfTheOntologyIsReadAsHtml() {
    String page =
        page(
            "{\"id\":\"Person\",\"label\":\"<script>alert(1)</script>\"}",
            "{\"id\":\"Person\",\"label\":\"\\\" onload='x' & <img src=x>\"}");
    assertThat(page)
        .doesNotContain("<script", "<img", "onload='")
        .contains("&lt;script&gt;", "&lt;img", "&amp;")
        .contains("<title>Draft &lt;b&gt;</title>");
  }

  @Test
  void whatCannotBeSeenIsShownAsACode() {
    String page =
        page(
            "{\"id\":\"Person\",\"label\":\"a\"}",
            "{\"id\":\"Person\",\"label\":\"a\\u202eb\\u0000c\"}");
    assertThat(page).contains("&lt;U+202E&gt;", "&lt;U+0000&gt;").doesNotContain("\u202e", "\0");
  }

  @Test
  void needsNothingElseAndFollowsTheReadersTheme() {
    String page = html.write("Sample", Reviews.content(Reviews.sample()));
    assertThat(page)
        .contains("prefers-color-scheme: dark", "default-src 'none'")
        .doesNotContain("http://", "https://", "<link", "src=");
    for (var review : Reviews.sample()) {
      assertThat(page).contains(review.path());
    }
  }
}
