package org.ontodraft.model.ontology;

/** Reads the file behind an index entry, on demand. */
@FunctionalInterface
public interface DocumentSource {
  /**
   * The file as stored. May read from disk; safe to call from several threads.
   *
   * @throws java.io.UncheckedIOException when the object cannot be read
   */
  SourceFile file(EntitySummary entity);
}
