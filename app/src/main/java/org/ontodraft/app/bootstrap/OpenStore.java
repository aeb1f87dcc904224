package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.service.workspace.Store;
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
import org.ontodraft.persistence.WorkspaceStore;

/** An open store as the use cases see it. */
record OpenStore(
    WorkspaceStore store,
    Optional<StoreWatch.Patient> server,
    Optional<DraftSharing> sharing,
    List<StoreFinding> notices)
    implements Store {
  @Override
  public CanonicalStore canonical() {
    return store.canonical();
  }

  @Override
  public DraftStore drafts() {
    return store.drafts();
  }

  @Override
  public SubmissionStore submissions() {
    return store.submissions();
  }

  @Override
  public DraftTransfer transfer() {
    return store.transfer();
  }

  @Override
  public SearchIndex openSearchIndex() {
    return store.openSearchIndex();
  }

  @Override
  public ResolutionStore resolutions() {
    return store.resolutions();
  }

  @Override
  public EffectiveRows effectiveRows() {
    return store.effectiveRows();
  }

  @Override
  public RebaseStandings standings() {
    return store.standings();
  }

  @Override
  public ReviewMarks reviewMarks() {
    return store.reviewMarks();
  }

  @Override
  public ImageStore images() {
    return store.images();
  }

  @Override
  public EditJournal journal() {
    return store.journal();
  }

  @Override
  public Optional<String> claim(String rootCommit, String remote) {
    try {
      return store.claim(rootCommit, remote);
    } catch (SQLException e) {
      throw new StoreAwayException("claiming the database", e);
    }
  }

  @Override
  public Optional<UUID> databaseId() {
    try {
      return store.databaseId();
    } catch (SQLException e) {
      throw new StoreAwayException("asking which database it is", e);
    }
  }

  @Override
  public Outcome<Path> backUp(Path file) {
    if (isShared()) {
      return Outcome.refused("BACKUP-02");
    }
    try {
      store.backUp(file.toAbsolutePath(), new SchemaScripts());
      return Outcome.done(file);
    } catch (IOException | SQLException failed) {
      return Outcome.refused("BACKUP-01", file, failed.getMessage());
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
