package org.ontodraft.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.draft.RebaseStandings;
import org.ontodraft.model.draft.ReviewMarks;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.media.ImageStore;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.EffectiveRows;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.rebase.ResolutionStore;
import org.ontodraft.model.search.SearchIndex;
import org.ontodraft.persistence.ingest.EffectiveViews;
import org.ontodraft.persistence.ingest.JdbcCanonicalStore;
import org.ontodraft.persistence.journal.FileEditJournal;
import org.ontodraft.persistence.media.KeptImages;
import org.ontodraft.persistence.rebuild.CopiedDrafts;
import org.ontodraft.persistence.rebuild.LostDrafts;
import org.ontodraft.persistence.repository.HibernateDraftStore;
import org.ontodraft.persistence.repository.HibernateDraftTransfer;
import org.ontodraft.persistence.repository.HibernateRebaseStandings;
import org.ontodraft.persistence.repository.HibernateResolutionStore;
import org.ontodraft.persistence.repository.HibernateReviewMarks;
import org.ontodraft.persistence.repository.HibernateSubmissionStore;
import org.ontodraft.persistence.repository.JdbcDraftSharing;
import org.ontodraft.persistence.repository.OrmSessions;
import org.ontodraft.persistence.search.LuceneSearchIndex;
import org.ontodraft.persistence.store.ClosedStore;
import org.ontodraft.persistence.store.ClosedStore.Attempt;
import org.ontodraft.persistence.store.H2Opening;
import org.ontodraft.persistence.store.H2Store;
import org.ontodraft.persistence.store.LostConnection;
import org.ontodraft.persistence.store.OpenStoreBackup;
import org.ontodraft.persistence.store.RepositoryClaim;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.SchemaMigration;
import org.ontodraft.persistence.store.ServerCheck;
import org.ontodraft.persistence.store.ServerProblem;
import org.ontodraft.persistence.store.SharedConnections;
import org.ontodraft.persistence.store.StoreFaultException;
import org.ontodraft.persistence.store.StoreLocation;
import org.ontodraft.persistence.store.StoreRefusal;

/**
 * The store of one workspace, that is of one opened repository: the embedded database and the
 * journal beside it, and the shared database where the ontology and the drafts are kept in one.
 * Thread-safe; its ports block and are not for the FX thread.
 */
public final class WorkspaceStore implements AutoCloseable {
  private final H2Store database;
  private final @Nullable SharedConnections shared;
  private final FileEditJournal journal;
  private final RowIds ids;
  private final InstantSource clock;
  private final OrmSessions sessions;
  private final Object copying = new Object();
  private final @Nullable CopiedDrafts copied;
  private final boolean copyAll;
  private boolean closing;
  private final CanonicalStore canonical;
  private final DraftStore drafts;
  private final SubmissionStore submissions;
  private final ResolutionStore resolutions;
  private final DraftTransfer transfer;
  private final EffectiveRows effectiveRows;
  private final RebaseStandings standings;
  private final ReviewMarks reviewMarks;
  private final ImageStore images;

  private WorkspaceStore(
      H2Store database,
      @Nullable SharedConnections shared,
      FileEditJournal journal,
      OrmSessions sessions,
      JdbcCanonicalStore canonical,
      RowIds ids,
      InstantSource clock,
      boolean copyAll) {
    this.database = database;
    this.shared = shared;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
    this.canonical = canonical;
    this.sessions = sessions;
    this.copyAll = copyAll;
    Runnable committed = shared == null ? database::committed : () -> {};
    DraftStore stored = new HibernateDraftStore(sessions, journal.id(), ids, clock, committed);
    SubmissionStore sent = new HibernateSubmissionStore(sessions, clock, committed);
    ResolutionStore decided = new HibernateResolutionStore(sessions, ids, clock, committed);
    DraftTransfer whole = new HibernateDraftTransfer(sessions, ids, committed);
    this.effectiveRows = new EffectiveViews(shared == null ? database.worker() : shared.patient());
    // Who sees a shared draft is the server's to say: a copy here would outlive the right to it.
    this.copied =
        shared == null
            ? new CopiedDrafts(
                stored, whole, database.location().draftCopies(), journal.id(), clock)
            : null;
    this.drafts = copied == null ? stored : copied.drafts();
    this.submissions = copied == null ? sent : copied.submissions(sent);
    this.resolutions = copied == null ? decided : copied.resolutions(decided);
    this.transfer = copied == null ? whole : copied.transfer(whole);
    this.standings = new HibernateRebaseStandings(sessions);
    this.reviewMarks = new HibernateReviewMarks(sessions, clock);
    this.images = new KeptImages(database.location().images(), sessions, ids);
  }

