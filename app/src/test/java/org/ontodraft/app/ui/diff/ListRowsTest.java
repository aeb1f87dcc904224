package org.ontodraft.app.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.Place;
import org.ontodraft.model.entity.EntityKey;

/** Values that are compared by their parts. */
class ListRowsTest {
  private static final EntityKey DESK = EntityKey.parse("dashboard:Desk").orElseThrow();

  private static List<ReviewRow> rows(EntityReview review, ReviewChoices choices) {
    return ReviewLayout.of(Reviews.content(List.of(review)), choices).rows();
  }

  private static EntityReview desk(String before, String after) {
    return Reviews.of("dashboard:Desk", desk(before), desk(after));
  }

  private static String desk(String pages) {
    return "{\"id\":\"Desk\",\"pages\":["
        + pages
            .chars()
            .mapToObj(
                c -> "{\"name\":\"" + (char) c + "\",\"wikitext\":\"text of " + (char) c + "\"}")
            .collect(Collectors.joining(","))
        + "]}";
  }

  @Test
  void aMovedPageSaysFromWhereToWhere() {
    List<ReviewRow.ListItem> items =
        rows(desk("abcd", "acdb"), ReviewChoices.initial()).stream()
            .filter(ReviewRow.ListItem.class::isInstance)
            .map(ReviewRow.ListItem.class::cast)
            .toList();
    assertThat(items).hasSize(1);
    assertThat(items.getFirst().at()).isEqualTo(new Place.Moved(1, 3));
    assertThat(items.getFirst().mine()).isEqualTo("b");
  }

  @Test
  void theWholeListCanBeRead() {
    List<String> mine =
        rows(desk("abcd", "acdb"), ReviewChoices.initial().unfoldField(DESK, "pages")).stream()
            .filter(ReviewRow.ListItem.class::isInstance)
            .map(row -> String.valueOf(((ReviewRow.ListItem) row).mine()))
            .toList();
    assertThat(mine).containsExactly("a", "c", "d", "b");
  }

  @Test
  void aPageThatComesOrGoesHasOneSide() {
    List<ReviewRow.ListItem> items =
        rows(desk("ab", "bc"), ReviewChoices.initial()).stream()
            .filter(ReviewRow.ListItem.class::isInstance)
            .map(ReviewRow.ListItem.class::cast)
            .toList();
    assertThat(items).extracting(ReviewRow.ListItem::base).containsExactly("a", null);
    assertThat(items).extracting(ReviewRow.ListItem::mine).containsExactly(null, "c");
  }

  @Test
  void belowEachOtherWhatGoesStandsBeforeWhatComes() {
    String before =
        IntStream.range(0, 9).mapToObj(i -> "line " + i).collect(Collectors.joining("\\n"));
    EntityReview review =
        Reviews.of(
            "template:T",
            "{\"id\":\"T\",\"wikitext\":\"" + before + "\"}",
            "{\"id\":\"T\",\"wikitext\":\""
                + before.replace("line 4", "new 4").replace("line 5", "new 5")
                + "\"}");
    List<ReviewRow> rows = rows(review, ReviewChoices.initial().with(ReviewMode.UNIFIED));
    assertThat(
            rows.stream()
                .filter(ReviewRow.UnifiedLine.class::isInstance)
                .map(ReviewRow.UnifiedLine.class::cast)
                .filter(line -> line.side() != Side.BOTH)
                .map(line -> line.side() + " " + line.text()))
        .containsExactly(
            "BASE_ONLY line 4", "BASE_ONLY line 5", "MINE_ONLY new 4", "MINE_ONLY new 5");
  }

  @Test
  void aValueOfAMegabyteIsLaidOutAtOnce() {
    String long1 = "word ".repeat(200_000);
    EntityReview review =
        Reviews.of(
            "category:Person",
            "{\"id\":\"Person\",\"description\":\"" + long1 + "\"}",
            "{\"id\":\"Person\",\"description\":\""
                + long1.replace("word word word word", "other")
                + "\"}");
    assertThat(rows(review, ReviewChoices.initial()))
        .filteredOn(ReviewRow.Field.class::isInstance)
        .hasSize(1);
  }
}
