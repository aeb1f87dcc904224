package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.EntitySummary;
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
  private static final int NOT_ASCII = 0x80;

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

  OntologyDelta read(OntologyVersion to) {
    List<TreeChange> changes = source.changes(from.version().commit(), to.commit());
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
    for (String path : hangingOn(changed, added)) {
      if (touched.add(path)) {
        unchanged(path).ifPresent(entry -> toRead.put(path, entry));
      }
    }
    for (TreeEntry entry : ofTouchedGroups(changed, touched, to)) {
      if (touched.add(entry.path())) {
        toRead.put(entry.path(), entry);
      }
    }
    ReadOntology read =
        OntologyReader.merge(
            List.of(OntologyReader.readEach(source, toRead.values(), done -> {})),
            path -> !touched.contains(path) && unchanged(path).isPresent());
    List<IngestedEntity> upserts = upserts(read, changed);
    return new OntologyDelta(
        to, upserts, deletes(read, upserts, touched, toRead.keySet()), touched, read.problems());
  }

  private static boolean isFile(TreeEntry entry) {
    return entry.kind() == TreeEntry.Kind.FILE || entry.kind() == TreeEntry.Kind.EXECUTABLE;
  }

  /** Paths that did not change but whose standing may, because a changed one has to do with it. */
  private Set<String> hangingOn(Set<String> changed, Set<String> added) {
    Set<String> paths = new HashSet<>();
    for (SourceProblem problem : problems.values()) {
      Optional<String> other =
          switch (problem.code()) {
            case PATH_COLLISION -> Optional.of(problem.arguments().getFirst());
            case DUPLICATE_KEY -> Optional.of(problem.arguments().getLast());
            case ID_MISMATCH -> OntologyReader.twinPath(problem);
            default -> Optional.empty();
          };
      if (other.filter(changed::contains).isPresent()) {
        paths.add(problem.path());
      }
      if (problem.code() == Code.PATH_COLLISION && changed.contains(problem.path())) {
        other.ifPresent(paths::add);
      }
    }
    for (String path : changed) {
      if (RepositoryLayout.roleOf(path) instanceof PathRole.EntityFile(var key)) {
        from.find(key)
            .filter(other -> !other.sourcePath().equals(path))
            .ifPresent(other -> paths.add(other.sourcePath()));
      }
    }
    addColliding(added, paths);
    paths.removeIf(path -> unchanged(path).isEmpty());
    return paths;
  }

  /** Present paths that collide with a new one. */
  private void addColliding(Set<String> added, Set<String> paths) {
    if (added.isEmpty()) {
      return;
    }
    Set<String> folded = added.stream().map(PathFolding::fold).collect(Collectors.toSet());
    // Folding every path would cost as much as the ontology is large. ASCII paths can only collide
    // with paths of their own length, which leaves nearly none.
    BitSet lengths = new BitSet();
    boolean ascii = folded.stream().allMatch(DeltaReader::isAscii);
    folded.forEach(path -> lengths.set(path.length()));
    for (EntityType type : EntityType.values()) {
      if (added.stream().noneMatch(path -> path.startsWith(type.folder() + "/"))) {
        continue;
      }
      for (EntitySummary entity : from.entities(type)) {
        String path = entity.sourcePath();
        boolean mayCollide = !ascii || lengths.get(path.length()) || !isAscii(path);
        if (mayCollide && folded.contains(PathFolding.fold(path))) {
          paths.add(path);
        }
      }
    }
    problems.keySet().stream()
        .filter(path -> folded.contains(PathFolding.fold(path)))
        .forEach(paths::add);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= NOT_ASCII) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is read as a whole: the files of a dashboard of which one was touched, and the media
   * folder.
   */
  private List<TreeEntry> ofTouchedGroups(
      Set<String> changed, Set<String> touched, OntologyVersion to) {
    Set<EntityKey> dashboards = new TreeSet<>();
    boolean media = false;
    for (String path : touched) {
      switch (RepositoryLayout.roleOf(path)) {
        case PathRole.EntityFile(var key) when OntologyReader.mayHavePages(key, path) ->
            dashboards.add(key);
        case PathRole.PageFile(var key, var page) -> dashboards.add(key);
        case PathRole.MediaFile _, PathRole.MediaSidecar _ -> media = true;
        default -> {}
      }
    }
    Predicate<PathRole> broken = role -> dashboardOf(role).filter(dashboards::contains).isPresent();
    boolean listed =
        media
            || !dashboards.isEmpty()
                && problems.keySet().stream()
                    .anyMatch(path -> broken.test(RepositoryLayout.roleOf(path)));
    if (listed) {
      // The index does not know the files of the media folder, nor those of a dashboard that could
      // not be read whole; this is the one case in which the tree is listed.
      boolean withMedia = media;
      return source.entries(to.commit()).stream()
          .filter(entry -> {
            PathRole role = RepositoryLayout.roleOf(entry.path());
            boolean ofMedia =
                role instanceof PathRole.MediaFile || role instanceof PathRole.MediaSidecar;
            return isFile(entry) && (broken.test(role) || withMedia && ofMedia);
          })
          .toList();
    }
    return dashboards.stream()
        .flatMap(key -> from.find(key).stream())
        .flatMap(entity -> entity.files().stream())
        .filter(file -> !changed.contains(file.path()))
        .map(file -> new TreeEntry(file.path(), file.blobId(), TreeEntry.Kind.FILE))
        .toList();
  }

  /** The wikitext dashboard a path belongs to. */
  private static Optional<EntityKey> dashboardOf(PathRole role) {
    return switch (role) {
      case PathRole.EntityFile(var key) when key.type() == EntityType.DASHBOARD -> Optional.of(key);
      case PathRole.PageFile(var key, var page) -> Optional.of(key);
      default -> Optional.empty();
    };
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
