package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues as people type them. */
class IssueLinksTest {
  @Test
  void references_are_taken_once_whatever_stands_between() {
    assertThat(IssueLinks.typed(" #12, 13 and acme/onto.logy#4;#12 g/sub/p#1 ").references())
        .containsExactly("#12", "#13", "acme/onto.logy#4", "g/sub/p#1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"#0", "#", "12a", "acme#1x", "/x#1", "https://a.org/1", "#9999999999", "<b>"})
  void what_is_none_is_told(String typed) {
    IssueLinks links = IssueLinks.typed("#1 " + typed);
    assertThat(links.references()).containsExactly("#1");
    assertThat(links.unknown()).containsExactly(typed);
  }

  @Test
  void each_is_closed_once_at_the_end() {
    IssueLinks links = IssueLinks.typed("#1 #2");
    assertThat(links.in("Why.\n\ncloses #1\n")).isEqualTo("Why.\n\ncloses #1\n\nCloses #2\n");
    assertThat(links.in("")).isEqualTo("Closes #1\nCloses #2\n");
    assertThat(links.in(links.in("Why."))).isEqualTo(links.in("Why."));
    assertThat(new IssueLinks(List.of(), List.of()).in("Why.")).isEqualTo("Why.");
  }
}
