package org.ontodraft.persistence.rebuild;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftFile.JournalPosition;
import org.ontodraft.model.exchange.DraftTransfer;

/**
 * Brings drafts back that have a copy and that the database has lost, or has as they were before
 * their copy was written. Edits since the copy are the journal's to replay.
 */
public final class LostDrafts {
  private final Path folder;
  private final DataSource database;
  private final UUID journal;

  /**
   * With the folder of the copies.
   *
   * @param journal the present one, known to the database
   */
  public LostDrafts(Path folder, DataSource database, UUID journal) {
    this.folder = folder;
    this.database = database;
    this.journal = journal;
  }

  /**
   * What was done.
   *
   * @param titles of the drafts that were brought back
   * @param damaged copies that were needed and cannot be read
   */
  public record Found(List<String> titles, List<Path> damaged) {
    public Found {
      titles = List.copyOf(titles);
      damaged = List.copyOf(damaged);
    }
  }

  /**
   * Brings back what is lost. Cheap when nothing is.
   *
   * @param drafts asked for nothing unless something is lost
   */
  public Found bringBack(DraftTransfer drafts) throws SQLException, IOException {
    List<String> titles = new ArrayList<>();
    List<Path> damaged = new ArrayList<>();
    List<DraftCopy> copies = DraftCopy.in(folder);
    if (copies.isEmpty()) {
      return new Found(titles, damaged);
    }
    Map<UUID, Instant> present = present();
    for (DraftCopy copy : copies) {
      Instant stored = present.get(copy.draft());
      if (stored != null && !DraftCopies.changedAt(copy.file()).isAfter(stored)) {
        continue;
      }
      Optional<DraftFile> found = copy.read();
      if (found.isEmpty()) {
        if (stored == null) {
          damaged.add(copy.file());
        }
      } else if (stored == null || isNewer(found.get(), stored)) {
        replace(found.get());
        drafts.write(found.get().draft());
        titles.add(found.get().draft().title());
      }
    }
    return new Found(titles, damaged);
  }

  private Map<UUID, Instant> present() throws SQLException {
    Map<UUID, Instant> drafts = new HashMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id, modified_at from ontology.draft")) {
      while (rows.next()) {
        drafts.put(
            rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
    return drafts;
  }

  /** Times alone do not say it: a clock may have gone back between the copy and a later edit. */
  private boolean isNewer(DraftFile copy, Instant stored) throws SQLException {
    JournalPosition position = copy.journal();
    return position != null
        && position.journal().equals(journal)
        && applied() <= position.sequence()
        && copy.draft().modifiedAt().isAfter(stored);
  }

  private long applied() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select applied_seq from ontology.journal_position where journal_id = ?")) {
      query.setObject(1, journal);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /** Makes room for the copy, and lets the journal be replayed from where it was written. */
  private void replace(DraftFile copy) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from ontology.draft where id = ?");
        PreparedStatement goBack =
            connection.prepareStatement(
                "update ontology.journal_position set applied_seq = ?"
                    + " where journal_id = ? and applied_seq > ?")) {
      delete.setObject(1, copy.draft().id());
      delete.executeUpdate();
      JournalPosition position = copy.journal();
      if (position != null && position.journal().equals(journal)) {
        goBack.setLong(1, position.sequence());
        goBack.setObject(2, journal);
        goBack.setLong(3, position.sequence());
        goBack.executeUpdate();
      }
    }
  }
}
