package org.ontodraft.model.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.Commit;
import org.ontodraft.model.ontology.CommitList;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyHistory;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.StoredOntology;

/**
 * A repository without Git: a line of commits, each a map from path to content. Object ids are
 * Git's own, so they agree with a real repository that holds the same files. For one thread.
 */
public final class InMemoryRepository implements OntologySource, OntologyHistory {
  private static final Instant FIRST_COMMIT = Instant.parse("2026-01-05T09:00:00Z");

  private final Map<String, byte[]> blobs = new HashMap<>();
  private final Map<String, Stored> commits = new HashMap<>();
  private final List<OntologyVersion> line = new ArrayList<>();

  private record Stored(OntologyVersion version, TreeMap<String, TreeEntry> tree) {}

  /** A repository whose first commit holds these files. */
  public static InMemoryRepository of(Map<String, String> files) {
    InMemoryRepository repository = new InMemoryRepository();
    repository.commit("First", files);
    return repository;
  }

  /** Commits the last commit's files with these in place of theirs; null removes one. */
  public OntologyVersion commit(String summary, Map<String, ? extends @Nullable String> edits) {
    TreeMap<String, TreeEntry> tree = headTree();
    edits.forEach((path, text) -> {
      if (text == null) {
        tree.remove(path);
      } else {
        put(tree, path, text.getBytes(StandardCharsets.UTF_8), TreeEntry.Kind.FILE);
      }
    });
    return commit(summary, tree);
  }

  /** Commits the last commit's files with one more of any kind and content. */
  public OntologyVersion commitEntry(
      String summary, String path, byte[] content, TreeEntry.Kind kind) {
    TreeMap<String, TreeEntry> tree = headTree();
    put(tree, path, content, kind);
    return commit(summary, tree);
  }

  private TreeMap<String, TreeEntry> headTree() {
    return line.isEmpty() ? new TreeMap<>() : new TreeMap<>(tree(line.getLast().commit()));
  }

  private void put(
      TreeMap<String, TreeEntry> tree, String path, byte[] content, TreeEntry.Kind kind) {
    MessageDigest sha1 = sha1();
    sha1.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
    String id = HexFormat.of().formatHex(sha1.digest(content));
    blobs.put(id, content);
    tree.put(path, new TreeEntry(path, id, kind));
  }

  private OntologyVersion commit(String summary, TreeMap<String, TreeEntry> tree) {
    byte[] content = (line.size() + summary + tree).getBytes(StandardCharsets.UTF_8);
    String id = HexFormat.of().formatHex(sha1().digest(content));
    Instant time = FIRST_COMMIT.plusSeconds(60L * line.size());
    OntologyVersion version = new OntologyVersion(id, "main", time, summary);
    commits.put(id, new Stored(version, tree));
    line.add(version);
    return version;
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private TreeMap<String, TreeEntry> tree(String commit) {
    return Objects.requireNonNull(commits.get(commit), commit).tree();
  }

  @Override
  public OntologyVersion head() {
    return line.getLast();
  }

  @Override
  public Optional<OntologyVersion> version(String commit) {
    return Optional.ofNullable(commits.get(commit)).map(Stored::version);
  }

  @Override
  public CommitList commits(String earlier, String commit, int most) {
    List<String> ids = line.stream().map(OntologyVersion::commit).toList();
    if (!ids.contains(earlier) || !ids.contains(commit)) {
      return CommitList.NONE;
    }
    List<Commit> between =
        line.subList(ids.indexOf(earlier) + 1, ids.indexOf(commit) + 1).reversed().stream()
            .map(version -> new Commit(version, "Somebody"))
            .toList();
    return new CommitList(
        between.stream().limit(most).toList(), between.size(), Math.min(1, between.size()));
  }

  @Override
  public boolean descends(String commit, String earlier) {
    List<String> ids = line.stream().map(OntologyVersion::commit).toList();
    return ids.contains(earlier) && ids.indexOf(commit) >= ids.indexOf(earlier);
  }

  @Override
  public List<TreeEntry> entries(String commit) {
    return tree(commit).values().stream()
        .filter(entry -> isOntology(entry.path().split("/", 2)[0]))
        .toList();
  }

  private static boolean isOntology(String folder) {
    return EntityType.ofFolder(folder).isPresent() || folder.equals(RepositoryLayout.MEDIA);
  }

  @Override
  public List<TreeChange> changes(String fromCommit, String toCommit) {
    Map<String, TreeEntry> before = new TreeMap<>();
    entries(fromCommit).forEach(entry -> before.put(entry.path(), entry));
    Map<String, TreeEntry> after = new TreeMap<>();
    entries(toCommit).forEach(entry -> after.put(entry.path(), entry));
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(before.get(path), after.get(path)))
        .map(path ->
            new TreeChange(
                path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path))))
        .toList();
  }

  @Override
  public List<NamedVersion> tags() {
    return List.of();
  }

  @Override
  public Optional<NamedVersion> named(String name) {
    List<OntologyVersion> found =
        line.stream().filter(version -> version.commit().startsWith(name)).toList();
    return found.size() == 1
        ? Optional.of(new NamedVersion("", found.getFirst()))
        : Optional.empty();
  }

  @Override
  public Optional<AuthoredCommit> lastChange(
      String from, Collection<String> paths, BooleanSupplier cancelled) {
    int at = line.indexOf(version(from).orElseThrow());
    for (int i = at; i >= 0 && !cancelled.getAsBoolean(); i--) {
      OntologyVersion present = line.get(i);
      List<TreeEntry> before = i == 0 ? List.of() : entries(line.get(i - 1).commit(), paths);
      if (!before.equals(entries(present.commit(), paths))) {
        String parent = i == 0 ? null : line.get(i - 1).commit();
        return Optional.of(new AuthoredCommit(present, "Ana", present.committedAt(), parent));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<TreeEntry> entries(String commit, Collection<String> paths) {
    return entries(commit).stream()
        .filter(entry ->
            paths.stream()
                .anyMatch(path -> entry.path().equals(path) || entry.path().startsWith(path + "/")))
        .toList();
  }

  @Override
  public Optional<byte[]> read(String blobId, long limit) {
    byte[] content = blobs.get(blobId);
    if (content == null) {
      throw new UncheckedIOException(new IOException("no object " + blobId));
    }
    return content.length > limit ? Optional.empty() : Optional.of(content.clone());
  }

  /** The text of a file at a commit. */
  public String text(String commit, String path) {
    TreeEntry entry = Objects.requireNonNull(tree(commit).get(path), path);
    return textOf(entry.blobId());
  }

  /** The text of an object. */
  public String textOf(String blobId) {
    return new String(Objects.requireNonNull(blobs.get(blobId), blobId), StandardCharsets.UTF_8);
  }

  /** All that is read of a commit. */
  public OntologyReader.ReadOntology read(OntologyVersion version) {
    return OntologyReader.read(this, entries(version.commit()), done -> {});
  }

  /** The snapshot of a commit, its documents read from here. */
  public Ontology ontology(OntologyVersion version) {
    OntologyReader.ReadOntology read = read(version);
    List<EntityReference> references =
        read.entities().stream().flatMap(entity -> entity.references().stream()).toList();
    StoredOntology stored =
        new StoredOntology(
            version,
            read.entities().stream().map(IngestedEntity::summary).toList(),
            references,
            read.problems(),
            false);
    return Ontology.of(
        stored,
        entity -> SourceFile.of(entity, this::textOf),
        (entity, file) -> EntityCodec.document(entity.key(), file));
  }

  /** The snapshot of the last commit. */
  public Ontology ontology() {
    return ontology(head());
  }
}
