package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.ontodraft.app.git.CommitRequest.Author;

/**
 * A bare repository that Ontodraft makes itself, such as the sample's upstream. Blocking; not for
 * the FX thread.
 */
public final class SeedRepository {
  /** The branch everything is on. */
  public static final String BRANCH = "main";

  private final Path folder;

  private SeedRepository(Path folder) {
    this.folder = folder;
  }

  /** The repository in this folder, made with one commit of these files when there is none. */
  public static SeedRepository openOrCreate(
      Path folder, SortedMap<String, byte[]> files, String message, Author author, Instant date)
      throws IOException {
    IsolatedSystemReader.install();
    SeedRepository seed = new SeedRepository(folder);
    boolean present = Files.exists(folder.resolve(Constants.HEAD));
    if (!present) {
      Files.createDirectories(folder);
      try (Repository repository = new FileRepository(folder.toFile())) {
        repository.create(true);
        repository.updateRef(Constants.HEAD, true).link(Constants.R_HEADS + BRANCH);
      }
    }
    if (seed.head().isEmpty()) {
      seed.commit(Optional.empty(), seed.tree(files), message, author, date);
    }
    return seed;
  }

  /** The branch's commit, or empty when there is none. */
  public Optional<String> head() throws IOException {
    try (Repository repository = new FileRepository(folder.toFile())) {
      return Optional.ofNullable(repository.resolve(Constants.R_HEADS + BRANCH))
          .map(ObjectId::name);
    }
  }

  /** Adds a commit on top of the branch, as another curator would; returns its id. */
  public String advance(
      SortedMap<String, byte[]> changed, String message, Author author, Instant date)
      throws IOException {
    try (Repository repository = new FileRepository(folder.toFile())) {
      ObjectId parent = repository.resolve(Constants.R_HEADS + BRANCH);
      if (parent == null) {
        throw new IOException(folder + " has no commit");
      }
      SortedMap<String, byte[]> files = new TreeMap<>();
      try (TreeWalk walk = new TreeWalk(repository)) {
        walk.addTree(repository.parseCommit(parent).getTree());
        walk.setRecursive(true);
        while (walk.next()) {
          files.put(walk.getPathString(), repository.open(walk.getObjectId(0)).getBytes());
        }
      }
      files.putAll(changed);
      return commit(Optional.of(parent), tree(files), message, author, date);
    }
  }

  private ObjectId tree(SortedMap<String, byte[]> files) throws IOException {
    try (Repository repository = new FileRepository(folder.toFile());
        ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
        builder.add(entry);
      }
      builder.finish();
      ObjectId tree = index.writeTree(inserter);
      inserter.flush();
      return tree;
    }
  }

  private String commit(
      Optional<ObjectId> parent, ObjectId tree, String message, Author author, Instant date)
      throws IOException {
    try (Repository repository = new FileRepository(folder.toFile());
        ObjectInserter inserter = repository.newObjectInserter()) {
      PersonIdent person = new PersonIdent(author.name(), author.email(), date, ZoneOffset.UTC);
      CommitBuilder builder = new CommitBuilder();
      builder.setTreeId(tree);
      parent.ifPresent(builder::setParentId);
      builder.setAuthor(person);
      builder.setCommitter(person);
      builder.setEncoding(StandardCharsets.UTF_8);
      builder.setMessage(message + "\n");
      ObjectId commit = inserter.insert(builder);
      inserter.flush();
      RefUpdate update = repository.updateRef(Constants.R_HEADS + BRANCH);
      update.setExpectedOldObjectId(parent.orElse(ObjectId.zeroId()));
      update.setNewObjectId(commit);
      RefUpdate.Result result = update.update();
      if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
        throw new IOException("the branch moved meanwhile: " + result);
      }
      return commit.name();
    }
  }
}
