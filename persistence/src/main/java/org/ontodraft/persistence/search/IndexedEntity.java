package org.ontodraft.persistence.search;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.ontodraft.model.search.SearchWords;
import org.ontodraft.model.search.SearchableEntity;

/** An entity as a document of the index: words alone, without places or frequencies. */
final class IndexedEntity {
  /** Raised when words are read in another way: an index of another number is made anew. */
  static final int FORM = 1;

  static final String ID = "id";
  static final String CONTENT = "content";
  static final String LENGTH = "length";
  static final String KEY = "key";
  static final String LABEL = "label";
  static final String NAME = "name";
  static final String TEXT = "text";

  /** More of a name is not looked at from its beginning. */
  private static final int MAX_NAME = 200;

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setOmitNorms(true);
    WORDS.setTokenized(true);
    WORDS.freeze();
  }

  private IndexedEntity() {}

  static Document document(SearchableEntity entity) {
    Document document = new Document();
    document.add(new StringField(ID, entity.key().toString(), Field.Store.YES));
    document.add(new StoredField(CONTENT, entity.content()));
    document.add(new NumericDocValuesField(LENGTH, entity.key().key().length()));
    document.add(
        new StringField(KEY, start(SearchWords.compact(entity.key().key())), Field.Store.NO));
    document.add(
        new StringField(LABEL, start(SearchWords.compact(entity.label())), Field.Store.NO));
    Set<String> names = new HashSet<>();
    addWords(names, entity.key().key());
    addWords(names, entity.label());
    document.add(new Field(NAME, new Words(names), WORDS));
    Set<String> words = new HashSet<>(names);
    addWords(words, entity.text());
    document.add(new Field(TEXT, new Words(words), WORDS));
    return document;
  }

  static String start(String name) {
    return name.substring(0, Math.min(MAX_NAME, name.length()));
  }

  private static void addWords(Set<String> words, String text) {
    SearchWords.of(text).forEach(word -> words.add(word.text()));
  }

  /** Words that were read already. */
  private static final class Words extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Set<String> words;
    private Iterator<String> next;

    Words(Set<String> words) {
      this.words = words;
      this.next = words.iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!next.hasNext()) {
        return false;
      }
      clearAttributes();
      term.append(next.next());
      return true;
    }

    @Override
    public void reset() {
      next = words.iterator();
    }
  }
}
