package org.ontodraft.model.ontology;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/**
 * What the index knows of an entity without reading its document.
 *
 * @param label the label, or the key's last part when the document has none
 * @param sourcePath the file in the repository, with {@code /}
 * @param blobId the Git object that holds the file's bytes
 * @param pages the further files of an entity that is kept in several, by path; empty for most
 */
public record EntitySummary(
    EntityKey key, String label, String sourcePath, String blobId, List<FilePart> pages) {
  public EntitySummary {
    pages = List.copyOf(pages);
  }

  /** An entity kept in one file. */
  public EntitySummary(EntityKey key, String label, String sourcePath, String blobId) {
    this(key, label, sourcePath, blobId, List.of());
  }

  /** All files of the entity, the one that names it first. */
  public List<FilePart> files() {
    List<FilePart> files = new ArrayList<>(pages.size() + 1);
    files.add(new FilePart(sourcePath, blobId));
    files.addAll(pages);
    return files;
  }
}
