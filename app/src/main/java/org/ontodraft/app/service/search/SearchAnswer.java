package org.ontodraft.app.service.search;

import java.util.List;
import org.ontodraft.model.search.SearchHit;

/**
 * What was found.
 *
 * @param text what was asked for
 * @param hits the best, in order
 * @param inTexts whether descriptions and wikitext were looked at as well
 */
public record SearchAnswer(String text, List<SearchHit> hits, boolean inTexts) {
  /** To nothing asked. */
  public static final SearchAnswer NONE = new SearchAnswer("", List.of(), true);

  public SearchAnswer {
    hits = List.copyOf(hits);
  }
}
