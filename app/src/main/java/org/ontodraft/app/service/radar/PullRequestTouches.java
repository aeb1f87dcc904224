package org.ontodraft.app.service.radar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ontodraft.app.service.submit.OpenPullRequests;
import org.ontodraft.app.service.submit.TouchingPullRequest;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.overlap.Touch;

/**
 * What open pull requests change that come from no draft of this workspace. The list is asked for
 * now and then; the commits of one are fetched once a draft changes an entity of its files, so that
 * its fields are known and not its files alone.
 */
public final class PullRequestTouches implements ForeignTouches {
  private final OpenPullRequests pullRequests;
  private final Supplier<List<Draft>> drafts;
  private final Function<String, Optional<Ontology>> at;
  private final Map<String, Map<EntityKey, Touch>> byHead = new HashMap<>();

  /**
   * Knows of none until {@link #ask}.
   *
   * @param at the ontology at a commit that is here
   */
  public PullRequestTouches(
      OpenPullRequests pullRequests,
      Supplier<List<Draft>> drafts,
      Function<String, Optional<Ontology>> at) {
    this.pullRequests = pullRequests;
    this.drafts = drafts;
    this.at = at;
  }

  /** The list as last asked for, here or elsewhere. */
  public Observed<List<TouchingPullRequest>> open() {
    return pullRequests.known();
  }

  /** Asks the forge; a refusal leaves what is known as it is. */
  public void ask() {
    pullRequests.list();
  }

  private synchronized void forgetEnded(List<TouchingPullRequest> open) {
    byHead.keySet().retainAll(open.stream().map(TouchingPullRequest::headCommit).toList());
  }

  @Override
  public Map<Toucher, Map<EntityKey, Touch>> beside(Draft mine, Set<EntityKey> entities) {
    Set<String> own =
        drafts.get().stream()
            .map(Draft::pullRequestUrl)
            .map(String::valueOf)
            .collect(Collectors.toSet());
    Map<Toucher, Map<EntityKey, Touch>> found = new LinkedHashMap<>();
    List<TouchingPullRequest> open = open().get();
    forgetEnded(open);
    for (TouchingPullRequest one : open) {
      Set<EntityKey> keys = keys(one);
      if (!own.contains(one.url().toString()) && keys.stream().anyMatch(entities::contains)) {
        touches(one, keys)
            .ifPresent(touches ->
                found.put(
                    new Toucher.OpenPullRequest(one.number(), one.title(), one.author(), one.url()),
                    touches));
      }
    }
    return found;
  }

  private static Set<EntityKey> keys(TouchingPullRequest pullRequest) {
    Set<EntityKey> keys = new HashSet<>();
    pullRequest.paths().forEach(path -> RepositoryLayout.entityOf(path).ifPresent(keys::add));
    return keys;
  }

  /** Empty while its commits cannot be had: what it changes is not guessed. */
  private synchronized Optional<Map<EntityKey, Touch>> touches(
      TouchingPullRequest one, Set<EntityKey> keys) {
    Map<EntityKey, Touch> known = byHead.get(one.headCommit());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Map<EntityKey, Touch>> made =
        pullRequests
            .bring(one, Progress.none())
            .flatMap(brought ->
                at.apply(brought.base())
                    .flatMap(
                        base -> at.apply(brought.head()).map(head -> between(base, head, keys))));
    made.ifPresent(touches -> byHead.put(one.headCommit(), touches));
    return made;
  }

  private static Map<EntityKey, Touch> between(Ontology base, Ontology head, Set<EntityKey> keys) {
    DraftOverlay before = DraftOverlay.of(base, List.of());
    DraftOverlay after = DraftOverlay.of(head, List.of());
    Map<EntityKey, Touch> touches = new HashMap<>();
    for (EntityKey key : keys) {
      touches.put(
          key, Touch.between(key, before.effectiveDocument(key), after.effectiveDocument(key)));
    }
    return touches;
  }
}
