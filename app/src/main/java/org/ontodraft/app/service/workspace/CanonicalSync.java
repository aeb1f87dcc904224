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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.entity.EntityKey;
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
import org.ontodraft.model.ontology.OntologySource.TreeChange;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoreMove;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.model.schema.RepositorySchemas;

/** Brings the store to the version the repository has, reading only what changed. */
final class CanonicalSync implements AutoCloseable {
  /** Looked at before the role of a path is worked out, for nearly none ends so. */
  private static final String SCHEMA_END = "_schema.json";

  /** More often than this nobody moves a store while we look. */
  private static final int MOST_MOVES = 3;

  /** Of documents that people look at again and again. */
  private static final long MOST_TEXT_BYTES = 32L * 1024 * 1024;

  private final OntologySource source;
  private final WriteBehindImport store;
  private final TaskRunner tasks;
  private final BlobTexts texts = new BlobTexts(MOST_TEXT_BYTES);
  private volatile @Nullable Compiled compiled;
  private volatile @Nullable Listed listed;

  /** Schemas and the files they come from: most versions have those of the one before. */
  private record Compiled(List<TreeEntry> files, RepositorySchemas schemas) {}

  /** The schema files of the version that was listed last. */
  private record Listed(String commit, List<TreeEntry> schemaFiles) {}

  CanonicalSync(OntologySource source, CanonicalStore store, TaskRunner tasks) {
    this.source = source;
    this.store = new WriteBehindImport(store, tasks);
    this.tasks = tasks;
  }

  /** Lets the rows of a first import be written, once what people look at is there. */
  void startImport() {
    store.start();
  }

  /** Whether rows are still to be written because the store was away. */
  boolean importWaits() {
    return store.waitsForStore();
  }

  /** Waits for rows that are being written. */
  @Override
  public void close() {
    store.close();
  }

  /** The stored version as a snapshot, without reading any entity's file. */
  Optional<Ontology> stored() {
    Optional<StoredOntology> stored = store.load();
    stored.ifPresent(this::finishStoring);
    return stored.map(this::snapshot);
  }

  /** Takes up what an earlier run left undone, once what people look at is there. */
  private void finishStoring(StoredOntology stored) {
    OntologyVersion version = stored.version();
    if (!stored.pending()) {
      store.compact(stored);
    } else if (source.version(version.commit()).isPresent()) {
      store.importAgain(
          version, () -> readWhole(version, source.entries(version.commit()), Progress.none()));
    }
  }

  /** The version at the repository's head, or empty when it holds no entity. */
  Optional<Moved> first(Progress progress) {
    OntologyVersion head = source.head();
    progress.stage("list", 0);
    List<TreeEntry> entries = source.entries(head.commit());
    return entries.stream().anyMatch(entry -> RepositoryLayout.holdsEntity(entry.path()))
        ? Optional.of(
            new Moved(
                importWhole(Optional.empty(), head, entries, progress),
                Optional.empty(),
                HistoryTurn.CONTINUED,
                Optional.empty()))
        : Optional.empty();
  }

  /**
   * What became of the version that was shown.
   *
   * @param differing the entities in which it differs from the one before; empty when it was read
   *     whole
   * @param turn how the history went on
   * @param awaiting the version that does not descend from the one that is shown, which therefore
   *     waits for the curator's word; nothing has moved then
   */
  record Moved(
      Ontology ontology,
      Optional<Set<EntityKey>> differing,
      HistoryTurn turn,
      Optional<OntologyVersion> awaiting) {
    static Moved not(Ontology present, Optional<OntologyVersion> awaiting) {
      return new Moved(present, Optional.of(Set.of()), HistoryTurn.CONTINUED, awaiting);
    }
  }

  /**
   * The version at the repository's head, if it descends from this one; read whole when history was
   * cut off before this one.
   */
  Moved bringUp(Ontology present, Progress progress) {
    return bringUp(present, Optional.empty(), progress);
  }

  /** The same where the curator has said that this version is to be followed. */
  Moved follow(Ontology present, OntologyVersion confirmed, Progress progress) {
    return bringUp(present, Optional.of(confirmed.commit()), progress);
  }

  private Moved bringUp(Ontology present, Optional<String> confirmed, Progress progress) {
    OntologyVersion head = source.head();
    String commit = present.version().commit();
    if (commit.equals(head.commit())) {
      return Moved.not(present, Optional.empty());
    }
    if (source.version(commit).isPresent()) {
      boolean mayMove =
          source.descends(head.commit(), commit)
              || confirmed.filter(head.commit()::equals).isPresent();
      return mayMove
          ? moveOn(present, head, confirmed.isPresent(), progress)
          : Moved.not(present, Optional.of(head));
    }
    List<TreeEntry> entries = source.entries(head.commit());
    Ontology whole = importWhole(Optional.of(commit), head, entries, progress);
    return new Moved(whole, Optional.empty(), HistoryTurn.CUT_OFF, Optional.empty());
  }

  private Moved moveOn(
      Ontology present, OntologyVersion head, boolean confirmed, Progress progress) {
    OntologyDelta delta = delta(present, head, progress);
    progress.stage("store", 0);
    if (!keep(present, delta, confirmed)) {
      return Moved.not(present, Optional.of(head));
    }
    progress.stage("index", 0);
    Set<EntityKey> differing = new HashSet<>(delta.deletes());
    delta.upserts().forEach(entity -> differing.add(entity.summary().key()));
    return new Moved(
        present.with(delta),
        Optional.of(differing),
        turn(present.version(), head),
        Optional.empty());
  }

