package org.ontodraft.app.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ontodraft.app.git.CommitOutcome;
import org.ontodraft.app.git.CommitRequest;
import org.ontodraft.app.git.GitTransports;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.model.schema.RepositorySchemas;

/** A copy of a real repository: its versions, and commits of drafts beside them. */
final class RealHistory implements AutoCloseable {
  private static final CommitRequest.Author CURATOR =
      new CommitRequest.Author("Ada Curator", "ada@example.org");
  private static final Instant DATE = Instant.parse("2026-01-05T09:00:00Z");

  private final Path folder;
  private final OntologyRepository repository;
  private final List<Version> versions;
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /**
   * A commit of the branch, read.
   *
   * @param number its place in the history, the first is 0
   * @param unreadable the entities whose files nobody could read
   */
  record Version(
      int number, Ontology ontology, RepositorySchemas schemas, Set<EntityKey> unreadable) {
    String commit() {
      return ontology.version().commit();
    }

    /** The entities whose files differ. */
    Set<EntityKey> differing(Version other) {
      Set<EntityKey> differing = new HashSet<>();
      for (EntityType type : EntityType.values()) {
        Map<EntityKey, EntitySummary> left = new HashMap<>();
        ontology.entities(type).forEach(entity -> left.put(entity.key(), entity));
        for (EntitySummary entity : other.ontology.entities(type)) {
          EntitySummary mine = left.remove(entity.key());
          if (mine == null || !mine.files().equals(entity.files())) {
            differing.add(entity.key());
          }
        }
        differing.addAll(left.keySet());
      }
      return differing;
    }
  }

  private RealHistory(Path folder, OntologyRepository repository) {
    this.folder = folder;
    this.repository = repository;
    List<Version> read = new ArrayList<>();
    String[] commits =
        GitCommand.in(folder).run("rev-list", "--reverse", "--first-parent", "HEAD").split("\n");
    for (String commit : commits) {
      read.add(read(read.size(), repository.version(commit).orElseThrow()));
    }
    this.versions = List.copyOf(read);
  }

  /**
   * Copies a repository.
   *
   * @param source a repository's folder or a bundle
   * @param scratch an empty folder
   */
  static RealHistory copy(Path source, Path scratch) {
    Path folder = scratch.resolve("history.git");
    GitCommand.in(scratch)
        .run("clone", "-q", "--bare", source.toAbsolutePath().toString(), folder.toString());
    return new RealHistory(
        folder, OntologyRepository.open(folder, new GitTransports(scratch, Duration.ofSeconds(5))));
  }

  /** Where the copy is, a bare repository. */
  Path folder() {
    return folder;
  }

  /** Every commit of the branch, oldest first. */
  List<Version> versions() {
    return versions;
  }

  private Version read(int number, OntologyVersion version) {
    List<TreeEntry> entries = repository.entries(version.commit());
    ReadOntology read = OntologyReader.read(repository, entries, done -> {});
    List<EntityReference> references =
        read.entities().stream().flatMap(entity -> entity.references().stream()).toList();
    StoredOntology index =
        new StoredOntology(
            version,
            read.entities().stream().map(IngestedEntity::summary).toList(),
            references,
            read.problems(),
            false);
    Ontology ontology =
        Ontology.of(
            index,
            entity -> SourceFile.of(entity, this::text),
            (entity, file) -> EntityCodec.document(entity.key(), file));
    Set<EntityKey> unreadable = new HashSet<>();
    read.problems().stream()
        .filter(problem -> !problem.isNotice())
        .map(SourceProblem::path)
        .forEach(path -> RepositoryLayout.entityOf(path).ifPresent(unreadable::add));
    return new Version(
        number,
        ontology,
        RepositorySchemas.compile(OntologyReader.readSchemas(repository, entries).files()),
        unreadable);
  }

  private String text(String blobId) {
    return texts.computeIfAbsent(
        blobId,
        id ->
            new String(
                repository.read(id, JsonCodec.MAX_DOCUMENT_BYTES).orElseThrow(),
                StandardCharsets.UTF_8));
  }

  /**
   * Commits a draft on its base as submitting does.
   *
   * @param asWritten the texts of files that somebody else wrote for the same entities, by path
   * @return the commit, empty when the files cannot be written there or are as they were
   */
  Optional<String> commit(DraftOverlay draft, Map<String, String> asWritten) {
    Map<String, Optional<String>> files = new HashMap<>();
    for (DraftFiles.FileChange file : DraftFiles.of(draft)) {
      files.put(
          file.path(),
          Optional.ofNullable(file.after()).map(text -> asWritten.getOrDefault(file.path(), text)));
    }
    CommitRequest request =
        CommitRequest.of(draft.version().commit(), files, "Draft", CURATOR, DATE);
    return switch (repository.commit(request)) {
      case CommitOutcome.Committed(String commit) -> Optional.of(commit);
      case CommitOutcome.Unchanged _, CommitOutcome.PathRefused _ -> Optional.empty();
    };
  }

  /** The version at a commit that follows another one. */
  MergedVersion merged(Version upstream, String commit) {
    return new MergedVersion(
        OntologyReader.delta(
            repository, upstream.ontology(), repository.version(commit).orElseThrow()),
        upstream);
  }

  /** Puts all objects into one pack: each commit was one, and every look-up goes through all. */
  void repack() {
    GitCommand.in(folder).run("repack", "-a", "-d", "-k", "-q");
  }

  @Override
  public void close() {
    repository.close();
  }
}
