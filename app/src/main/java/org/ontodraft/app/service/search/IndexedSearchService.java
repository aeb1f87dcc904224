package org.ontodraft.app.service.search;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.Lull;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.search.EffectiveSearch;
import org.ontodraft.model.search.SearchIndex;
import org.ontodraft.model.search.SearchIndexLostException;
import org.ontodraft.model.search.SearchQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search over an index that follows canonical in the background. Until the index is there, and
 * when it cannot be kept, names are looked through in memory.
 */
public final class IndexedSearchService implements SearchService {
  private static final Logger LOG = LoggerFactory.getLogger(IndexedSearchService.class);
  private static final int LIMIT = 50;

  /**
   * Asked by nobody once the index is there: the first question of all waits for classes and for
   * the index's own tables, two letters and a slip among them.
   */
  private static final String FIRST_QUESTION = "ab xyz";

  /** How long behind a sync an index of many entities waits. */
  private static final Duration BEHIND_SYNC = Duration.ofSeconds(2);

  private final Supplier<SearchIndex> opening;
  private final Observed<Ontology> canonical;
  private final Observed<DraftOverlay> view;
  private final TaskRunner tasks;
  private final Lull lull;
  private final State<IndexStanding> standing = new State<>(new IndexStanding.Building(0, 0));

  /** What the index holds; null while it is not brought to a version that is known here. */
  private final State<@Nullable Ontology> indexed = new State<>(null);

  private final AtomicReference<@Nullable Prepared> prepared = new AtomicReference<>();
  private final Subscriptions following = new Subscriptions();
  private final Object writing = new Object();
  private volatile @Nullable SearchIndex index;
  private volatile boolean closed;
  private boolean begun;

  /** A search of a view, ready to be asked again while neither view nor index moves. */
  private record Prepared(DraftOverlay view, Ontology indexed, EffectiveSearch search) {}

  /**
   * A search that keeps no index before {@link #begin}.
   *
   * @param opening opens the index, in the background
   * @param canonical what is indexed
   * @param view what is searched
   * @param lull when an index may be made
   */
  public IndexedSearchService(
      Supplier<SearchIndex> opening,
      Observed<Ontology> canonical,
      Observed<DraftOverlay> view,
      TaskRunner tasks,
      Lull lull) {
    this.opening = opening;
    this.canonical = canonical;
    this.view = view;
    this.tasks = tasks;
    this.lull = lull;
  }

  /**
   * Begins to keep the index, once.
   *
   * @param pause how long to leave the machine to what people wait for
   */
  public void begin(Duration pause) {
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS).execute(this::begin);
  }

  private synchronized void begin() {
    if (!begun && !closed) {
      begun = true;
      following.add(canonical.follow(this::keep));
    }
  }

  @Override
  public Observed<IndexStanding> standing() {
    return standing;
  }

  private void keep(Ontology target) {
    tasks.start(
        BackgroundTask.of(
                "search index",
                progress -> {
                  bring(target);
                  return target;
                })
            .asJob(JobNote.of("search-index", target.version().shortCommit())));
  }

  private boolean isOvertaken(Ontology target) {
    return closed || canonical.get() != target;
  }

  private void bring(Ontology target) {
    synchronized (writing) {
      for (int attempt = 1; !isOvertaken(target); attempt++) {
        try {
          bringOnce(target);
          return;
        } catch (SearchIndexLostException lost) {
          indexed.set(null);
          LOG.warn("SEARCH-05 {}: {}", lost.getMessage(), String.valueOf(lost.getCause()));
          if (attempt == 2) {
            standing.set(new IndexStanding.Unavailable(String.valueOf(lost.getMessage())));
            return;
          }
        }
      }
    }
  }

  /**
   * A version that is overtaken is written to the end all the same: the next one then costs what
   * differs, where beginning anew with each sync might never come to an end.
   */
  private void bringOnce(Ontology target) {
    SearchIndex open = index;
    if (open == null) {
      open = opening.get();
      index = open;
    }
    int[] total = {0};
    boolean brought =
        new IndexKeeper(open)
            .bring(
                target,
                indexed.get(),
                new Pauses(),
                count -> {
                  total[0] = count;
                  standing.set(new IndexStanding.Building(0, count));
                },
                done -> standing.set(new IndexStanding.Building(done, total[0])));
    if (brought) {
      boolean first = indexed.get() == null;
      indexed.set(target);
      standing.set(new IndexStanding.Ready());
      if (first) {
        find(FIRST_QUESTION);
      }
    }
  }

  @Override
  public Search open() {
    begin();
    return new OpenSearch();
  }

  private SearchAnswer find(String text) {
    SearchQuery query = SearchQuery.of(text);
    DraftOverlay shown = view.get();
    Ontology held = indexed.get();
    SearchIndex open = index;
    if (held != null && open != null) {
      try {
        return new SearchAnswer(text, prepared(shown, held).search(open, query, LIMIT), true);
      } catch (SearchIndexLostException lost) {
        LOG.warn("SEARCH-05 {}: {}", lost.getMessage(), String.valueOf(lost.getCause()));
        indexed.set(null);
        keep(canonical.get());
      }
    }
    return new SearchAnswer(text, EffectiveSearch.byNames(shown, query, LIMIT), false);
  }

  private EffectiveSearch prepared(DraftOverlay shown, Ontology held) {
    Prepared last = prepared.get();
    if (last != null && last.view() == shown && last.indexed() == held) {
      return last.search();
    }
    EffectiveSearch search = EffectiveSearch.of(shown, held);
    prepared.set(new Prepared(shown, held, search));
    return search;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      following.close();
    }
    synchronized (writing) {
      SearchIndex open = index;
      if (open != null) {
        open.close();
      }
    }
  }

  private final class Pauses implements IndexKeeper.Pace {
    @Override
    public boolean stopped() {
      return closed;
    }

    @Override
    public void rest() {
      lull.await(BEHIND_SYNC, this::stopped);
    }
  }

  private final class OpenSearch implements Search {
    private final String key = "search:" + UUID.randomUUID();
    private final State<SearchAnswer> answer = new State<>(SearchAnswer.NONE);
    private final Subscriptions moves = new Subscriptions();
    private volatile String text = "";

    OpenSearch() {
      moves.add(view.follow(moved -> again()));
      moves.add(indexed.follow(moved -> again()));
    }

    private void again() {
      if (!text.isEmpty()) {
        ask(text);
      }
    }

    @Override
    public void ask(String asked) {
      text = asked;
      tasks.latest(
          key,
          BackgroundTask.of("search", progress -> find(asked))
              .onSuccess(found -> {
                if (found.text().equals(text)) {
                  answer.set(found);
                }
              }));
    }

    @Override
    public Observed<SearchAnswer> answer() {
      return answer;
    }

    @Override
    public void close() {
      moves.close();
      text = "";
    }
  }
}
