package org.ontodraft.model.search;

import java.util.Comparator;
import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/**
 * An entity that was found, the better the earlier.
 *
 * @param typos how many letters of the query are wrong
 * @param labelMarks what of the label was found, in order and apart from each other
 * @param keyMarks what of the key was found
 */
public record SearchHit(
    EntityKey key, String label, Tier tier, int typos, List<Mark> labelMarks, List<Mark> keyMarks)
    implements Comparable<SearchHit> {
  private static final Comparator<SearchHit> ORDER =
      Comparator.comparing(SearchHit::tier)
          .thenComparingInt(SearchHit::typos)
          .thenComparingInt(hit -> hit.key().key().length())
          .thenComparing(SearchHit::key);

  public SearchHit {
    labelMarks = List.copyOf(labelMarks);
    keyMarks = List.copyOf(keyMarks);
  }

  /** Where the query was found, the best first. */
  public enum Tier {
    /** It is the key. */
    KEY,
    /** It is the label. */
    LABEL,
    /** The key begins with it. */
    KEY_START,
    /** The label begins with it. */
    LABEL_START,
    /** Its words begin words of the key. */
    KEY_WORDS,
    /** Its words begin words of the label, or some of the key. */
    LABEL_WORDS,
    /** So they do, but for a wrong letter or two. */
    MISSPELLED,
    /** Its words begin words of the description or wikitext. */
    TEXT
  }

  /** A stretch of a text, from {@code start} to before {@code end}. */
  public record Mark(int start, int end) {}

  @Override
  public int compareTo(SearchHit other) {
    return ORDER.compare(this, other);
  }
}
