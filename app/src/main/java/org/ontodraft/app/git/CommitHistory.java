package org.ontodraft.app.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.ontodraft.model.ontology.OntologyHistory;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologyVersion;

/** The commits of our own bare repository. Thread-safe. */
final class CommitHistory implements OntologyHistory {
  private static final int SHORTEST_ABBREVIATION = 4;

  private final Repository repository;
  private final ObjectReaders readers;
  private final Function<String, Optional<OntologyVersion>> versions;

  /**
   * Over a repository.
   *
   * @param versions the version of a commit the repository holds, by its full id
   */
  CommitHistory(
      Repository repository,
      ObjectReaders readers,
      Function<String, Optional<OntologyVersion>> versions) {
    this.repository = repository;
    this.readers = readers;
    this.versions = versions;
  }

  @Override
  public List<NamedVersion> tags() {
    try {
      List<NamedVersion> tags = new ArrayList<>();
      for (Ref tag : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
        commitOf(tag)
            .flatMap(versions)
            .ifPresent(version ->
                tags.add(new NamedVersion(Repository.shortenRefName(tag.getName()), version)));
      }
      tags.sort(
          Comparator.comparing((NamedVersion tag) -> tag.version().committedAt())
              .reversed()
              .thenComparing(NamedVersion::name));
      return tags;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The commit a tag is on; none for a tag on a file or tree, or one whose commit is not here. */
  private Optional<String> commitOf(Ref tag) {
    return readers.with(reader -> {
      try {
        RevWalk walk = new RevWalk(reader);
        ObjectId target = tag.getObjectId();
        return target == null ? Optional.empty() : Optional.of(walk.parseCommit(target).name());
      } catch (MissingObjectException | IncorrectObjectTypeException other) {
        return Optional.empty();
      }
    });
  }

  @Override
  public Optional<NamedVersion> named(String name) {
    try {
      if (Repository.isValidRefName(Constants.R_TAGS + name)) {
        for (String prefix : List.of(Constants.R_TAGS, Constants.R_HEADS)) {
          Ref ref = repository.getRefDatabase().exactRef(prefix + name);
          Optional<OntologyVersion> version =
              ref == null ? Optional.empty() : commitOf(ref).flatMap(versions);
          if (version.isPresent()) {
            return version.map(found -> new NamedVersion(name, found));
          }
        }
      }
      return commit(name).flatMap(versions).map(found -> new NamedVersion("", found));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Optional<String> commit(String name) {
    if (name.length() < SHORTEST_ABBREVIATION || !AbbreviatedObjectId.isId(name)) {
      return Optional.empty();
    }
    return readers.with(reader -> {
      List<String> commits = new ArrayList<>();
      for (ObjectId id : reader.resolve(AbbreviatedObjectId.fromString(name))) {
        if (reader.has(id, Constants.OBJ_COMMIT)) {
          commits.add(id.name());
        }
      }
      return commits.size() == 1 ? Optional.of(commits.getFirst()) : Optional.empty();
    });
  }

  @Override
  public Optional<AuthoredCommit> lastChange(
      String from, Collection<String> paths, BooleanSupplier cancelled) {
    return readers.with(reader -> {
      RevWalk walk = new RevWalk(reader);
      RevCommit commit = walk.parseCommit(ObjectId.fromString(from));
      List<ObjectId> present = objects(reader, commit.getTree(), paths);
      while (!cancelled.getAsBoolean()) {
        if (commit.getParentCount() == 0) {
          boolean any = present.stream().anyMatch(id -> !id.equals(ObjectId.zeroId()));
          return any ? Optional.of(authored(commit, false)) : Optional.empty();
        }
        RevCommit parent = walk.parseCommit(commit.getParent(0));
        List<ObjectId> before =
            parent.getTree().equals(commit.getTree())
                ? present
                : objects(reader, parent.getTree(), paths);
        if (!before.equals(present)) {
          return Optional.of(authored(commit, true));
        }
        commit = parent;
        present = before;
      }
      return Optional.empty();
    });
  }

  private static List<ObjectId> objects(ObjectReader reader, RevTree tree, Collection<String> paths)
      throws IOException {
    List<ObjectId> objects = new ArrayList<>(paths.size());
    for (String path : paths) {
      try (TreeWalk found = TreeWalk.forPath(reader, path, tree)) {
        objects.add(found == null ? ObjectId.zeroId() : found.getObjectId(0));
      }
    }
    return objects;
  }

  private AuthoredCommit authored(RevCommit commit, boolean hasParent) {
    return new AuthoredCommit(
        versions.apply(commit.name()).orElseThrow(),
        commit.getAuthorIdent().getName(),
        commit.getAuthorIdent().getWhenAsInstant(),
        hasParent ? commit.getParent(0).name() : null);
  }

  @Override
  public List<TreeEntry> entries(String commit, Collection<String> paths) {
    return readers.with(reader ->
        EntityTrees.entries(
            reader, new RevWalk(reader).parseCommit(ObjectId.fromString(commit)).getTree(), paths));
  }
}
