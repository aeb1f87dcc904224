package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologySource.TreeChange;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;

/** Reads the entities of a version, or of the difference of two, from a source. */
public final class OntologyReader {
  private static final Comparator<SourceProblem> BY_PATH =
      Comparator.comparing(SourceProblem::path).thenComparing(SourceProblem::line);

  private OntologyReader() {}

  /** All that a version holds: entities and problems by path. */
  public record ReadOntology(List<IngestedEntity> entities, List<SourceProblem> problems) {
    public ReadOntology {
      entities = List.copyOf(entities);
      problems = List.copyOf(problems);
    }
  }

  /** The {@code _schema.json} files of a version, and those that could not be read. */
  public record ReadSchemas(Map<EntityType, SourceFile> files, List<SourceProblem> problems) {
    public ReadSchemas {
      files = Map.copyOf(files);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads these entries of one commit. A file that cannot be used becomes a problem and drops
   * nothing else. Of two files with the same key, or paths that collide on case-insensitive
   * systems, the first by path is taken and the other is a problem.
   *
   * @param progress told the number of files done, on the calling thread
   * @throws java.util.concurrent.CancellationException when progress throws it
   * @throws java.io.UncheckedIOException when an object is missing or damaged
   */
  public static ReadOntology read(
      OntologySource source, List<TreeEntry> entries, IntConsumer progress) {
    return merge(List.of(readPart(source, entries, progress)));
  }

  /**
   * Reads a part of the entries of one commit, as {@link #read} does but for files that collide;
   * {@link #merge} makes a version of all parts. All files of the dashboards and of the media
   * folder belong in one part. Parts can be read on several threads.
   */
  public static ReadOntology readPart(
      OntologySource source, Collection<TreeEntry> entries, IntConsumer progress) {
    List<IngestedEntity> entities = new ArrayList<>();
    List<SourceProblem> problems = new ArrayList<>();
    Map<EntityKey, List<TreeEntry>> dashboards = new TreeMap<>();
    List<TreeEntry> media = new ArrayList<>();
    EntityFiles files = new EntityFiles(source, entities, problems);
    int done = 0;
    for (TreeEntry entry : entries) {
      switch (entry.kind()) {
        case SYMLINK -> problems.add(problem(entry, Code.NOT_A_FILE, "symbolic link"));
        case SUBMODULE -> problems.add(problem(entry, Code.NOT_A_FILE, "submodule"));
        case FILE, EXECUTABLE -> {
          switch (RepositoryLayout.roleOf(entry.path())) {
            case PathRole.EntityFile(var key) when mayHavePages(key, entry.path()) ->
                dashboards.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
            case PathRole.PageFile(var key, var page) ->
                dashboards.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
            case PathRole.EntityFile(var key) -> {
              files.read(key, List.of(entry));
              if (key.type() == EntityType.MEDIA) {
                media.add(entry);
              }
            }
            case PathRole.Unusable(var type, var reason) ->
                problems.add(problem(entry, Code.UNUSABLE_PATH, reason.name()));
            case PathRole.WrongFormat(var type) ->
                problems.add(problem(entry, Code.WRONG_FORMAT, type.id()));
            case PathRole.MediaFile _ -> media.add(entry);
            case PathRole.SchemaFile _, PathRole.Other _ -> {}
          }
        }
      }
      progress.accept(++done);
    }
    dashboards.forEach(files::readDashboard);
    problems.addAll(MediaReader.problems(media));
    return new ReadOntology(entities, problems);
  }

  /** Whether a file is the root page of a dashboard in several files. */
  static boolean mayHavePages(EntityKey key, String path) {
    return key.type() == EntityType.DASHBOARD && path.endsWith(FileFormat.WIKITEXT.extension());
  }

  /** Puts together the parts of one version, which together hold each of its entries once. */
  public static ReadOntology merge(List<ReadOntology> parts) {
    return merge(parts, path -> false);
  }

  /**
   * @param elsewhere whether a path that is in none of the parts is in the version all the same
   */
  static ReadOntology merge(List<ReadOntology> parts, Predicate<String> elsewhere) {
    Standing standing = new Standing(parts);
    standing.collide();
    standing.shareKeys();
    Predicate<String> exists = path -> standing.isFile(path) || elsewhere.test(path);
    List<SourceProblem> named = new ArrayList<>();
    standing.problems().forEach(p -> named.add(nameTwin(p, exists)));
    named.sort(BY_PATH);
    return new ReadOntology(standing.entities(), named);
  }

  /** Whether a problem is about a file that would hold an entity if it were in order. */
  static boolean isOfFile(SourceProblem problem) {
    return problem.code() != Code.NOT_A_FILE && RepositoryLayout.holdsEntity(problem.path());
  }

  /** Whether a file gave way to one of the same entity in another format. */
  static boolean isOtherFormat(SourceProblem problem) {
    return problem.code() == Code.DUPLICATE_KEY
        && RepositoryLayout.roleOf(problem.path()) instanceof PathRole.EntityFile(var key)
        && key.key().equals(problem.arguments().getFirst());
  }

  /** Of a wrong id, says whether it is the id of another file. */
  private static SourceProblem nameTwin(SourceProblem problem, Predicate<String> exists) {
    if (problem.code() != Code.ID_MISMATCH) {
      return problem;
    }
    return twinPath(problem).filter(exists).map(other -> duplicate(problem, other)).orElse(problem);
  }

  private static SourceProblem duplicate(SourceProblem mismatch, String other) {
    List<String> arguments = List.of(mismatch.arguments().getFirst(), other);
    return new SourceProblem(
        mismatch.path(), mismatch.blobId(), Code.DUPLICATE_KEY, mismatch.line(), arguments);
  }

  /** Where the file with the id of an {@link Code#ID_MISMATCH} would be. */
  static Optional<String> twinPath(SourceProblem mismatch) {
    String id = mismatch.arguments().getFirst();
    return RepositoryLayout.roleOf(mismatch.path()) instanceof PathRole.EntityFile(var key)
            && EntityKey.problemWith(key.type(), id).isEmpty()
        ? FileFormat.ofPath(mismatch.path())
            .map(format -> RepositoryLayout.pathOf(new EntityKey(key.type(), id), format))
        : Optional.empty();
  }

  private static SourceProblem problem(TreeEntry entry, Code code, String argument) {
    return new SourceProblem(entry.path(), entry.blobId(), code, 0, List.of(argument));
  }

  /** Reads the schemas among these entries of one commit. */
  public static ReadSchemas readSchemas(OntologySource source, List<TreeEntry> entries) {
    Map<EntityType, SourceFile> files = new EnumMap<>(EntityType.class);
    List<SourceProblem> problems = new ArrayList<>();
    for (TreeEntry entry : entries) {
      boolean readable =
          entry.kind() == TreeEntry.Kind.FILE || entry.kind() == TreeEntry.Kind.EXECUTABLE;
      if (!(RepositoryLayout.roleOf(entry.path()) instanceof PathRole.SchemaFile(var type))
          || !readable) {
        continue;
      }
      Optional<byte[]> bytes = source.read(entry.blobId(), JsonCodec.MAX_DOCUMENT_BYTES);
      if (bytes.isEmpty()) {
        String size = ">" + JsonCodec.MAX_DOCUMENT_BYTES;
        problems.add(JsonCodec.tooLarge(entry.path(), entry.blobId(), size));
        continue;
      }
      switch (JsonCodec.decode(entry.path(), entry.blobId(), bytes.get())) {
        case DecodeResult.Rejected(var found) -> problems.addAll(found);
        case DecodeResult.Decoded(var _, var text, var _) ->
            files.put(type, new SourceFile(entry.path(), entry.blobId(), text));
      }
    }
    return new ReadSchemas(files, problems);
  }

  /**
   * Reads what changed between the version of a snapshot and another version. A changed file that
   * cannot be used keeps its entity's last good version and adds a problem; apart from those, the
   * snapshot with the delta equals the other version read whole. Files whose problem hangs on a
   * changed one (the same id, a colliding path) are read again.
   *
   * @throws java.io.UncheckedIOException when an object is missing or damaged
   */
  public static OntologyDelta delta(OntologySource source, Ontology from, OntologyVersion to) {
    return delta(source, from, to, source.changes(from.version().commit(), to.commit()));
  }

  /**
   * The same, by what differs between the two versions.
   *
   * @param changes what {@link OntologySource#changes} says of them
   */
  public static OntologyDelta delta(
      OntologySource source, Ontology from, OntologyVersion to, List<TreeChange> changes) {
    return new DeltaReader(source, from).read(to, changes);
  }
}
