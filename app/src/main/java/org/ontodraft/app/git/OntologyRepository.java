package org.ontodraft.app.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Commit;
import org.ontodraft.model.ontology.CommitList;
import org.ontodraft.model.ontology.OntologyHistory;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologyVersion;

/**
 * Our own bare repository of one ontology: what was fetched, the bases of drafts, and the commits
 * that are to be pushed. A cache; whatever is in it can be fetched or made again. There is no
 * working tree, and no hook, filter or other program ever runs.
 *
 * <p>Thread-safe for reading; fetch, commit and pins are made one after another. Blocking: not for
 * the FX thread. A disk that fails is told by {@link UncheckedIOException}.
 */
public final class OntologyRepository implements OntologySource, AutoCloseable {
  private static final String PINS = "refs/ontodraft/base/";

  private final Repository repository;
  private final Condition condition;
  private final ObjectReaders readers;
  private final RemoteOperations remotes;

  /** What opening found. */
  public enum Condition {
    /** Nothing was there; it has no version before the first fetch. */
    NEW,
    /** It is as it was left. */
    INTACT,
    /** What was there could not be read and was set aside; this one is new. */
    SET_ASIDE
  }

  private OntologyRepository(CacheFolder.Opened opened, GitTransports transports) {
    this.repository = opened.repository();
    this.condition = opened.condition();
    this.readers = new ObjectReaders(repository.getObjectDatabase());
    this.remotes = new RemoteOperations(repository, transports);
  }

