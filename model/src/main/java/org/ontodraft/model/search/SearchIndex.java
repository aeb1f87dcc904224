package org.ontodraft.model.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;

/**
 * Port to an index of the canonical ontology: a cache beside the store, which can be made again at
 * any time. Blocking; not for the FX thread. Thread-safe.
 *
 * <p>An index that turns out to be damaged or gone is emptied, and the call says so by {@link
 * SearchIndexLostException}: whoever keeps it fills it again.
 */
public interface SearchIndex extends AutoCloseable {
  /**
   * The commit whose entities it holds, all of them; empty while it holds none or is unfinished.
   */
  Optional<String> commit();

  /** The content each entity was indexed with; see {@link SearchableEntity#content}. */
  Map<EntityKey, String> contents();

  /** Writes entities and takes others out; seen and safe when {@link #finish} returns. */
  void change(Collection<SearchableEntity> upserts, Collection<EntityKey> deletes);

  /** Commits what was changed: the index now holds this commit's entities. */
  void finish(String commit);

  /**
   * The entities that fit a query best, roughly in order: {@link Ranking} has the last word.
   *
   * @param limit at most so many
   */
  List<EntityKey> candidates(SearchQuery query, int limit);

  @Override
  void close();
}
