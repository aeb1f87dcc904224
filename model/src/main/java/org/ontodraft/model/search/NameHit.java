package org.ontodraft.model.search;

import java.util.Comparator;
import java.util.List;
import org.ontodraft.model.search.SearchHit.Mark;
import org.ontodraft.model.search.SearchHit.Tier;

/**
 * How well a name that is no entity's fits a query, the better the earlier.
 *
 * @param typos how many letters of the query are wrong
 * @param marks what of the name was found, in order and apart from each other
 */
public record NameHit(Tier tier, int typos, List<Mark> marks) implements Comparable<NameHit> {
  private static final Comparator<NameHit> ORDER =
      Comparator.comparing(NameHit::tier).thenComparingInt(NameHit::typos);

  public NameHit {
    marks = List.copyOf(marks);
  }

  @Override
  public int compareTo(NameHit other) {
    return ORDER.compare(this, other);
  }
}
