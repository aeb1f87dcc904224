package org.ontodraft.persistence.search;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.search.SearchIndex;
import org.ontodraft.model.search.SearchIndexLostException;
import org.ontodraft.model.search.SearchQuery;
import org.ontodraft.model.search.SearchableEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in a folder of its own. A damaged one is deleted and begun anew. While another process
 * has it, or the folder cannot be written, this one has its own in memory. Thread-safe.
 */
public final class LuceneSearchIndex implements SearchIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchIndex.class);

  private final Path folder;
  private OpenIndex index;
  private boolean closed;

  private LuceneSearchIndex(Path folder, OpenIndex index) {
    this.folder = folder;
    this.index = index;
  }

  /** Opens the index in this folder, or makes one. */
  public static LuceneSearchIndex open(Path folder) {
    return new LuceneSearchIndex(folder, openOrMake(folder));
  }

  private static OpenIndex openOrMake(Path folder) {
    try {
      Files.createDirectories(folder);
      return OpenIndex.open(FSDirectory.open(folder));
    } catch (LockObtainFailedException inUse) {
      LOG.info("SEARCH-01 another process has the index {}; this one is in memory", folder);
      return inMemory();
    } catch (IOException | IllegalArgumentException damaged) {
      LOG.warn("SEARCH-02 the index {} is damaged and made anew: {}", folder, damaged.toString());
      return anew(folder);
    }
  }

  private static OpenIndex anew(Path folder) {
    try {
      empty(folder);
      return OpenIndex.open(FSDirectory.open(folder));
    } catch (IOException | IllegalArgumentException unusable) {
      LOG.warn(
          "SEARCH-03 the index {} cannot be made; it is in memory: {}",
          folder,
          unusable.toString());
      return inMemory();
    }
  }

  private static OpenIndex inMemory() {
    try {
      return OpenIndex.open(new ByteBuffersDirectory());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  /** What is done with the open index. */
  private interface Use<T> {
    T of(OpenIndex index) throws IOException;
  }

  private <T> T use(Use<T> use) {
    OpenIndex used = current();
    try {
      return use.of(used);
    } catch (IOException | AlreadyClosedException | IllegalArgumentException fault) {
      throw lost(used, fault);
    }
  }

  private synchronized OpenIndex current() {
    return index;
  }

  /** Begins anew, unless somebody else who used the same one has done so. */
  private synchronized SearchIndexLostException lost(OpenIndex used, Exception fault) {
    if (used == index && !closed) {
      try {
        used.close();
      } catch (IOException | AlreadyClosedException alsoClosing) {
        fault.addSuppressed(alsoClosing);
      }
      index = anew(folder);
    }
    return new SearchIndexLostException("the index in " + folder + " had to be made anew", fault);
  }

  @Override
  public Optional<String> commit() {
    return use(OpenIndex::commit);
  }

  @Override
  public Map<EntityKey, String> contents() {
    return use(OpenIndex::contents);
  }

  @Override
  public void change(Collection<SearchableEntity> upserts, Collection<EntityKey> deletes) {
    use(open -> {
      open.change(upserts, deletes);
      return open;
    });
  }

  @Override
  public void finish(String commit) {
    use(open -> {
      open.finish(commit);
      return open;
    });
  }

  @Override
  public List<EntityKey> candidates(SearchQuery query, int limit) {
    return query.isEmpty() ? List.of() : use(open -> open.candidates(query, limit));
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      index.close();
    } catch (IOException unimportant) {
      // What was committed is on the disk, and the rest can be made again.
      LOG.warn("SEARCH-04 closing the index {}", folder, unimportant);
    }
  }
}
