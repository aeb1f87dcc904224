package org.ontodraft.model.ontology;

import org.ontodraft.model.entity.EntityKey;

/**
 * What the index knows of an entity without reading its document.
 *
 * @param label the label, or the key's last part when the document has none
 * @param sourcePath the file in the repository, with {@code /}
 * @param blobId the Git object that holds the file's bytes
 */
public record EntitySummary(EntityKey key, String label, String sourcePath, String blobId) {}
