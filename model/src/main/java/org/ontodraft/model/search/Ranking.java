package org.ontodraft.model.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.search.SearchHit.Mark;
import org.ontodraft.model.search.SearchHit.Tier;
import org.ontodraft.model.search.SearchWords.Word;

/** Says whether and how well an entity fits a query, wherever it comes from. */
public final class Ranking {
  private final SearchQuery query;

  /** By this query, which is not empty. */
  public Ranking(SearchQuery query) {
    this.query = query;
  }

  /** By its names alone. */
  public Optional<SearchHit> names(EntityKey key, String label) {
    return rank(key, label, null);
  }

  /** By its names, or else by the text the caller knows it fits by. */
  public SearchHit known(EntityKey key, String label) {
    return names(key, label)
        .orElseGet(() -> new SearchHit(key, label, Tier.TEXT, 0, List.of(), List.of()));
  }

  /** By a name that is no entity's. */
  public Optional<NameHit> name(String name) {
    Found found = new Found(SearchWords.of(name));
    String compact = SearchWords.compact(name);
    if (compact.startsWith(query.compact())) {
      Tier tier = compact.equals(query.compact()) ? Tier.LABEL : Tier.LABEL_START;
      return Optional.of(new NameHit(tier, 0, begin(name)));
    }
    int typos = 0;
    for (String word : query.words()) {
      if (!found.start(word)) {
        int wrong = misspelled(word, found, found);
        if (wrong == 0) {
          return Optional.empty();
        }
        typos += wrong;
      }
    }
    return Optional.of(
        new NameHit(typos > 0 ? Tier.MISSPELLED : Tier.LABEL_WORDS, typos, found.marks()));
  }

  /** By its names and text. */
  public Optional<SearchHit> rank(SearchableEntity entity) {
    return rank(entity.key(), entity.label(), entity.text());
  }

  private Optional<SearchHit> rank(EntityKey key, String label, @Nullable String text) {
    List<Word> ofKey = SearchWords.of(key.key());
    List<Word> ofLabel = SearchWords.of(label);
    Found inKey = new Found(ofKey);
    Found inLabel = new Found(ofLabel);
    String compactKey = SearchWords.compact(key.key());
    String compactLabel = SearchWords.compact(label);
    Tier whole = null;
    if (compactKey.equals(query.compact())) {
      whole = Tier.KEY;
    } else if (compactLabel.equals(query.compact())) {
      whole = Tier.LABEL;
    } else if (compactKey.startsWith(query.compact())) {
      whole = Tier.KEY_START;
    } else if (compactLabel.startsWith(query.compact())) {
      whole = Tier.LABEL_START;
    }
    int typos = 0;
    boolean all = true;
    boolean allInKey = true;
    for (String word : query.words()) {
      boolean key0 = inKey.start(word);
      boolean label0 = inLabel.start(word);
      allInKey &= key0;
      if (!key0 && !label0) {
        int wrong = misspelled(word, inKey, inLabel);
        all &= wrong > 0;
        typos += wrong;
      }
    }
    if (whole != null) {
      List<Mark> start = whole == Tier.LABEL || whole == Tier.LABEL_START ? begin(label) : null;
      List<Mark> keyStart = whole == Tier.KEY || whole == Tier.KEY_START ? begin(key.key()) : null;
      return Optional.of(
          new SearchHit(
              key,
              label,
              whole,
              0,
              start == null ? inLabel.marks() : start,
              keyStart == null ? inKey.marks() : keyStart));
    }
    if (all) {
      Tier tier = typos > 0 ? Tier.MISSPELLED : allInKey ? Tier.KEY_WORDS : Tier.LABEL_WORDS;
      return Optional.of(new SearchHit(key, label, tier, typos, inLabel.marks(), inKey.marks()));
    }
    return text != null && isIn(text, ofKey, ofLabel)
        ? Optional.of(new SearchHit(key, label, Tier.TEXT, 0, inLabel.exact(), inKey.exact()))
        : Optional.empty();
  }

  /** Up to where the letters of the query go, whatever stands between them. */
  private List<Mark> begin(String text) {
    int at = 0;
    while (at < text.length()
        && SearchWords.compact(text.substring(0, at)).length() < query.compact().length()) {
      at += Character.charCount(text.codePointAt(at));
    }
    return List.of(new Mark(0, at));
  }

  private static int misspelled(String word, Found inKey, Found inLabel) {
    int allowed = Typos.allowed(word);
    if (allowed == 0) {
      return 0;
    }
    int least = Math.min(inKey.nearest(word, allowed), inLabel.nearest(word, allowed));
    if (least > allowed) {
      return 0;
    }
    inKey.mark(word, least);
    inLabel.mark(word, least);
    return least;
  }

  /** Whether each word begins one of the text, or of the names. */
  private boolean isIn(String text, List<Word> ofKey, List<Word> ofLabel) {
    List<Word> words = SearchWords.of(text);
    return query.words().stream()
        .allMatch(asked -> begins(asked, words) || begins(asked, ofKey) || begins(asked, ofLabel));
  }

  private static boolean begins(String asked, List<Word> words) {
    return words.stream().anyMatch(word -> word.text().startsWith(asked));
  }

  /** Where words of the query were found in a name. */
  private static final class Found {
    private final List<Word> words;
    private final List<Mark> exact = new ArrayList<>();
    private final List<Mark> near = new ArrayList<>();

    Found(List<Word> words) {
      this.words = words;
    }

    boolean start(String asked) {
      boolean found = false;
      for (Word word : words) {
        if (word.text().startsWith(asked)) {
          exact.add(mark(word, asked));
          found = true;
        }
      }
      return found;
    }

    private static Mark mark(Word word, String asked) {
      boolean all = word.text().length() == asked.length();
      int end = all ? word.end() : Math.min(word.end(), word.start() + asked.length());
      return new Mark(word.start(), end);
    }

    int nearest(String asked, int allowed) {
      int least = allowed + 1;
      for (Word word : words) {
        least = Math.min(least, Typos.prefixDistance(asked, word.text(), allowed));
      }
      return least;
    }

    void mark(String asked, int distance) {
      for (Word word : words) {
        if (Typos.prefixDistance(asked, word.text(), distance) <= distance) {
          near.add(mark(word, asked));
        }
      }
    }

    List<Mark> exact() {
      return joined(exact);
    }

    List<Mark> marks() {
      List<Mark> all = new ArrayList<>(exact);
      all.addAll(near);
      return joined(all);
    }

    private static List<Mark> joined(List<Mark> marks) {
      List<Mark> sorted = new ArrayList<>(marks);
      sorted.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
      List<Mark> joined = new ArrayList<>();
      for (Mark mark : sorted) {
        Mark last = joined.isEmpty() ? null : joined.getLast();
        if (last != null && mark.start() <= last.end()) {
          joined.set(joined.size() - 1, new Mark(last.start(), Math.max(last.end(), mark.end())));
        } else {
          joined.add(mark);
        }
      }
      return joined;
    }
  }
}
