package org.ontodraft.persistence.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.search.SearchQuery;
import org.ontodraft.model.search.SearchableEntity;

/** An index that is open for writing and reading. Readers see what was committed. Thread-safe. */
final class OpenIndex implements Closeable {
  private static final String COMMIT = "commit";
  private static final String FORM = "form";

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private OpenIndex(Directory directory, IndexWriter writer, SearcherManager searchers) {
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
  }

  /**
   * Opens what is in the directory, which is the index's from now on, or makes an index there.
   *
   * @throws IOException also when what is there is damaged, or of another form
   */
  static OpenIndex open(Directory directory) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig()
            // Of equal hits the shortest come first.
            .setIndexSort(new Sort(new SortField(IndexedEntity.LENGTH, SortField.Type.LONG)))
            .setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(directory, config);
    boolean opened = false;
    try {
      if (!DirectoryReader.indexExists(directory)) {
        writer.commit();
      }
      SearcherManager searchers = new SearcherManager(directory, null);
      OpenIndex index = new OpenIndex(directory, writer, searchers);
      index.check();
      opened = true;
      return index;
    } finally {
      if (!opened) {
        writer.rollback();
      }
    }
  }

  private void check() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      Map<String, String> about =
          ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData();
      if (!about.getOrDefault(FORM, form()).equals(form())) {
        throw new IOException("words are read in another way since it was made");
      }
      for (LeafReaderContext leaf : searcher.getLeafContexts()) {
        if (leaf.reader() instanceof CodecReader segment) {
          segment.checkIntegrity();
        }
      }
    } finally {
      searchers.release(searcher);
    }
  }

  private static String form() {
    return Integer.toString(IndexedEntity.FORM);
  }

  Optional<String> commit() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return Optional.ofNullable(
          ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData().get(COMMIT));
    } finally {
      searchers.release(searcher);
    }
  }

  Map<EntityKey, String> contents() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      Map<EntityKey, String> contents = new HashMap<>();
      StoredFields documents = searcher.getIndexReader().storedFields();
      @Nullable Bits live = MultiBits.getLiveDocs(searcher.getIndexReader());
      for (int i = 0; i < searcher.getIndexReader().maxDoc(); i++) {
        if (live == null || live.get(i)) {
          Document document = documents.document(i);
          key(document).ifPresent(key -> contents.put(key, document.get(IndexedEntity.CONTENT)));
        }
      }
      return contents;
    } finally {
      searchers.release(searcher);
    }
  }

  void change(Collection<SearchableEntity> upserts, Collection<EntityKey> deletes)
      throws IOException {
    for (SearchableEntity entity : upserts) {
      writer.updateDocument(id(entity.key()), IndexedEntity.document(entity));
    }
    for (EntityKey key : deletes) {
      writer.deleteDocuments(id(key));
    }
  }

  private static Term id(EntityKey key) {
    return new Term(IndexedEntity.ID, key.toString());
  }

  void finish(String commit) throws IOException {
    writer.setLiveCommitData(Map.of(COMMIT, commit, FORM, form()).entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  List<EntityKey> candidates(SearchQuery query, int limit) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      List<EntityKey> keys = new ArrayList<>();
      StoredFields documents = searcher.getIndexReader().storedFields();
      ScoreDoc[] found = new ScoreDoc[0];
      for (Query stage : CandidateQuery.stages(query)) {
        found = searcher.search(stage, limit).scoreDocs;
        if (found.length == limit) {
          break;
        }
      }
      for (ScoreDoc each : found) {
        key(documents.document(each.doc)).ifPresent(keys::add);
      }
      return keys;
    } finally {
      searchers.release(searcher);
    }
  }

  private static Optional<EntityKey> key(Document document) {
    return Optional.ofNullable(document.get(IndexedEntity.ID)).flatMap(EntityKey::parse);
  }

  /** Lets go of the files; what was not committed is gone. */
  @Override
  public void close() throws IOException {
    try (directory) {
      searchers.close();
      writer.rollback();
    }
  }
}
