package org.ontodraft.model.ontology;

/**
 * One file of an entity that is kept in several: a subpage of a wikitext dashboard.
 *
 * @param path its path from the repository's root, with {@code /}
 * @param blobId the Git object that holds its bytes
 */
public record FilePart(String path, String blobId) {}
