package org.ontodraft.persistence.media;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ontodraft.model.media.ImageContent;
import org.ontodraft.model.media.ImageStore;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.persistence.repository.OrmSessions;
import org.ontodraft.persistence.store.RowIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Images in files and in the database. The file is forced to disk first, as an edit is to the
 * journal; so an image outlives the loss of the database and can be added while it is away. What
 * one of the two lacks it gets from the other when the image is read. Thread-safe.
 */
public final class KeptImages implements ImageStore {
  private static final Logger LOG = LoggerFactory.getLogger(KeptImages.class);

  private final ImageFiles files;
  private final ImageRows rows;
  private final Set<String> known = new HashSet<>();

  /** Over this folder of files and the database of these sessions. */
  public KeptImages(Path folder, OrmSessions sessions, RowIds ids) {
    this.files = new ImageFiles(folder);
    this.rows = new ImageRows(sessions, ids);
  }

  @Override
  public ImageContent keep(UUID draft, byte[] bytes) {
    ImageContent content = ImageContent.of(bytes);
    files.keep(content, bytes);
    hand(draft, content, bytes);
    return content;
  }

  @Override
  public Optional<byte[]> read(UUID draft, String sha256) {
    Optional<byte[]> ofFile = files.read(sha256);
    if (ofFile.isPresent()) {
      hand(draft, ImageContent.of(ofFile.get()), ofFile.get());
      return ofFile;
    }
    Optional<byte[]> ofRows = rows.read(draft, sha256);
    ofRows.ifPresent(bytes -> files.keep(ImageContent.of(bytes), bytes));
    return ofRows;
  }

  /** Brings to the database what it lacks; while it is away the file is enough. */
  private void hand(UUID draft, ImageContent content, byte[] bytes) {
    String row = draft + " " + content.sha256();
    synchronized (known) {
      if (known.contains(row)) {
        return;
      }
    }
    try {
      if (!rows.keep(draft, content, bytes)) {
        return;
      }
    } catch (StoreAwayException away) {
      LOG.info("an image is in its file only until the database is back");
      return;
    }
    synchronized (known) {
      known.add(row);
    }
  }
}
