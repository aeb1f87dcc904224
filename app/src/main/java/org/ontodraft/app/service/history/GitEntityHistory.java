package org.ontodraft.app.service.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.RenameDetection;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyHistory;
import org.ontodraft.model.ontology.OntologyHistory.AuthoredCommit;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologySource.TreeChange;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.SourceProblem;

/**
 * Follows the files of an entity through the commits. Where a commit makes the entity, the ones it
 * deletes are looked at: what is alike is the same entity under the name it had before.
 */
public final class GitEntityHistory implements EntityHistory {
  private final OntologySource source;
  private final OntologyHistory history;

  /** Over a repository. */
  public GitEntityHistory(OntologySource source, OntologyHistory history) {
    this.source = source;
    this.history = history;
  }

  /** An entity at a commit, as far as it can be read. */
  private record Then(@Nullable EntityDocument document, List<SourceProblem> problems) {
    static final Then NOWHERE = new Then(null, List.of());

    boolean exists() {
      return document != null || !problems.isEmpty();
    }
  }

  @Override
  public Page read(HistoryPosition from, int most, Progress progress) {
    List<HistoryEntry> entries = new ArrayList<>();
    Optional<HistoryPosition> next = Optional.of(from);
    while (next.isPresent() && entries.size() < most && !progress.cancelled()) {
      HistoryPosition at = next.get();
      Optional<AuthoredCommit> commit =
          history.lastChange(at.commit(), paths(at.key()), progress::cancelled);
      next = Optional.empty();
      if (commit.isPresent()) {
        HistoryEntry entry = entry(at.key(), commit.get());
        entries.add(entry);
        progress.done(entries.size());
        next = after(entry);
      }
    }
    return new Page(entries, next);
  }

  private static Optional<HistoryPosition> after(HistoryEntry entry) {
    String parent = entry.commit().parent();
    EntityKey before = entry.from() == null ? entry.key() : entry.from();
    return parent == null ? Optional.empty() : Optional.of(new HistoryPosition(before, parent));
  }

  /** Where an entity's files can be, in any format. */
  private static List<String> paths(EntityKey key) {
    List<String> paths = new ArrayList<>();
    Arrays.stream(FileFormat.values())
        .filter(format -> format.keeps(key.type()))
        .forEach(format -> paths.add(RepositoryLayout.pathOf(key, format)));
    if (FileFormat.WIKITEXT.keeps(key.type()) && key.type() == EntityType.DASHBOARD) {
      paths.add(key.type().folder() + "/" + key.key());
    }
    return paths;
  }

  private HistoryEntry entry(EntityKey key, AuthoredCommit commit) {
    String parent = commit.parent();
    Then after = at(commit.version().commit(), key);
    Then before = parent == null ? Then.NOWHERE : at(parent, key);
    EntityKey from = null;
    if (parent != null && after.document() != null && !before.exists()) {
      Optional<Map.Entry<EntityKey, EntityDocument>> was =
          was(key, after.document(), parent, commit.version().commit());
      if (was.isPresent()) {
        from = was.get().getKey();
        before = new Then(was.get().getValue(), List.of());
      }
    }
    Set<SourceProblem> problems = new LinkedHashSet<>(after.problems());
    problems.addAll(before.problems());
    List<FieldChange> changes =
        EntityDiff.between(key.type(), before.document(), after.document()).stream()
            .filter(row -> row.kind() != FieldChange.Kind.UNCHANGED)
            .toList();
    return new HistoryEntry(
        commit, key, from, status(before, after, from), changes, List.copyOf(problems));
  }

  private static EntityStatus status(Then before, Then after, @Nullable EntityKey from) {
    if (from != null) {
      return EntityStatus.RENAMED;
    }
    if (!before.exists()) {
      return EntityStatus.ADDED;
    }
    if (!after.exists()) {
      return EntityStatus.DELETED;
    }
    return after.document() == null ? EntityStatus.BROKEN : EntityStatus.MODIFIED;
  }

  private Then at(String commit, EntityKey key) {
    ReadOntology read = read(history.entries(commit, paths(key)));
    Optional<EntityDocument> document =
        read.entities().stream()
            .filter(entity -> entity.summary().key().equals(key))
            .map(IngestedEntity::document)
            .findFirst();
    List<SourceProblem> problems =
        read.problems().stream()
            .filter(problem -> !problem.isNotice())
            .filter(problem ->
                RepositoryLayout.entityOf(problem.path()).filter(key::equals).isPresent())
            .toList();
    return new Then(document.orElse(null), problems);
  }

  private ReadOntology read(List<TreeEntry> entries) {
    return OntologyReader.read(source, entries, done -> {});
  }

  /** The entity that a commit deletes and that is like the one it makes. */
  private Optional<Map.Entry<EntityKey, EntityDocument>> was(
      EntityKey key, EntityDocument document, String parent, String commit) {
    List<TreeEntry> gone =
        source.changes(parent, commit).stream()
            .filter(change -> change.after().isEmpty())
            .map(TreeChange::before)
            .flatMap(Optional::stream)
            .filter(entry ->
                RepositoryLayout.entityOf(entry.path())
                    .filter(other -> other.type() == key.type())
                    .isPresent())
            .toList();
    Map<EntityKey, EntityDocument> deleted = new HashMap<>();
    read(gone).entities().forEach(entity -> deleted.put(entity.summary().key(), entity.document()));
    return RenameDetection.between(deleted, Map.of(key, document))
        .from(key)
        .flatMap(from -> Optional.ofNullable(deleted.get(from)).map(was -> Map.entry(from, was)));
  }
}
