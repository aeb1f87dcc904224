package org.ontodraft.persistence.media;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.ontodraft.model.media.ImageContent;
import org.ontodraft.persistence.repository.OrmSessions;
import org.ontodraft.persistence.store.RowIds;

/**
 * The rows of {@code draft_blob}: in a shared database those who share a draft find its images
 * here. Every method is one transaction.
 */
final class ImageRows {
  /** H2 keeps at most 1 MiB in a value of this type. */
  private static final int PART_BYTES = 512 * 1024;

  private final OrmSessions sessions;
  private final RowIds ids;

  ImageRows(OrmSessions sessions, RowIds ids) {
    this.sessions = sessions;
    this.ids = ids;
  }

  /**
   * Writes the bytes unless the draft has them.
   *
   * @return whether it has them now; not while the draft itself is not there
   */
  boolean keep(UUID draft, ImageContent content, byte[] bytes) {
    return sessions.inTransaction(
        "keeping an image",
        session -> {
          UUID id = ids.next();
          int made =
              session
                  .createNativeMutationQuery(
                      "insert into ontology.draft_blob (id, draft_id, sha256, byte_count)"
                          + " select cast(:id as uuid), d.id, cast(:sha256 as varchar(64)),"
                          + " cast(:size as bigint) from ontology.draft d where d.id = :draft"
                          + " and not exists (select 1 from ontology.draft_blob b"
                          + " where b.draft_id = :draft and b.sha256 = :sha256)")
                  .setParameter("id", id)
                  .setParameter("draft", draft)
                  .setParameter("sha256", content.sha256())
                  .setParameter("size", content.size())
                  .executeUpdate();
          if (made == 1) {
            insertParts(session, id, bytes);
          }
          return made == 1 || has(session, draft, content);
        });
  }

  private static boolean has(Session session, UUID draft, ImageContent content) {
    return !session
        .createNativeQuery(
            "select sha256 from ontology.draft_blob where draft_id = :draft and sha256 = :sha256",
            String.class)
        .setParameter("draft", draft)
        .setParameter("sha256", content.sha256())
        .getResultList()
        .isEmpty();
  }

  private static void insertParts(Session session, UUID id, byte[] bytes) {
    for (int part = 0; part * PART_BYTES < bytes.length; part++) {
      int start = part * PART_BYTES;
      session
          .createNativeMutationQuery(
              "insert into ontology.draft_blob_part (blob_id, part, bytes)"
                  + " values (:id, :part, :bytes)")
          .setParameter("id", id)
          .setParameter("part", part)
          .setParameter(
              "bytes", Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + PART_BYTES)))
          .executeUpdate();
    }
  }

  /** The bytes that the draft has under this hash, if they are what it says. */
  Optional<byte[]> read(UUID draft, String sha256) {
    List<byte[]> parts =
        sessions.inTransaction(
            "reading an image",
            session ->
                session
                    .createNativeQuery(
                        "select p.bytes from ontology.draft_blob_part p"
                            + " join ontology.draft_blob b on b.id = p.blob_id"
                            + " where b.draft_id = :draft and b.sha256 = :sha256"
                            + " order by p.part",
                        byte[].class)
                    .setParameter("draft", draft)
                    .setParameter("sha256", sha256)
                    .getResultList());
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    parts.forEach(whole::writeBytes);
    return Optional.of(whole.toByteArray())
        .filter(bytes -> ImageContent.of(bytes).sha256().equals(sha256));
  }
}
