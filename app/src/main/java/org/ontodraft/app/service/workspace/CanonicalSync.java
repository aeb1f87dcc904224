package org.ontodraft.app.service.workspace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.DocumentSource;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.model.schema.RepositorySchemas;

/** Brings the store to the version the repository has, reading only what changed. */
final class CanonicalSync implements AutoCloseable {
  private final OntologySource source;
  private final WriteBehindImport store;
  private final TaskRunner tasks;
  private volatile @Nullable Compiled compiled;

  /** Schemas and the files they come from: most versions have those of the one before. */
  private record Compiled(List<TreeEntry> files, RepositorySchemas schemas) {}

  CanonicalSync(OntologySource source, CanonicalStore store, TaskRunner tasks) {
    this.source = source;
    this.store = new WriteBehindImport(store, tasks);
    this.tasks = tasks;
  }

  /** Lets the rows of a first import be written, once what people look at is there. */
  void startImport() {
    store.start();
  }

  /** Waits for rows that are being written. */
  @Override
  public void close() {
    store.close();
  }

  /** The stored version as a snapshot, without reading any entity's file. */
  Optional<Ontology> stored() {
    return store.load().map(this::snapshot);
  }

  /** The version at the repository's head, read whole when the store has none to start from. */
  Ontology bringUp(Optional<Ontology> present, Progress progress) {
    OntologyVersion head = source.head();
    if (present.isPresent() && source.version(present.get().version().commit()).isPresent()) {
      return moveOn(present.get(), head, progress);
    }
    return importWhole(head, progress);
  }

  private Ontology moveOn(Ontology present, OntologyVersion head, Progress progress) {
    if (present.version().commit().equals(head.commit())) {
      return present;
    }
    progress.stage("read", 0);
    OntologyDelta delta = delta(present, head);
    progress.stage("store", 0);
    store.apply(delta);
    return present.with(delta);
  }

  private Ontology importWhole(OntologyVersion head, Progress progress) {
    progress.stage("list", 0);
    List<TreeEntry> entries = source.entries(head.commit());
    progress.stage("read", entries.size());
    ReadOntology read = read(entries, progress);
    List<SourceProblem> problems = new ArrayList<>(read.problems());
    problems.addAll(schemaProblems(entries));
    progress.stage("store", read.entities().size());
    store.importAll(head, read.entities(), problems);
    progress.stage("index", 0);
    List<EntitySummary> entities = new ArrayList<>(read.entities().size());
    List<EntityReference> references = new ArrayList<>();
    for (IngestedEntity entity : read.entities()) {
      entities.add(entity.summary());
      references.addAll(entity.references());
    }
    return snapshot(new StoredOntology(head, entities, references, problems));
  }

  /** Reads and decodes on as many threads as the list divides into; parts keep whole folders. */
  private ReadOntology read(List<TreeEntry> entries, Progress progress) {
    AtomicInteger done = new AtomicInteger();
    return OntologyReader.merge(
        tasks.all(
            byFolder(entries).stream()
                .<Callable<ReadOntology>>map(part ->
                    () ->
                        OntologyReader.read(
                            source,
                            part,
                            count -> {
                              int all = done.incrementAndGet();
                              if (all % 50 == 0) {
                                progress.done(all);
                              }
                            }))
                .toList()));
  }

  /** The entries in parts of about the same size; an entity's files are all in one folder. */
  private static List<List<TreeEntry>> byFolder(List<TreeEntry> entries) {
    Map<String, List<TreeEntry>> folders =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.path().substring(0, Math.max(0, entry.path().indexOf('/'))),
                    TreeMap::new,
                    Collectors.toList()));
    List<List<TreeEntry>> parts = List.of(new ArrayList<>(), new ArrayList<>());
    folders.values().stream()
        .sorted(Comparator.comparing((List<TreeEntry> files) -> files.size()).reversed())
        .forEach(files ->
            parts.stream().min(Comparator.comparing(List::size)).orElseThrow().addAll(files));
    return parts;
  }

  /** The snapshot of any version the repository holds. */
  Ontology at(Ontology canonical, OntologyVersion version) {
    if (canonical.version().commit().equals(version.commit())
        || source.version(version.commit()).isEmpty()) {
      return canonical;
    }
    return canonical.with(delta(canonical, version));
  }

  /** The schemas of all folders are compiled together, so one that changed may concern another. */
  private OntologyDelta delta(Ontology from, OntologyVersion to) {
    OntologyDelta delta = OntologyReader.delta(source, from, to);
    if (delta.touchedPaths().stream().noneMatch(CanonicalSync::isSchema)) {
      return delta;
    }
    List<SourceProblem> ofSchemas = schemaProblems(source.entries(to.commit()));
    Set<String> touched = new HashSet<>(delta.touchedPaths());
    Stream.concat(from.problems().stream(), ofSchemas.stream())
        .map(SourceProblem::path)
        .filter(CanonicalSync::isSchema)
        .forEach(touched::add);
    List<SourceProblem> problems = new ArrayList<>(delta.problems());
    problems.addAll(ofSchemas);
    return new OntologyDelta(delta.version(), delta.upserts(), delta.deletes(), touched, problems);
  }

  private static boolean isSchema(String path) {
    return RepositoryLayout.roleOf(path) instanceof PathRole.SchemaFile;
  }

  /** The schemas of a version; a folder whose schema cannot be used has the built-in one. */
  RepositorySchemas schemas(OntologyVersion version) {
    return compile(schemaFiles(source.entries(version.commit())));
  }

  private RepositorySchemas compile(List<TreeEntry> files) {
    @Nullable Compiled last = compiled;
    if (last != null && last.files().equals(files)) {
      return last.schemas();
    }
    RepositorySchemas schemas =
        RepositorySchemas.compile(OntologyReader.readSchemas(source, files).files());
    compiled = new Compiled(files, schemas);
    return schemas;
  }

  private static List<TreeEntry> schemaFiles(List<TreeEntry> entries) {
    return entries.stream().filter(entry -> isSchema(entry.path())).toList();
  }

  private List<SourceProblem> schemaProblems(List<TreeEntry> entries) {
    List<TreeEntry> files = schemaFiles(entries);
    List<SourceProblem> problems =
        new ArrayList<>(OntologyReader.readSchemas(source, files).problems());
    problems.addAll(compile(files).problems());
    return problems;
  }

  private Ontology snapshot(StoredOntology stored) {
    DocumentSource files = entity -> SourceFile.of(entity, blob -> textOf(entity, blob));
    return Ontology.of(stored, files, (entity, file) -> EntityCodec.document(entity.key(), file));
  }

  private String textOf(EntitySummary entity, String blob) {
    byte[] bytes =
        source
            .read(blob, JsonCodec.MAX_DOCUMENT_BYTES)
            .orElseThrow(
                () -> new IllegalStateException(entity.sourcePath() + " grew since it was read"));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
