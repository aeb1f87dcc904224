package org.ontodraft.app.bench;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ontodraft.app.bench.MergedVersion.Difference;
import org.ontodraft.app.bench.RealHistory.Version;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.rebase.RebasePlan;

/**
 * A draft moved to a newer version, by us and by Git.
 *
 * @param contested the entities whose files both sides change
 * @param differences where Git's result holds other entities than ours; empty when Git has none
 */
record RebasedDraft(
    RealDraft draft,
    Version upstream,
    Set<EntityKey> contested,
    RebasePlan plan,
    GitMerge.Result git,
    boolean mergesInJGit,
    List<Difference> differences) {

  /** How the two answers go together. */
  enum Agreement {
    /** Both merge, and to the same entities. */
    SAME,
    /** Both merge, and to other entities. */
    DIFFERENT,
    /** Only Git has a conflict. */
    GIT_ASKS,
    /** Only we ask something. */
    WE_ASK,
    /** Both ask. */
    BOTH_ASK
  }

  static RebasedDraft of(RealHistory history, GitMerge merges, RealDraft draft, Version upstream)
      throws IOException {
    RebasePlan plan =
        Rebase.of(draft.validated(), upstream.ontology(), upstream.schemas(), draft.intents())
            .plan();
    GitMerge.Result git = merges.merge(upstream.commit(), draft.commit());
    List<Difference> differences =
        git.clean()
            ? history
                .merged(upstream, merges.commit(git.tree(), upstream.commit()))
                .differences(plan.changes())
            : List.of();
    Set<EntityKey> contested = draft.changed();
    contested.retainAll(draft.base().differing(upstream));
    return new RebasedDraft(
        draft,
        upstream,
        contested,
        plan,
        git,
        merges.mergesInJGit(upstream.commit(), draft.commit()),
        differences);
  }

  /** What it is called in reports: base, draft and upstream. */
  String id() {
    return id(draft.base(), draft.name(), upstream);
  }

  /** What the rebase of a draft is called. */
  static String id(Version base, String draft, Version upstream) {
    return base.number() + "+" + draft + ">" + upstream.number();
  }

  Agreement agreement() {
    if (plan.clean()) {
      if (!git.clean()) {
        return Agreement.GIT_ASKS;
      }
      return differences.isEmpty() ? Agreement.SAME : Agreement.DIFFERENT;
    }
    return git.clean() ? Agreement.WE_ASK : Agreement.BOTH_ASK;
  }

  /** A conflict's kind in a word or two. */
  static String kind(Conflict conflict) {
    return switch (conflict) {
      case Conflict.Field(var key, var decision) -> "field " + decision.field().kind();
      case Conflict.TypeChange _ -> "type of a field";
      case Conflict.Entity(EntityMerge merge) -> {
        boolean fields = merge.decisions().stream().anyMatch(FieldDecision::isConflict);
        boolean alike = merge.kind() == EntityMerge.Kind.CREATED_TWICE && !fields;
        yield "entity " + merge.kind() + (alike ? " without a field in conflict" : "");
      }
      case Conflict.Semantic(var finding) -> "rule " + finding.rule();
    };
  }

  /** The kinds of our conflicts. */
  Set<String> conflictKinds() {
    Set<String> kinds = new TreeSet<>();
    plan.conflicts().forEach(conflict -> kinds.add(kind(conflict)));
    return kinds;
  }

  /** The entities that we ask about, their fields or as a whole; rules aside. */
  Set<EntityKey> entitiesWeAskAbout() {
    Set<EntityKey> keys = new HashSet<>();
    plan.conflicted().forEach(merge -> keys.add(merge.sides().key()));
    return keys;
  }

  /** The entities in whose files Git has conflicts. */
  Set<EntityKey> entitiesGitAsksAbout() {
    Set<EntityKey> keys = new HashSet<>();
    git.paths().forEach(path -> RepositoryLayout.entityOf(path).ifPresent(keys::add));
    return keys;
  }

  /** Why we do not ask about the files that Git has conflicts in. */
  Set<String> reasonsInGitConflicts() {
    Set<String> reasons = new TreeSet<>();
    Set<EntityKey> asked = entitiesGitAsksAbout();
    for (EntityMerge merge : plan.merges()) {
      if (asked.contains(merge.key()) || asked.contains(merge.sides().key())) {
        merge.decisions().forEach(decision -> reasons.add(decision.reason().name()));
      }
    }
    return reasons;
  }
}
