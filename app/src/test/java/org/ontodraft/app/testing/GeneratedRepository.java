package org.ontodraft.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;
import org.ontodraft.model.testing.OntologyGenerator;

/**
 * A real bare repository with a generated ontology of any size, each commit in a pack of its own.
 * The same seed and calls give the same commit ids.
 */
public final class GeneratedRepository implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-02-02T09:00:00Z");
  private static final String DESCRIPTION = "\"description\": \"";

  /** Of so many changed files one has other references, one goes and one is new. */
  private static final int KINDS = 10;

  private final Path folder;
  private final FileRepository repository;

  /** File ids by folder and name; a folder's own path ends with a slash, the root's is empty. */
  private final SortedMap<String, SortedMap<String, ObjectId>> files = new TreeMap<>();

  private ObjectId head = ObjectId.zeroId();
  private int commits;

  private GeneratedRepository(Path folder, FileRepository repository) {
    this.folder = folder;
    this.repository = repository;
  }

  /** Makes a repository whose branch {@code main} has one commit with so many entities. */
  public static GeneratedRepository make(Path folder, long seed, int entities) {
    try {
      FileRepository repository = new FileRepository(folder.toFile());
      repository.create(true);
      repository.updateRef(Constants.HEAD).link("refs/heads/main");
      GeneratedRepository made = new GeneratedRepository(folder, repository);
      try (ObjectInserter pack = made.pack()) {
        OntologyGenerator.generate(
            seed,
            entities,
            OntologyGenerator.Shape.MIXED,
            (path, text) -> made.put(path, made.insert(pack, text)));
        made.commit(pack, entities + " entities");
      }
      return made;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** The commit {@code main} is at. */
  public String head() {
    return head.name();
  }

  /** Commits a category and so many children of it; returns the names of the children. */
  public List<String> wide(String name, int children) {
    List<String> names = new ArrayList<>();
    try (ObjectInserter pack = pack()) {
      category(pack, name, "[]");
      for (int i = 0; i < children; i++) {
        names.add("%s_%05d".formatted(name, i));
        category(pack, names.getLast(), "[\"" + name + "\"]");
      }
      commit(pack, children + " children of " + name);
      return names;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void category(ObjectInserter pack, String name, String parents) {
    String text =
        "{\n  \"id\": \"%s\",\n  \"label\": \"%s\",\n  \"description\": \"One of many.\",\n  \"parents\": %s\n}\n"
            .formatted(name, name.replace('_', ' '), parents);
    put("categories/" + name + ".json", insert(pack, text));
  }

  /**
   * Commits so many changed files, at most all, evenly spread: of ten, seven have another
   * description, one has other references, one is gone and one is new.
   */
  public String change(int count) {
    List<String> paths = new ArrayList<>();
    files.forEach((parent, names) -> names.keySet().forEach(name -> paths.add(parent + name)));
    int changed = Math.min(count, paths.size());
    double step = (double) paths.size() / changed;
    try (ObjectInserter pack = pack()) {
      for (int i = 0; i < changed; i++) {
        change(pack, paths.get((int) (i * step)), i % KINDS);
      }
      commit(pack, count + " files");
      return head();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void change(ObjectInserter pack, String path, int kind) throws IOException {
    String text = read(path);
    switch (kind) {
      case 0 -> put(path, insert(pack, withReference(path, text)));
      case 1 -> folderOf(path).remove(nameOf(path));
      case 2 -> {
        String end = "_new" + commits + ".json";
        String id = path.substring(path.indexOf('/') + 1).replace(".json", "");
        String newId = id + end.replace(".json", "");
        put(
            path.replace(".json", end),
            insert(pack, text.replace("\"id\": \"" + id + '"', "\"id\": \"" + newId + '"')));
      }
      default -> put(path, insert(pack, described(text)));
    }
  }

  private String described(String text) {
    return text.replace(DESCRIPTION, DESCRIPTION + "Revision " + commits + ". ");
  }

  /** A category gets a property more; of other types only the description changes. */
  private String withReference(String path, String text) {
    String name = nameOf("properties/" + firstName("properties/"));
    String property = name.substring(0, name.length() - ".json".length());
    return path.startsWith("categories/") && text.contains("\"optional_properties\": [\"")
        ? text.replace(
            "\"optional_properties\": [\"", "\"optional_properties\": [\"" + property + "\", \"")
        : described(text);
  }

  private String firstName(String parent) {
    return files.getOrDefault(parent, new TreeMap<>()).firstKey();
  }

  private String read(String path) throws IOException {
    ObjectId id = folderOf(path).get(nameOf(path));
    return new String(repository.open(id).getBytes(), StandardCharsets.UTF_8);
  }

  private void put(String path, ObjectId id) {
    folderOf(path).put(nameOf(path), id);
  }

  private SortedMap<String, ObjectId> folderOf(String path) {
    return files.computeIfAbsent(path.substring(0, slash(path)), parent -> new TreeMap<>());
  }

  private static String nameOf(String path) {
    return path.substring(slash(path));
  }

  private static int slash(String path) {
    return path.lastIndexOf('/') + 1;
  }

  private ObjectInserter pack() {
    return repository.getObjectDatabase().newPackInserter();
  }

  private ObjectId insert(ObjectInserter pack, String text) {
    try {
      return pack.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void commit(ObjectInserter pack, String message) throws IOException {
    PersonIdent author =
        new PersonIdent(
            "Ada Curator", "ada@example.org", START.plusSeconds(60L * commits++), ZoneOffset.UTC);
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(writeTrees(pack));
    if (!head.equals(ObjectId.zeroId())) {
      commit.setParentId(head);
    }
    commit.setAuthor(author);
    commit.setCommitter(author);
    commit.setMessage(message + "\n");
    head = pack.insert(commit);
    pack.flush();
    RefUpdate update = repository.updateRef("refs/heads/main");
    update.setNewObjectId(head);
    update.forceUpdate();
  }

  /** Deepest folders first, so that a folder's id is known when the one above is written. */
  private ObjectId writeTrees(ObjectInserter pack) throws IOException {
    Map<String, SortedMap<String, ObjectId>> trees = new TreeMap<>();
    List<String> parents = new ArrayList<>(files.keySet());
    for (String parent : parents.reversed()) {
      SortedMap<String, ObjectId> inside = trees.getOrDefault(parent, new TreeMap<>());
      inside.putAll(files.getOrDefault(parent, new TreeMap<>()));
      trees.remove(parent);
      if (!inside.isEmpty()) {
        ObjectId id = pack.insert(tree(inside));
        String bare = parent.substring(0, parent.length() - 1);
        trees
            .computeIfAbsent(bare.substring(0, slash(bare)), above -> new TreeMap<>())
            .put(nameOf(bare) + "/", id);
      }
    }
    return pack.insert(tree(trees.getOrDefault("", new TreeMap<>())));
  }

  private static TreeFormatter tree(SortedMap<String, ObjectId> entries) {
    TreeFormatter tree = new TreeFormatter();
    entries.forEach((name, id) -> {
      boolean isFolder = name.endsWith("/");
      String bare = isFolder ? name.substring(0, name.length() - 1) : name;
      tree.append(bare, isFolder ? FileMode.TREE : FileMode.REGULAR_FILE, id);
    });
    return tree;
  }

  @Override
  public void close() {
    repository.close();
  }
}