  /**
   * Opens the store, or makes it. Edits in the journal that the database lacks are not applied
   * here: the caller asks {@link EditJournal#after} for those behind {@link
   * DraftStore#appliedSequence}. A damaged database is set aside and made anew, the drafts from
   * their copies; a store without copies is refused. Blocking.
   */
  public static StoreOpening open(
      StoreLocation location, SchemaMigration migration, InstantSource clock) {
    StoreOpening opening = openOnce(location, migration, clock);
    return opening instanceof StoreOpening.Refused(StoreRefusal.Damaged damaged)
            && Files.isDirectory(location.draftCopies())
        ? rebuild(location, migration, clock, damaged)
        : opening;
  }

  private static StoreOpening openOnce(
      StoreLocation location, SchemaMigration migration, InstantSource clock) {
    return switch (H2Store.open(location, migration)) {
      case H2Opening.Refused refused -> new StoreOpening.Refused(refused.refusal());
      case H2Opening.Opened opened -> openWithin(opened.store(), null, clock);
    };
  }

  private static StoreOpening rebuild(
      StoreLocation location,
      SchemaMigration migration,
      InstantSource clock,
      StoreRefusal.Damaged damaged) {
    return switch (new ClosedStore(location, migration).setDatabaseAside()) {
      case Attempt.Refused<Path>(StoreRefusal refusal) -> new StoreOpening.Refused(refusal);
      case Attempt.Done<Path>(Path aside) ->
          switch (openOnce(location, migration, clock)) {
            case StoreOpening.Refused refused -> refused;
            case StoreOpening.Opened opened -> {
              List<StoreNotice> notices = new ArrayList<>();
              notices.add(new StoreNotice.DatabaseRebuilt(aside, damaged.reason()));
              notices.addAll(opened.notices());
              yield new StoreOpening.Opened(opened.store(), notices);
            }
          };
    };
  }

  /**
   * Opens a store whose ontology and drafts are in a shared database; the journal and what belongs
   * to this computer stay in the folder. The database's tables are not changed: one that is empty,
   * older, newer or another's is refused. The connections are closed with the store, and when it is
   * refused. Blocking.
   */
  public static StoreOpening openShared(
      StoreLocation location,
      SchemaMigration migration,
      SharedConnections shared,
      InstantSource clock) {
    boolean opened = false;
    try {
      if (new ServerCheck(migration).ask(shared.patient())
          instanceof ServerCheck.Finding.Unusable unusable) {
        return new StoreOpening.Refused(
            new StoreRefusal.Server(unusable.problem(), unusable.detail()));
      }
      StoreOpening opening =
          switch (H2Store.open(location, migration)) {
            case H2Opening.Refused refused -> new StoreOpening.Refused(refused.refusal());
            case H2Opening.Opened local -> openWithin(local.store(), shared, clock);
          };
      opened = opening instanceof StoreOpening.Opened;
      return opening;
    } finally {
      if (!opened) {
        shared.close();
      }
    }
  }

  private static StoreOpening openWithin(
      H2Store database, @Nullable SharedConnections shared, InstantSource clock) {
    RowIds ids = new RowIds(clock);
    List<StoreNotice> notices = new ArrayList<>();
    StoreLocation location = database.location();
    DataSource drafting = shared == null ? database.worker() : shared.pooled();
    OrmSessions sessions = new OrmSessions(drafting, OrmSessions.Schema.TRUSTED);
    Optional<FileEditJournal> journal = Optional.empty();
    boolean opened = false;
    try {
      DataSource ontology = shared == null ? database.worker() : shared.patient();
      DataSource owner = shared == null ? database.owner() : ontology;
      JdbcCanonicalStore canonical =
          new JdbcCanonicalStore(ontology, owner, ids, clock, step -> {});
      int cleared = canonical.clearUnfinished();
      if (cleared > 0) {
        notices.add(new StoreNotice.ImportsCleared(cleared));
      }
      journal =
          new JournalKeeper(database.worker(), ontology, location.journal(), ids, clock, notices)
              .open();
      if (journal.isEmpty()) {
        return new StoreOpening.Refused(new StoreRefusal.InUse(location.folder()));
      }
      // Steps that a journal of before held are nowhere but in the database now.
      boolean copyAll = !notices.isEmpty();
      if (shared == null) {
        LostDrafts.Found found =
            new LostDrafts(location.draftCopies(), database.worker(), journal.get().id())
                .bringBack(new HibernateDraftTransfer(sessions, ids, database::committed));
        if (!found.titles().isEmpty()) {
          notices.add(new StoreNotice.DraftsBroughtBack(found.titles()));
        }
        found.damaged().forEach(file -> notices.add(new StoreNotice.CopyDamaged(file)));
      }
      opened = true;
      return new StoreOpening.Opened(
          new WorkspaceStore(
              database, shared, journal.get(), sessions, canonical, ids, clock, copyAll),
          notices);
    } catch (IOException | UncheckedIOException e) {
      return new StoreOpening.Refused(StoreRefusal.ofFile(location.journal(), e));
    } catch (SQLException | StoreFaultException | StoreAwayException e) {
      return new StoreOpening.Refused(
          LostConnection.isCauseOf(e)
              ? new StoreRefusal.Server(
                  ServerProblem.STARTING_OR_STOPPING, StoreRefusal.reasonOf(e))
              : new StoreRefusal.Damaged(location.folder(), String.valueOf(e.getMessage())));
    } finally {
      if (!opened) {
        sessions.close();
        journal.ifPresent(FileEditJournal::close);
        database.close();
      }
    }
  }

