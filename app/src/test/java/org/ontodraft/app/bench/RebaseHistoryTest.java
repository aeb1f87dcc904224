package org.ontodraft.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.bench.MergedVersion.Difference;
import org.ontodraft.app.bench.RebasedDraft.Agreement;

/** The smallest of the real histories, and that the report on all of them tells what it gives. */
class RebaseHistoryTest {
  private static final Path REPORT = Path.of("..", "docs", "rebase-on-real-history.md");
  private static final Path BUNDLE =
      Path.of("..", "..", "shared", "ontologies", "labki-json.bundle");

  private static final List<RebasedDraft> REBASES = new ArrayList<>();

  @BeforeAll
  static void rebase(@TempDir Path scratch) throws IOException {
    assumeTrue(Files.exists(BUNDLE), "the real repositories are not beside the checkout");
    assumeTrue(GitMerge.available(scratch), "git is older than 2.38 and cannot merge in memory");
    REBASES.clear();
    RebaseHistory.forEach(BUNDLE, scratch, id -> true, REBASES::add);
  }

  @Test
  void the_report_has_the_counts() throws IOException {
    RebaseTally tally = new RebaseTally();
    REBASES.forEach(tally::add);
    String report = Files.readString(REPORT);
    String heading = "### labki-json\n\n";
    int start = report.indexOf(heading) + heading.length();
    assertThat(report.substring(start, report.indexOf("\n### ", start)))
        .describedAs("packaging/bench/history.sh prints what belongs there")
        .isEqualTo(tally.markdown());
  }

  @Test
  void a_change_that_is_upstream_already_asks_nothing_and_leaves_nothing() {
    List<RebasedDraft> there =
        REBASES.stream()
            .filter(rebased ->
                rebased.draft().name().equals(Integer.toString(rebased.upstream().number())))
            .toList();
    assertThat(there)
        .isNotEmpty()
        .allSatisfy(rebased -> {
          assertThat(rebased.plan().conflicts()).describedAs(rebased.id()).isEmpty();
          assertThat(rebased.plan().changes()).describedAs(rebased.id()).isEmpty();
        });
  }

  @Test
  void where_both_merge_the_entities_are_the_same_but_for_items_that_git_writes_twice() {
    assertThat(REBASES)
        .filteredOn(rebased -> rebased.plan().clean() && rebased.git().clean())
        .isNotEmpty()
        .allSatisfy(rebased ->
            assertThat(rebased.differences())
                .describedAs(rebased.id())
                .allMatch(difference -> difference.kind() == Difference.Kind.ITEM_TWICE));
  }

  @Test
  void where_only_we_ask_it_is_about_a_rule() {
    assertThat(REBASES)
        .filteredOn(rebased -> rebased.agreement() == Agreement.WE_ASK)
        .allSatisfy(
            rebased -> assertThat(rebased.plan().conflicted()).describedAs(rebased.id()).isEmpty());
  }
}