  /** Opens the repository in this folder, or makes one. Only one may be open on a folder. */
  public static OntologyRepository open(Path folder, GitTransports transports) {
    try {
      return new OntologyRepository(CacheFolder.open(folder), transports);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What opening found. */
  public Condition condition() {
    return condition;
  }

  /**
   * Fetches the remote's default branch, which becomes the {@link #head()}. One round trip when
   * nothing moved.
   *
   * @param credentials null to ask as nobody
   * @param progress stages {@code fetch}, {@code fetch.prepare}, {@code fetch.receive}, {@code
   *     fetch.resolve}
   */
  public synchronized FetchOutcome fetch(
      Remote remote, @Nullable Credentials credentials, Progress progress) {
    Optional<OntologyVersion> before = fetchedHead();
    return remotes.fetch(
        remote,
        credentials,
        progress,
        () ->
            new FetchOutcome.Fetched(
                before,
                head(),
                before.isPresent() && !descends(head().commit(), before.get().commit())));
  }

  /** The first commit of the head's history, or where a shallow clone begins: the oldest one. */
  public String rootCommit() {
    return readers.with(reader -> {
      RevWalk walk = new RevWalk(reader);
      walk.setRetainBody(false);
      walk.markStart(walk.parseCommit(ObjectId.fromString(head().commit())));
      RevCommit root = walk.next();
      for (RevCommit next = walk.next(); next != null; next = walk.next()) {
        if (next.getParentCount() == 0) {
          root = next;
        }
      }
      return root.name();
    });
  }

  /** Asks a remote for a branch, given by its short name. */
  public ProbeOutcome probe(
      Remote remote, @Nullable Credentials credentials, String branch, Progress progress) {
    return remotes.probe(remote, credentials, branch, progress);
  }

  /** Asks a remote which branches it has. */
  public BranchesOutcome branches(
      Remote remote, @Nullable Credentials credentials, Progress progress) {
    return remotes.branches(remote, credentials, progress);
  }

  /**
   * Fetches another branch than the default one, given by its short name; its commits are here
   * then.
   *
   * @return why it is not
   */
  public synchronized Optional<RemoteFailure> bring(
      Remote remote, @Nullable Credentials credentials, String branch, Progress progress) {
    return remotes.bring(remote, credentials, "refs/heads/" + branch, progress);
  }

  /**
   * Fetches what a ref other than a branch's names, such as {@code refs/pull/7/head}; its commits
   * are here then.
   *
   * @return why they are not
   */
  public synchronized Optional<RemoteFailure> bringRef(
      Remote remote, @Nullable Credentials credentials, String ref, Progress progress) {
    return remotes.bring(remote, credentials, ref, progress);
  }

  /** The newest commit that both go back to; empty where there is none, or one is not here. */
  public Optional<String> mergeBase(String one, String other) {
    return readers.with(reader -> {
      RevWalk walk = new RevWalk(reader);
      try {
        walk.setRevFilter(RevFilter.MERGE_BASE);
        walk.markStart(walk.parseCommit(ObjectId.fromString(one)));
        walk.markStart(walk.parseCommit(ObjectId.fromString(other)));
      } catch (MissingObjectException | IncorrectObjectTypeException notHere) {
        return Optional.empty();
      }
      return Optional.ofNullable(walk.next()).map(RevCommit::name);
    });
  }

  /**
   * Pushes a commit to a branch, given by its short name, never by force.
   *
   * @param expected where the branch must be; empty when it must not exist
   * @param progress stages {@code push}, {@code push.prepare}, {@code push.write}
   */
  public PushOutcome push(
      Remote remote,
      @Nullable Credentials credentials,
      String branch,
      String commit,
      Optional<String> expected,
      Progress progress) {
    return remotes.push(remote, credentials, branch, commit, expected, progress);
  }

  /** Deletes a branch of a remote, given by its short name, if it is at this commit. */
  public PushOutcome deleteBranch(
      Remote remote,
      @Nullable Credentials credentials,
      String branch,
      String commit,
      Progress progress) {
    return remotes.delete(remote, credentials, branch, commit, progress);
  }

  /** Makes a commit. It is on no branch; making it again gives the same id. */
  public synchronized CommitOutcome commit(CommitRequest request) {
    return readers.with(reader -> CommitWriter.write(repository, reader, request));
  }

  /**
   * A commit as a mail against its first parent, for {@code git am}.
   *
   * @throws java.io.UncheckedIOException when the repository does not hold the commit
   */
  public byte[] mailed(String commit) {
    return readers.with(reader -> MailedCommit.write(repository, reader, commit));
  }

  /** Keeps a commit, the base of a draft, from being cleared away. Pinning again moves the pin. */
  public synchronized void pin(UUID draft, String commit) {
    try {
      RefUpdate update = repository.updateRef(PINS + draft);
      update.setExpectedOldObjectId(
          update.getOldObjectId() == null ? ObjectId.zeroId() : update.getOldObjectId());
      update.setNewObjectId(ObjectId.fromString(commit));
      update.setForceUpdate(true);
      check(update, update.update());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Lets go of a draft's base; harmless when there is no pin. */
  public synchronized void unpin(UUID draft) {
    try {
      RefUpdate update = repository.updateRef(PINS + draft);
      if (update.getOldObjectId() != null) {
        update.setExpectedOldObjectId(update.getOldObjectId());
        update.setForceUpdate(true);
        check(update, update.delete());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The pinned commit of each draft. */
  public Map<UUID, String> pins() {
    try {
      Map<UUID, String> pins = new TreeMap<>();
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(PINS)) {
        ObjectId commit = ref.getObjectId();
        if (commit != null) {
          pins.put(UUID.fromString(ref.getName().substring(PINS.length())), commit.name());
        }
      }
      return pins;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void check(RefUpdate update, RefUpdate.Result result) throws IOException {
    switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
      default -> throw new IOException(update.getName() + " cannot be set: " + result);
    }
  }

  /** The repository's commits. */
  public OntologyHistory history() {
    return new CommitHistory(repository, readers, this::version);
  }

  /** The head, or empty before the first fetch. */
  public Optional<OntologyVersion> fetchedHead() {
    try {
      Ref head = repository.getRefDatabase().exactRef(Constants.HEAD);
      ObjectId commit = head == null ? null : head.getObjectId();
      return commit == null ? Optional.empty() : version(commit.name());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException before the first fetch
   */
  @Override
  public OntologyVersion head() {
    return fetchedHead().orElseThrow(() -> new IllegalStateException("nothing fetched yet"));
  }

  @Override
  public Optional<OntologyVersion> version(String commit) {
    if (!ObjectId.isId(commit)) {
      return Optional.empty();
    }
    return readers.with(reader -> {
      try {
        RevCommit found = new RevWalk(reader).parseCommit(ObjectId.fromString(commit));
        return Optional.of(version(found));
      } catch (MissingObjectException | IncorrectObjectTypeException unknown) {
        return Optional.empty();
      }
    });
  }

  private OntologyVersion version(RevCommit commit) throws IOException {
    return new OntologyVersion(
        commit.name(),
        Repository.shortenRefName(branch()),
        commit.getCommitterIdent().getWhenAsInstant(),
        commit.getShortMessage());
  }

  /**
   * The commits without parents that the head goes back to, sorted; none where history was cut off.
   * Walks the whole history.
   */
  public List<String> rootCommits() {
    return readers.with(reader -> {
      RevWalk walk = new RevWalk(reader);
      walk.setRetainBody(false);
      Set<ObjectId> cut = reader.getShallowCommits();
      walk.markStart(walk.parseCommit(ObjectId.fromString(head().commit())));
      List<String> roots = new ArrayList<>();
      for (RevCommit commit : walk) {
        if (commit.getParentCount() == 0 && !cut.contains(commit)) {
          roots.add(commit.name());
        }
      }
      Collections.sort(roots);
      return List.copyOf(roots);
    });
  }

  @Override
  public boolean descends(String commit, String earlier) {
    return readers.with(reader -> {
      RevWalk walk = new RevWalk(reader);
      try {
        return walk.isMergedInto(
            walk.parseCommit(ObjectId.fromString(earlier)),
            walk.parseCommit(ObjectId.fromString(commit)));
      } catch (MissingObjectException | IncorrectObjectTypeException notHere) {
        return false;
      }
    });
  }

  @Override
  public CommitList commits(String earlier, String commit, int most) {
    return readers.with(reader -> {
      RevWalk walk = new RevWalk(reader);
      try {
        walk.markStart(walk.parseCommit(ObjectId.fromString(commit)));
        walk.markUninteresting(walk.parseCommit(ObjectId.fromString(earlier)));
      } catch (MissingObjectException | IncorrectObjectTypeException notHere) {
        return CommitList.NONE;
      }
      List<Commit> newest = new ArrayList<>();
      Set<String> authors = new HashSet<>();
      int count = 0;
      for (RevCommit found : walk) {
        String author = author(found);
        authors.add(author);
        count++;
        if (newest.size() < most) {
          newest.add(new Commit(version(found), author));
        }
      }
      return new CommitList(newest, count, authors.size());
    });
  }

  private static String author(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    return author == null ? "" : author.getName();
  }

  private String branch() throws IOException {
    Ref head = repository.getRefDatabase().exactRef(Constants.HEAD);
    return head == null ? Constants.HEAD : head.getTarget().getName();
  }

  @Override
  public List<TreeEntry> entries(String commit) {
    return readers.with(reader -> EntityTrees.entries(reader, tree(reader, commit)));
  }

  @Override
  public List<TreeEntry> media(String commit) {
    return readers.with(reader ->
        EntityTrees.entries(reader, tree(reader, commit), List.of(EntityType.MEDIA.folder())));
  }

  @Override
  public List<TreeChange> changes(String fromCommit, String toCommit) {
    return readers.with(
        reader -> EntityTrees.changes(reader, tree(reader, fromCommit), tree(reader, toCommit)));
  }

  private static RevTree tree(ObjectReader reader, String commit) throws IOException {
    return new RevWalk(reader).parseCommit(ObjectId.fromString(commit)).getTree();
  }

  @Override
  public Optional<byte[]> read(String blobId, long limit) {
    return readers.with(reader -> {
      ObjectLoader blob = reader.open(ObjectId.fromString(blobId), Constants.OBJ_BLOB);
      return blob.getSize() > limit
          ? Optional.empty()
          : Optional.of(blob.getCachedBytes(Math.toIntExact(Math.min(limit, Integer.MAX_VALUE))));
    });
  }

  @Override
  public void close() {
    readers.close();
    repository.close();
  }
}
