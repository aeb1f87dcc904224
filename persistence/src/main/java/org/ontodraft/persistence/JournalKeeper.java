package org.ontodraft.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.persistence.journal.FileEditJournal;
import org.ontodraft.persistence.journal.JournalOpening;
import org.ontodraft.persistence.store.RowIds;

/**
 * Opens the store's journal and keeps the database's record of it. A journal that is damaged or
 * gone is replaced by a new one whose sequence goes on behind everything seen before.
 */
final class JournalKeeper {
  private final DataSource local;
  private final DataSource ontology;
  private final Path file;
  private final RowIds ids;
  private final InstantSource clock;
  private final List<StoreNotice> notices;

  /**
   * Keeps the journal in this file.
   *
   * @param local the database that knows which journals there were
   * @param ontology the database with the drafts, which knows how far each journal is in it; the
   *     same one where nothing is shared
   */
  JournalKeeper(
      DataSource local,
      DataSource ontology,
      Path file,
      RowIds ids,
      InstantSource clock,
      List<StoreNotice> notices) {
    this.local = local;
    this.ontology = ontology;
    this.file = file;
    this.ids = ids;
    this.clock = clock;
    this.notices = notices;
  }

  /** The journal, known to the database; empty when someone else writes it. */
  Optional<FileEditJournal> open() throws SQLException, IOException {
    try (Connection journals = local.getConnection()) {
      journals.setAutoCommit(false);
      Optional<FileEditJournal> journal;
      if (local == ontology) {
        journal = open(new Connections(journals, journals));
      } else {
        try (Connection positions = ontology.getConnection()) {
          positions.setAutoCommit(false);
          journal = open(new Connections(journals, positions));
          // A position without its journal is harmless; the other way round edits would be lost.
          positions.commit();
        }
      }
      journals.commit();
      return journal;
    }
  }

  /** Where the journals are listed, and where it is kept how far each is. */
  private record Connections(Connection journals, Connection positions) {}

  private record Known(UUID journal, long applied) {}

  private Optional<FileEditJournal> open(Connections connections) throws SQLException, IOException {
    Optional<Known> known = present(connections);
    long applied = known.map(Known::applied).orElse(0L);
    return switch (FileEditJournal.open(file, ids.next(), applied + 1)) {
      case JournalOpening.InUse inUse -> Optional.empty();
      case JournalOpening.Damaged damaged ->
          Optional.of(replaceDamaged(connections, damaged, known, applied));
      case JournalOpening.Opened opened -> {
        opened
            .torn()
            .ifPresent(
                torn -> notices.add(new StoreNotice.TornJournalEnd(torn.keptIn(), torn.bytes())));
        FileEditJournal journal = opened.journal();
        if (known.isPresent() && known.get().journal().equals(journal.id())) {
          yield journal.nextSequence() > applied
              ? Optional.of(journal)
              : Optional.of(replaceShort(connections, journal, known.get()));
        }
        if (known.isPresent()) {
          notices.add(new StoreNotice.JournalLost(applied));
          retire(connections, known.get(), "missing");
        }
        register(connections, journal.id(), journal.firstSequence());
        yield Optional.of(journal);
      }
    };
  }

  /** What the damaged journal still holds and the database lacks goes into the new one. */
  private FileEditJournal replaceDamaged(
      Connections connections, JournalOpening.Damaged damaged, Optional<Known> known, long applied)
      throws SQLException, IOException {
    Path keptIn = FileEditJournal.setAside(file);
    long last = damaged.readable().stream().mapToLong(DraftStep::sequence).max().orElse(0);
    FileEditJournal journal = startNew(Math.max(last, applied) + 1);
    int saved = 0;
    for (DraftStep step : damaged.readable()) {
      if (step.sequence() > applied) {
        journal.append(step.withSequence(journal.nextSequence()));
        saved++;
      }
    }
    notices.add(new StoreNotice.JournalDamaged(keptIn, damaged.offset(), saved));
    if (known.isPresent()) {
      retire(connections, known.get(), "damaged");
    }
    register(connections, journal.id(), journal.firstSequence());
    return journal;
  }

  /** Edits that are in the database are missing at its end: a copy from earlier lies there. */
  private FileEditJournal replaceShort(
      Connections connections, FileEditJournal journal, Known known)
      throws SQLException, IOException {
    journal.close();
    FileEditJournal.setAside(file);
    FileEditJournal fresh = startNew(known.applied() + 1);
    notices.add(new StoreNotice.JournalLost(known.applied()));
    retire(connections, known, "replaced");
    register(connections, fresh.id(), fresh.firstSequence());
    return fresh;
  }

  private FileEditJournal startNew(long firstSequence) throws IOException {
    if (FileEditJournal.open(file, ids.next(), firstSequence)
        instanceof JournalOpening.Opened opened) {
      return opened.journal();
    }
    throw new IOException("a new journal could not be begun");
  }

  private static Optional<Known> present(Connections connections) throws SQLException {
    UUID journal;
    try (Statement statement = connections.journals().createStatement();
        ResultSet row =
            statement.executeQuery("select id from local.journal where retired_at is null")) {
      if (!row.next()) {
        return Optional.empty();
      }
      journal = row.getObject(1, UUID.class);
    }
    try (PreparedStatement select =
        connections
            .positions()
            .prepareStatement(
                "select applied_seq from ontology.journal_position where journal_id = ?")) {
      select.setObject(1, journal);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(new Known(journal, row.getLong(1))) : Optional.empty();
      }
    }
  }

  private void retire(Connections connections, Known known, String because) throws SQLException {
    try (PreparedStatement update =
        connections
            .journals()
            .prepareStatement(
                "update local.journal set retired_at = ?, retired_because = ? where id = ?")) {
      update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      update.setString(2, because);
      update.setObject(3, known.journal());
      update.executeUpdate();
    }
  }

  private void register(Connections connections, UUID journal, long firstSequence)
      throws SQLException {
    try (PreparedStatement insert =
            connections
                .journals()
                .prepareStatement(
                    "insert into local.journal (id, first_seq, started_at) values (?, ?, ?)"
                        + " on conflict do nothing");
        PreparedStatement position =
            connections
                .positions()
                .prepareStatement(
                    "insert into ontology.journal_position (journal_id, applied_seq)"
                        + " values (?, ?) on conflict do nothing")) {
      insert.setObject(1, journal);
      insert.setLong(2, firstSequence);
      insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
      position.setObject(1, journal);
      position.setLong(2, firstSequence - 1);
      position.executeUpdate();
    }
  }
}
