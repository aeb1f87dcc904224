package org.ontodraft.model.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.SourceFile;

/**
 * The one way between an entity's files and its document. Implementations keep what they do not
 * change, byte for byte, and never write a file that reads as another document. Thread-safe.
 */
public sealed interface EntityCodec permits JsonCodec, WikitextCodec {
  /** The codec of a format. */
  static EntityCodec of(FileFormat format) {
    return switch (format) {
      case JSON -> JsonCodec.INSTANCE;
      case WIKITEXT -> WikitextCodec.INSTANCE;
    };
  }

  /**
   * The codec of the file at this path.
   *
   * @throws IllegalArgumentException when the name is of no format
   */
  static EntityCodec ofPath(String path) {
    return FileFormat.ofPath(path)
        .map(EntityCodec::of)
        .orElseThrow(() -> new IllegalArgumentException("no format for " + path));
  }

  /** The document in files that were accepted before, in the format of their names. */
  static EntityDocument document(EntityKey key, SourceFile file) {
    return ofPath(file.path()).read(key, file);
  }

  /**
   * Reads an entity's files.
   *
   * @param files the file that names the entity, then its further ones by path
   */
  DecodeResult decode(EntityKey key, List<FileBytes> files);

  /**
   * The document in files that {@link #decode} accepted before.
   *
   * @throws IllegalArgumentException when they hold none after all
   */
  EntityDocument read(EntityKey key, SourceFile file);

  /**
   * The files that hold this document, as close to the original ones as can be: what did not change
   * keeps its bytes, so that only the lines of the fields that differ change.
   *
   * @param original the entity's present files, which {@link #decode} accepted; null for a new one
   * @param sibling a file of the same type and format whose style a new file follows, or null
   */
  EncodeResult encode(
      EntityKey key,
      @Nullable SourceFile original,
      EntityDocument document,
      @Nullable SourceFile sibling);
}
