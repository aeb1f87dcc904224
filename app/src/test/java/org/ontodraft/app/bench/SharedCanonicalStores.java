package org.ontodraft.app.bench;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.workspace.Store;
import org.ontodraft.app.service.workspace.StoreFactory;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.rebase.ResolutionStore;
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
    public ResolutionStore resolutions() {
      return rest.resolutions();
    }

    @Override
    public EditJournal journal() {
      return rest.journal();
    }

    @Override
    public void close() {
      rest.close();
    }
  }
}
