package org.ontodraft.model.ontology;

/**
 * A file of the repository as it is stored.
 *
 * @param path its path from the repository's root, with {@code /}
 * @param blobId the Git object that holds its bytes
 * @param text its bytes decoded as UTF-8; a byte order mark, line ends and a missing final newline
 *     are part of the text, so encoding it again gives the same bytes
 */
public record SourceFile(String path, String blobId, String text) {}
