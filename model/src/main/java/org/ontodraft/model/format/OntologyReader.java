package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologySource;
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
   * systems, the first by path is taken and the other is a problem. To read on several threads,
   * read parts of the entries and {@link #merge} the results.
   *
   * @param progress told the number of files done, on the calling thread
   * @throws java.util.concurrent.CancellationException when progress throws it
   * @throws java.io.UncheckedIOException when an object is missing or damaged
   */
  public static ReadOntology read(
      OntologySource source, List<TreeEntry> entries, IntConsumer progress) {
    return merge(List.of(readEach(source, entries, progress)));
  }

  static ReadOntology readEach(
      OntologySource source, Collection<TreeEntry> entries, IntConsumer progress) {
    List<IngestedEntity> entities = new ArrayList<>();
    List<SourceProblem> problems = new ArrayList<>();
    int done = 0;
    for (TreeEntry entry : entries) {
      readEntry(source, entry, entities, problems);
      progress.accept(++done);
    }
    return new ReadOntology(entities, problems);
  }

  /** Puts together the parts of one version, which together hold each of its entries once. */
  public static ReadOntology merge(List<ReadOntology> parts) {
    return merge(parts, path -> false);
  }

  /**
   * @param elsewhere whether a path that is in none of the parts is in the version all the same
   */
  static ReadOntology merge(List<ReadOntology> parts, Predicate<String> elsewhere) {
    TreeMap<String, List<SourceProblem>> problems = new TreeMap<>();
    TreeMap<String, Optional<IngestedEntity>> files = new TreeMap<>();
    for (ReadOntology part : parts) {
      for (SourceProblem problem : part.problems()) {
        problems.computeIfAbsent(problem.path(), p -> new ArrayList<>()).add(problem);
        if (isOfFile(problem)) {
          files.putIfAbsent(problem.path(), Optional.empty());
        }
      }
      for (IngestedEntity entity : part.entities()) {
        files.put(entity.summary().sourcePath(), Optional.of(entity));
      }
    }
    Map<String, String> firstPaths = new HashMap<>();
    List<IngestedEntity> entities = new ArrayList<>();
    files.forEach((path, entity) -> {
      @Nullable String first = firstPaths.putIfAbsent(PathFolding.fold(path), path);
      if (first != null) {
        String blob =
            entity
                .map(taken -> taken.summary().blobId())
                .orElseGet(() -> problems.getOrDefault(path, List.of()).getFirst().blobId());
        problems.put(
            path, List.of(new SourceProblem(path, blob, Code.PATH_COLLISION, 0, List.of(first))));
      } else {
        entity.ifPresent(entities::add);
      }
    });
    Predicate<String> exists = path -> files.containsKey(path) || elsewhere.test(path);
    List<SourceProblem> named = new ArrayList<>();
    problems.values().forEach(list -> list.forEach(p -> named.add(nameTwin(p, exists))));
    named.sort(BY_PATH);
    return new ReadOntology(entities, named);
  }

  /** Whether a problem is about a file that would hold an entity if it were in order. */
  static boolean isOfFile(SourceProblem problem) {
    return problem.code() != Code.NOT_A_FILE && problem.code() != Code.UNUSABLE_PATH;
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
        ? Optional.of(RepositoryLayout.pathOf(new EntityKey(key.type(), id)))
        : Optional.empty();
  }

  private static void readEntry(
      OntologySource source,
      TreeEntry entry,
      List<IngestedEntity> entities,
      List<SourceProblem> problems) {
    switch (entry.kind()) {
      case SYMLINK -> problems.add(problem(entry, Code.NOT_A_FILE, "symbolic link"));
      case SUBMODULE -> problems.add(problem(entry, Code.NOT_A_FILE, "submodule"));
      case FILE, EXECUTABLE -> {
        switch (RepositoryLayout.roleOf(entry.path())) {
          case PathRole.EntityFile(var key) -> readEntity(source, entry, key, entities, problems);
          case PathRole.Unusable(var type, var reason) ->
              problems.add(problem(entry, Code.UNUSABLE_PATH, reason.name()));
          case PathRole.SchemaFile _, PathRole.Other _ -> {}
        }
      }
    }
  }

  private static void readEntity(
      OntologySource source,
      TreeEntry entry,
      EntityKey key,
      List<IngestedEntity> entities,
      List<SourceProblem> problems) {
    Optional<byte[]> bytes = source.read(entry.blobId(), JsonCodec.MAX_DOCUMENT_BYTES);
    if (bytes.isEmpty()) {
      String size = ">" + JsonCodec.MAX_DOCUMENT_BYTES;
      problems.add(JsonCodec.tooLarge(entry.path(), entry.blobId(), size));
      return;
    }
    switch (JsonCodec.decode(entry.path(), entry.blobId(), bytes.get())) {
      case DecodeResult.Rejected(var problem) -> problems.add(problem);
      case DecodeResult.Decoded(var document, var text, var notices) -> {
        String id = document.text("id").orElse("");
        String expected = RepositoryLayout.idOf(key);
        if (!id.equals(expected)) {
          int line = JsonSpan.lineOfMember(text, "id");
          problems.add(
              new SourceProblem(
                  entry.path(), entry.blobId(), Code.ID_MISMATCH, line, List.of(id, expected)));
          return;
        }
        problems.addAll(notices);
        entities.add(ingested(key, entry, document, text));
      }
    }
  }

  private static IngestedEntity ingested(
      EntityKey key, TreeEntry entry, EntityDocument document, String text) {
    String name = key.key().substring(key.key().lastIndexOf('/') + 1);
    String label = document.label().filter(given -> !given.isBlank()).orElse(name);
    return new IngestedEntity(
        new EntitySummary(key, label, entry.path(), entry.blobId()),
        document,
        text,
        References.of(key, document));
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
        case DecodeResult.Rejected(var problem) -> problems.add(problem);
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
    return new DeltaReader(source, from).read(to);
  }
}
