package org.ontodraft.model.format;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of writing a document. */
public sealed interface EncodeResult {
  /** The texts of all files of the entity, by path. */
  record Encoded(SortedMap<String, String> texts) implements EncodeResult {
    public Encoded {
      texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }
  }

  /** The format cannot hold the document; nothing was written. */
  record Refused(List<Unwritable> reasons) implements EncodeResult {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** An entity in one file. */
  static Encoded of(String path, String text) {
    return new Encoded(new TreeMap<>(Map.of(path, text)));
  }
}
