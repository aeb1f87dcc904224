package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologySource.TreeChange;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;

/** Reads the difference of two versions; what it costs follows the difference. */
final class DeltaReader {
  private final OntologySource source;
  private final Ontology from;
  private final Map<String, SourceProblem> problems;

  DeltaReader(OntologySource source, Ontology from) {
    this.source = source;
    this.from = from;
    this.problems =
        from.problems().stream()
            .filter(problem -> !problem.isNotice())
            .collect(Collectors.toMap(SourceProblem::path, p -> p, (first, second) -> first));
  }

  OntologyDelta read(OntologyVersion to, List<TreeChange> changes) {
    Set<String> touched = new HashSet<>();
    TreeMap<String, TreeEntry> toRead = new TreeMap<>();
    Set<String> added = new HashSet<>();
    for (TreeChange change : changes) {
      touched.add(change.path());
      change.after().ifPresent(entry -> toRead.put(entry.path(), entry));
      if (change.before().filter(DeltaReader::isFile).isEmpty()) {
        added.add(change.path());
      }
    }
    Set<String> changed = Set.copyOf(touched);
    List<TreeEntry> beside = new ArrayList<>(twins(changed));
    beside.addAll(neighbours(changed, added, to));
    for (TreeEntry entry : beside) {
      if (touched.add(entry.path())) {
        toRead.put(entry.path(), entry);
      }
    }
    ReadOntology read =
        OntologyReader.merge(
            List.of(OntologyReader.readPart(source, toRead.values(), done -> {})),
            path -> !touched.contains(path) && unchanged(path).isPresent());
    List<IngestedEntity> upserts = upserts(read, changed);
    return new OntologyDelta(
        to, upserts, deletes(read, upserts, touched, toRead.keySet()), touched, read.problems());
  }

  private static boolean isFile(TreeEntry entry) {
    return entry.kind() == TreeEntry.Kind.FILE || entry.kind() == TreeEntry.Kind.EXECUTABLE;
  }

  /** Files whose id is that of a changed one; whether that file exists is part of the problem. */
  private List<TreeEntry> twins(Set<String> changed) {
    List<TreeEntry> twins = new ArrayList<>();
    for (SourceProblem problem : problems.values()) {
      Optional<String> other =
          switch (problem.code()) {
            case DUPLICATE_KEY -> Optional.of(problem.arguments().getLast());
            case ID_MISMATCH -> OntologyReader.twinPath(problem);
            default -> Optional.empty();
          };
      if (other.filter(changed::contains).isPresent()) {
        unchanged(problem.path()).filter(e -> !changed.contains(e.path())).ifPresent(twins::add);
      }
    }
    return twins;
  }

  /**
   * The files that did not change but stand with one that did: the pages of its dashboard, the same
   * key in another format, a path that is the same on some systems. All that one file can do to
   * another happens within a neighbourhood.
   */
  private List<TreeEntry> neighbours(Set<String> changed, Set<String> added, OntologyVersion to) {
    Set<String> touched = new HashSet<>();
    boolean media = false;
    for (String path : changed) {
      Neighbourhood.of(path).ifPresent(touched::add);
      media |= isMedia(path);
    }
    Set<String> unclear = new HashSet<>();
    for (String path : problems.keySet()) {
      Neighbourhood.of(path).filter(touched::contains).ifPresent(unclear::add);
    }
    List<TreeEntry> found = new ArrayList<>();
    if (media || !unclear.isEmpty()) {
      // The index knows neither the files that could not be read nor the media folder; these are
      // the cases in which the tree is listed.
      for (TreeEntry entry : source.entries(to.commit())) {
        boolean near = Neighbourhood.of(entry.path()).filter(unclear::contains).isPresent();
        if (isFile(entry) && (near || media && isMedia(entry.path()))) {
          found.add(entry);
        }
      }
    }
    touched.removeAll(unclear);
    for (EntitySummary entity : entitiesIn(touched, changed, added)) {
      for (FilePart file : entity.files()) {
        if (!changed.contains(file.path())) {
          found.add(new TreeEntry(file.path(), file.blobId(), TreeEntry.Kind.FILE));
        }
      }
    }
    return found;
  }