  private HistoryTurn turn(OntologyVersion before, OntologyVersion head) {
    if (!before.branch().equals(head.branch())) {
      return HistoryTurn.OTHER_BRANCH;
    }
    return source.descends(head.commit(), before.commit())
        ? HistoryTurn.CONTINUED
        : HistoryTurn.REWRITTEN;
  }

  /**
   * Moves the store on. Where somebody else has moved a shared one meanwhile, from there; it is
   * left alone where they are further on than we are.
   *
   * @param confirmed whether the store may leave a version that upstream has dropped
   * @return false when it would have to and may not
   */
  private boolean keep(Ontology present, OntologyDelta delta, boolean confirmed) {
    Ontology from = present;
    OntologyDelta next = delta;
    String head = delta.version().commit();
    for (int moves = 0; moves < MOST_MOVES; moves++) {
      if (!(store.apply(from.version().commit(), next)
              instanceof StoreMove.StandsElsewhere(Optional<OntologyVersion> at))
          || at.isEmpty()
          || source.version(at.get().commit()).isEmpty()
          || source.descends(at.get().commit(), head)) {
        return true;
      }
      if (!confirmed && !source.descends(head, at.get().commit())) {
        return false;
      }
      from = at(present, at.get());
      next = delta(from, delta.version(), Progress.none());
    }
    return true;
  }

  private Ontology importWhole(
      Optional<String> from, OntologyVersion head, List<TreeEntry> entries, Progress progress) {
    ReadOntology read = readWhole(head, entries, progress);
    progress.stage("store", read.entities().size());
    List<EntitySummary> entities = new ArrayList<>(read.entities().size());
    List<EntityReference> references = new ArrayList<>();
    for (IngestedEntity entity : read.entities()) {
      entities.add(entity.summary());
      references.addAll(entity.references());
    }
    StoredOntology index = new StoredOntology(head, entities, references, read.problems(), true);
    Supplier<Ontology> snapshot = tasks.beside(() -> snapshot(index));
    if (store.record(from, index) instanceof StoreMove.Moved) {
      store.importAll(head, read.entities(), read.problems());
    }
    progress.stage("index", 0);
    return snapshot.get();
  }

  /** All entities of a version, and all problems, those of its schemas among them. */
  private ReadOntology readWhole(
      OntologyVersion version, List<TreeEntry> entries, Progress progress) {
    progress.stage("read", entries.size());
    ReadOntology read = read(entries, progress);
    List<SourceProblem> problems = new ArrayList<>(read.problems());
    problems.addAll(schemaProblems(version, entries));
    return new ReadOntology(read.entities(), problems);
  }

  /** Reads and decodes on as many threads as the list divides into; parts keep whole folders. */
  private ReadOntology read(List<TreeEntry> entries, Progress progress) {
    AtomicInteger done = new AtomicInteger();
    return OntologyReader.merge(
        tasks.all(
            byFolder(entries).stream()
                .<Callable<ReadOntology>>map(part ->
                    () ->
                        OntologyReader.readPart(
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
    return canonical.with(delta(canonical, version, Progress.none()));
  }

  /** The schemas of all folders are compiled together, so one that changed may concern another. */
  private OntologyDelta delta(Ontology from, OntologyVersion to, Progress progress) {
    progress.stage("compare", 0);
    List<TreeChange> changes = source.changes(from.version().commit(), to.commit());
    progress.stage("read", 0);
    OntologyDelta delta = OntologyReader.delta(source, from, to, changes);
    if (delta.touchedPaths().stream().noneMatch(CanonicalSync::isSchema)) {
      @Nullable Listed last = listed;
      if (last != null && last.commit().equals(from.version().commit())) {
        listed = new Listed(to.commit(), last.schemaFiles());
      }
      return delta;
    }
    List<SourceProblem> ofSchemas = schemaProblems(to, source.entries(to.commit()));
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
    return path.endsWith(SCHEMA_END)
        && RepositoryLayout.roleOf(path) instanceof PathRole.SchemaFile;
  }

  /**
   * The schemas of a version, or of the head where the repository does not hold it; a folder whose
   * schema cannot be used has the built-in one.
   */
  RepositorySchemas schemas(OntologyVersion asked) {
    OntologyVersion version = source.version(asked.commit()).isPresent() ? asked : source.head();
    @Nullable Listed last = listed;
    return compile(
        last != null && last.commit().equals(version.commit())
            ? last.schemaFiles()
            : schemaFiles(version, source.entries(version.commit())));
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

  private List<TreeEntry> schemaFiles(OntologyVersion version, List<TreeEntry> entries) {
    List<TreeEntry> files = entries.stream().filter(entry -> isSchema(entry.path())).toList();
    listed = new Listed(version.commit(), files);
    return files;
  }

  private List<SourceProblem> schemaProblems(OntologyVersion version, List<TreeEntry> entries) {
    List<TreeEntry> files = schemaFiles(version, entries);
    List<SourceProblem> problems =
        new ArrayList<>(OntologyReader.readSchemas(source, files).problems());
    problems.addAll(compile(files).problems());
    return problems;
  }

  private Ontology snapshot(StoredOntology stored) {
    DocumentSource files =
        entity -> SourceFile.of(entity, blob -> texts.text(blob, id -> textOf(entity, id)));
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
