package org.ontodraft.app.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.service.workspace.Store;
import org.ontodraft.app.service.workspace.StoreFactory;
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
import org.ontodraft.model.rebase.ResolutionStore;
import org.ontodraft.model.search.SearchIndex;
import org.ontodraft.persistence.ingest.JdbcCanonicalStore;
import org.ontodraft.persistence.store.RowIds;

/** Embedded stores whose canonical ontology is in another database. */
record SharedCanonicalStores(StoreFactory embedded, DataSource shared) implements StoreFactory {
  @Override
  public Outcome<Store> open(String workspaceId) {
    return switch (embedded.open(workspaceId)) {
      case Outcome.Refused<Store> refused -> refused;
      case Outcome.Done<Store> done -> {
        InstantSource clock = InstantSource.system();
        yield Outcome.done(
            new SharedCanonical(
                done.value(), new JdbcCanonicalStore(shared, new RowIds(clock), clock)));
      }
    };
  }

  private record SharedCanonical(Store rest, CanonicalStore canonical) implements Store {
    @Override
    public DraftStore drafts() {
      return rest.drafts();
    }

    @Override
    public SubmissionStore submissions() {
      return rest.submissions();
    }

    @Override
    public DraftTransfer transfer() {
      return rest.transfer();
    }

    @Override
    public SearchIndex openSearchIndex() {
      return rest.openSearchIndex();
    }

    @Override
    public ResolutionStore resolutions() {
      return rest.resolutions();
    }

    @Override
    public EffectiveRows effectiveRows() {
      return rest.effectiveRows();
    }

    @Override
    public ReviewMarks reviewMarks() {
      return rest.reviewMarks();
    }

    @Override
    public ImageStore images() {
      return rest.images();
    }

    @Override
    public RebaseStandings standings() {
      return rest.standings();
    }

    @Override
    public List<StoreFinding> notices() {
      return rest.notices();
    }

    @Override
    public EditJournal journal() {
      return rest.journal();
    }

    @Override
    public Optional<DraftSharing> sharing() {
      return rest.sharing();
    }

    @Override
    public Optional<StoreWatch.Patient> server() {
      return rest.server();
    }

    @Override
    public Optional<String> claim(String rootCommit, String remote) {
      return rest.claim(rootCommit, remote);
    }

    @Override
    public Optional<UUID> databaseId() {
      return rest.databaseId();
    }

    @Override
    public Outcome<Path> backUp(Path file) {
      return rest.backUp(file);
    }

    @Override
    public void close() {
      rest.close();
    }
  }
}
