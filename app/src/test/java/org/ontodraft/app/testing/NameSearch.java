package org.ontodraft.app.testing;

import java.util.function.Supplier;
import org.ontodraft.app.service.search.IndexStanding;
import org.ontodraft.app.service.search.Search;
import org.ontodraft.app.service.search.SearchAnswer;
import org.ontodraft.app.service.search.SearchService;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.search.EffectiveSearch;
import org.ontodraft.model.search.SearchQuery;

/** A search by names alone that answers at once. */
final class NameSearch implements SearchService {
  private static final int MOST = 20;

  private final Supplier<DraftOverlay> view;
  private final State<IndexStanding> standing = new State<>(new IndexStanding.Ready());

  NameSearch(Supplier<DraftOverlay> view) {
    this.view = view;
  }

  @Override
  public Observed<IndexStanding> standing() {
    return standing;
  }

  @Override
  public Search open() {
    State<SearchAnswer> answer = new State<>(SearchAnswer.NONE);
    return new Search() {
      @Override
      public void ask(String text) {
        answer.set(
            new SearchAnswer(
                text, EffectiveSearch.byNames(view.get(), SearchQuery.of(text), MOST), false));
      }

      @Override
      public Observed<SearchAnswer> answer() {
        return answer;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
