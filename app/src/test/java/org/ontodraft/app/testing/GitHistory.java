package org.ontodraft.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.TreeFormatter;

/**
 * A real bare repository that a test fills commit by commit. Names, modes and bytes are written as
 * they are given, sane or not; dates are fixed, so the same history has the same ids every time.
 */
public final class GitHistory implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private final Path folder;
  private final Repository repository;
  private final Map<String, SortedMap<String, Entry>> files = new HashMap<>();
  private final Map<String, ObjectId> heads = new HashMap<>();
  private String branch = "main";
  private String name = "Ada Curator";
  private String address = "ada@example.org";
  private int commits;

  private record Entry(FileMode mode, ObjectId id) {}

  private GitHistory(Path folder, Repository repository) {
    this.folder = folder;
    this.repository = repository;
  }

  /** A new bare repository whose HEAD is {@code main}. */
  public static GitHistory bare(Path folder) {
    try {
      Repository repository = new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
      repository.create(true);
      repository.updateRef(Constants.HEAD).link("refs/heads/main");
      return new GitHistory(folder, repository);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Puts a text file into the next commit. */
  public GitHistory file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a file into the next commit. */
  public GitHistory file(String path, byte[] bytes) {
    return entry(utf8(path), FileMode.REGULAR_FILE, insert(bytes));
  }

  /** Puts a file of mode 100755 into the next commit. */
  public GitHistory executable(String path, String text) {
    return entry(
        utf8(path), FileMode.EXECUTABLE_FILE, insert(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Puts a symbolic link into the next commit. */
  public GitHistory symlink(String path, String target) {
    return entry(utf8(path), FileMode.SYMLINK, insert(target.getBytes(StandardCharsets.UTF_8)));
  }

  /** Puts a submodule into the next commit. */
  public GitHistory submodule(String path) {
    return entry(utf8(path), FileMode.GITLINK, ObjectId.fromString("1".repeat(40)));
  }

  /** Puts a file whose path is any bytes into the next commit, one character a byte. */
  public GitHistory rawName(String latin1Path, String text) {
    return entry(latin1Path, FileMode.REGULAR_FILE, insert(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Leaves a file out of the next commit. */
  public GitHistory delete(String path) {
    tree().remove(utf8(path));
    return this;
  }

  /** Who makes the commits from now on. */
  public GitHistory by(String author, String mail) {
    name = author;
    address = mail;
    return this;
  }

  /** Commits to the current branch; a minute later than the commit before. */
  public String commit(String message) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      PersonIdent author =
          new PersonIdent(name, address, START.plusSeconds(60L * commits++), ZoneOffset.UTC);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(write(inserter, tree(), ""));
      if (heads.containsKey(branch)) {
        commit.setParentId(heads.get(branch));
      }
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage(message + "\n");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      point(branch, id.name());
      return id.name();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Goes on at a branch, which begins where the present one is when it is new. */
  public GitHistory on(String name) {
    if (!files.containsKey(name)) {
      files.put(name, new TreeMap<>(tree()));
      if (heads.containsKey(branch)) {
        heads.put(name, heads.get(branch));
      }
    }
    branch = name;
    return this;
  }

  /** Forgets the current branch's history: the next commit has no parent. */
  public GitHistory orphan() {
    heads.remove(branch);
    return this;
  }

  /** Points a branch at a commit, whatever was there. */
  public GitHistory point(String name, String commit) {
    try {
      RefUpdate update = repository.updateRef("refs/heads/" + name);
      update.setNewObjectId(ObjectId.fromString(commit));
      update.forceUpdate();
      heads.put(name, ObjectId.fromString(commit));
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Points HEAD at a branch, there or not. */
  public GitHistory head(String name) {
    try {
      repository.updateRef(Constants.HEAD).link("refs/heads/" + name);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private GitHistory entry(String latin1Path, FileMode mode, ObjectId id) {
    tree().put(latin1Path, new Entry(mode, id));
    return this;
  }

  private SortedMap<String, Entry> tree() {
    return files.computeIfAbsent(branch, name -> new TreeMap<>());
  }

  private ObjectId insert(byte[] bytes) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId id = inserter.insert(Constants.OBJ_BLOB, bytes);
      inserter.flush();
      return id;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Paths are one character a byte, so that they sort as Git sorts. */
  private static ObjectId write(
      ObjectInserter inserter, SortedMap<String, Entry> files, String prefix) throws IOException {
    SortedMap<String, Entry> children = new TreeMap<>();
    for (Map.Entry<String, Entry> file : files.entrySet()) {
      if (!file.getKey().startsWith(prefix)) {
        continue;
      }
      String rest = file.getKey().substring(prefix.length());
      int slash = rest.indexOf('/');
      if (slash < 0) {
        children.put(rest, file.getValue());
      } else if (!children.containsKey(rest.substring(0, slash + 1))) {
        String folder = rest.substring(0, slash + 1);
        children.put(folder, new Entry(FileMode.TREE, write(inserter, files, prefix + folder)));
      }
    }
    TreeFormatter formatter = new TreeFormatter();
    for (Map.Entry<String, Entry> child : children.entrySet()) {
      String name = child.getKey();
      String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
      byte[] raw = bare.getBytes(StandardCharsets.ISO_8859_1);
      formatter.append(raw, 0, raw.length, child.getValue().mode(), child.getValue().id());
    }
    return inserter.insert(formatter);
  }

  private static String utf8(String path) {
    return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    repository.close();
  }
}
