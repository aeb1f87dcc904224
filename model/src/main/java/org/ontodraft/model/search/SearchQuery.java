package org.ontodraft.model.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody looks for.
 *
 * @param text as it was typed
 * @param compact its folded letters and digits, one after another
 * @param words its words; each must be found at the beginning of one
 */
public record SearchQuery(String text, String compact, List<String> words) {
  private static final int MAX_TEXT = 200;
  private static final int MAX_WORDS = 8;

  public SearchQuery {
    words = List.copyOf(words);
  }

  /** The query of a text; of a very long one its beginning counts. */
  public static SearchQuery of(String text) {
    String read = text.substring(0, Math.min(MAX_TEXT, text.length()));
    List<String> words = new ArrayList<>();
    List<SearchWords.Word> found = SearchWords.of(read);
    for (SearchWords.Word word : found) {
      // Parts say what the whole says, but for one word of the query they are all there is.
      boolean part = !word.whole() || found.stream().noneMatch(other -> isWithin(other, word));
      if (part && words.size() < MAX_WORDS && !words.contains(word.text())) {
        words.add(word.text());
      }
    }
    return new SearchQuery(text, SearchWords.compact(read), words);
  }

  private static boolean isWithin(SearchWords.Word part, SearchWords.Word whole) {
    return part != whole && part.start() >= whole.start() && part.end() <= whole.end();
  }

  /** Whether nothing is looked for. */
  public boolean isEmpty() {
    return words.isEmpty();
  }
}