  private static boolean isMedia(String path) {
    return switch (RepositoryLayout.roleOf(path)) {
      case PathRole.MediaFile _ -> true;
      case PathRole.EntityFile(var key) -> key.type() == EntityType.MEDIA;
      default -> false;
    };
  }

  /** The entities of neighbourhoods in which every file was read without a problem. */
  private Set<EntitySummary> entitiesIn(
      Set<String> neighbourhoods, Set<String> changed, Set<String> added) {
    Set<EntitySummary> entities = new HashSet<>();
    for (String path : changed) {
      if (Neighbourhood.of(path).filter(neighbourhoods::contains).isPresent()) {
        RepositoryLayout.entityOf(path).flatMap(from::find).ifPresent(entities::add);
      }
    }
    // Only a new file can be the first of its neighbourhood to be written in another way.
    Set<String> grown = new HashSet<>();
    added.forEach(path -> Neighbourhood.of(path).ifPresent(grown::add));
    grown.retainAll(neighbourhoods);
    grown.forEach(neighbourhood -> entities.addAll(Neighbourhood.in(neighbourhood, from)));
    return entities;
  }

  /** The file of a path that did not change, when it is one that could hold an entity. */
  private Optional<TreeEntry> unchanged(String path) {
    SourceProblem problem = problems.get(path);
    if (problem == null) {
      return entityAt(path)
          .flatMap(entity -> entity.files().stream().filter(f -> f.path().equals(path)).findFirst())
          .map(file -> new TreeEntry(path, file.blobId(), TreeEntry.Kind.FILE));
    }
    return OntologyReader.isOfFile(problem)
        ? Optional.of(new TreeEntry(path, problem.blobId(), TreeEntry.Kind.FILE))
        : Optional.empty();
  }

  /** The entity that has this file. */
  private Optional<EntitySummary> entityAt(String path) {
    return switch (RepositoryLayout.roleOf(path)) {
      case PathRole.EntityFile(var key) ->
          from.find(key).filter(entity -> entity.sourcePath().equals(path));
      case PathRole.PageFile(var key, var page) ->
          from.find(key)
              .filter(entity -> entity.pages().stream().anyMatch(f -> f.path().equals(path)));
      default -> Optional.empty();
    };
  }

  private List<IngestedEntity> upserts(ReadOntology read, Set<String> changed) {
    return read.entities().stream()
        .filter(entity -> {
          EntitySummary summary = entity.summary();
          return summary.files().stream().anyMatch(file -> changed.contains(file.path()))
              || from.find(summary.key()).filter(summary::equals).isEmpty();
        })
        .toList();
  }

  /** Entities whose file is gone, or had to give way to another path. */
  private List<EntityKey> deletes(
      ReadOntology read, List<IngestedEntity> upserts, Set<String> touched, Set<String> present) {
    Set<String> givenWay =
        read.problems().stream()
            .filter(problem ->
                problem.code() == Code.PATH_COLLISION || OntologyReader.isOtherFormat(problem))
            .map(SourceProblem::path)
            .collect(Collectors.toSet());
    Set<EntityKey> written =
        upserts.stream().map(entity -> entity.summary().key()).collect(Collectors.toSet());
    List<EntityKey> deletes = new ArrayList<>();
    for (String path : touched) {
      if (!present.contains(path) || givenWay.contains(path)) {
        entityAt(path)
            .filter(entity -> entity.sourcePath().equals(path))
            .filter(entity -> !written.contains(entity.key()))
            .ifPresent(entity -> deletes.add(entity.key()));
      }
    }
    deletes.sort(null);
    return deletes;
  }
}