  /**
   * Reads what opening a store reads, from a database that may be empty. Done once, ahead of time,
   * it spares the first opening of a process the seconds that loading the libraries takes.
   */
  public static void rehearse(DataSource database, InstantSource clock) {
    RowIds ids = new RowIds(clock);
    new JdbcCanonicalStore(database, ids, clock).load();
    try (OrmSessions sessions = new OrmSessions(database, OrmSessions.Schema.TRUSTED)) {
      new HibernateDraftStore(sessions, ids.next(), ids, clock, () -> {}).list();
    }
  }

  /**
   * Prepares the drafts in the background: the first use takes seconds in a cold process.
   *
   * @param failed told when copies of the drafts that are missing cannot be written
   */
  public void warmUp(Executor executor, Consumer<Exception> failed) {
    sessions.start(executor);
    executor.execute(() -> {
      synchronized (copying) {
        try {
          if (!closing) {
            copyDrafts();
          }
        } catch (UncheckedIOException | StoreFaultException e) {
          failed.accept(e);
        }
      }
    });
  }

  /** Writes the copies that are missing: of drafts from before there were any, or after a crash. */
  void copyDrafts() {
    if (copied != null) {
      copied.complete(copyAll);
    }
  }

  /** The canonical ontology. */
  public CanonicalStore canonical() {
    return canonical;
  }

  /** The drafts. */
  public DraftStore drafts() {
    return drafts;
  }

  /** The submissions. */
  public SubmissionStore submissions() {
    return submissions;
  }

  /** The effective rows for readers by SQL. */
  public EffectiveRows effectiveRows() {
    return effectiveRows;
  }

  /** What was decided about conflicts. */
  public ResolutionStore resolutions() {
    return resolutions;
  }

  /** Hands drafts out whole and takes them in. */
  public DraftTransfer transfer() {
    return transfer;
  }

  /** Opens the search index beside the database, or makes one; the caller closes it. */
  public SearchIndex openSearchIndex() {
    return LuceneSearchIndex.open(database.location().searchIndex());
  }

  /** How drafts stand. */
  public RebaseStandings standings() {
    return standings;
  }

  /** What reviewers of drafts have looked at. */
  public ReviewMarks reviewMarks() {
    return reviewMarks;
  }

  /** The images that drafts add. */
  public ImageStore images() {
    return images;
  }

  /** The journal that acknowledges edits. */
  public EditJournal journal() {
    return journal;
  }

  /** Who sees the drafts; empty where nothing is shared. */
  public Optional<DraftSharing> sharing() {
    return Optional.ofNullable(shared).map(JdbcDraftSharing::new);
  }

  /**
   * Says that the shared database is for this ontology; without one nothing is to be said.
   *
   * @param rootCommit the first commit of its history
   * @return the remote of the other ontology that has the database already
   */
  public Optional<String> claim(String rootCommit, String remote) throws SQLException {
    return shared == null
        ? Optional.empty()
        : new RepositoryClaim(shared.pooled(), ids, clock).claim(rootCommit, remote);
  }

  /** What tells a shared database from others; empty where nothing is shared. */
  public Optional<UUID> databaseId() throws SQLException {
    return shared == null
        ? Optional.empty()
        : new RepositoryClaim(shared.pooled(), ids, clock).databaseId();
  }

  /**
   * Backs up the store of this computer while it is worked with. Blocking.
   *
   * @param archive the file; one that is there is replaced when the new one is whole
   */
  public synchronized void backUp(Path archive, SchemaMigration migration)
      throws IOException, SQLException {
    new OpenStoreBackup(database, migration).write(archive, journal::copyTo);
  }

  /** Forces everything to disk and closes the files. */
  @Override
  public void close() {
    synchronized (copying) {
      closing = true; // copies that are being written are written first
    }
    try {
      sessions.close();
      journal.close();
    } finally {
      if (shared != null) {
        shared.close();
      }
      database.close();
    }
  }
}
