package org.ontodraft.persistence.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.ontodraft.model.search.SearchQuery;
import org.ontodraft.model.search.Typos;

/** Queries of the index that find the best of the ranking's tiers first. */
final class CandidateQuery {
  /** A single letter begins words of nearly every text. */
  private static final int SHORTEST_IN_TEXT = 2;

  /** From here on one character is a word. */
  private static final char IDEOGRAPHS = '\u2E80';

  private CandidateQuery() {}

  /**
   * The query in stages, each of which finds what the one before does and then more that ranks
   * lower; whoever has enough need not ask the next, which takes longer.
   */
  static List<Query> stages(SearchQuery query) {
    List<Query> stages = new ArrayList<>();
    BooleanQuery.Builder tiers = new BooleanQuery.Builder();
    String start = IndexedEntity.start(query.compact());
    add(tiers, new TermQuery(new Term(IndexedEntity.KEY, start)), 64);
    add(tiers, new TermQuery(new Term(IndexedEntity.LABEL, start)), 32);
    add(tiers, new PrefixQuery(new Term(IndexedEntity.KEY, start)), 16);
    add(tiers, new PrefixQuery(new Term(IndexedEntity.LABEL, start)), 8);
    add(tiers, all(query.words(), IndexedEntity.NAME, false), 4);
    stages.add(tiers.build());
    if (query.words().stream().anyMatch(word -> Typos.allowed(word) > 0)) {
      add(tiers, all(query.words(), IndexedEntity.NAME, true), 2);
      stages.add(tiers.build());
    }
    if (query.compact().length() >= SHORTEST_IN_TEXT || query.compact().charAt(0) >= IDEOGRAPHS) {
      add(tiers, all(query.words(), IndexedEntity.TEXT, false), 1);
      stages.add(tiers.build());
    }
    return stages;
  }

  private static void add(BooleanQuery.Builder tiers, Query tier, float weight) {
    tiers.add(new BoostQuery(new ConstantScoreQuery(tier), weight), Occur.SHOULD);
  }

  private static Query all(List<String> words, String field, boolean misspelled) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : words) {
      int typos = misspelled ? Typos.allowed(word) : 0;
      Term term = new Term(field, word);
      all.add(
          typos == 0 ? new PrefixQuery(term) : new AutomatonQuery(term, beginning(word, typos)),
          Occur.FILTER);
    }
    return all.build();
  }

  /** The words that begin with this one, but for some wrong letters. */
  private static Automaton beginning(String word, int typos) {
    Automaton near = new LevenshteinAutomata(word, true).toAutomaton(typos);
    return Operations.determinize(
        Operations.concatenate(List.of(near, Automata.makeAnyString())),
        Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
  }
}
