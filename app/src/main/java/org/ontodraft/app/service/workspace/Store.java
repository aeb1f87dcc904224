package org.ontodraft.app.service.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreWatch;
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

/** The open store of one workspace. Blocking; not for the FX thread. */
public interface Store extends AutoCloseable {
  /** The canonical ontology. */
  CanonicalStore canonical();

  /** The drafts. */
  DraftStore drafts();

  /** The submissions. */
  SubmissionStore submissions();

  /** Hands drafts out whole and takes them in. */
  DraftTransfer transfer();

  /** Opens the search index beside the store, or makes one; the caller closes it. */
  SearchIndex openSearchIndex();

  /** What was decided about conflicts. */
  ResolutionStore resolutions();

  /** The effective rows for readers by SQL. */
  EffectiveRows effectiveRows();

  /** How drafts stand. */
  RebaseStandings standings();

  /** What reviewers of drafts have looked at. */
  ReviewMarks reviewMarks();

  /** The images that drafts add. */
  ImageStore images();

  /** What was found and put right when the store was opened. */
  List<StoreFinding> notices();

  /** The edit journal. */
  EditJournal journal();

  /** Who sees the drafts; empty where nobody else can. */
  Optional<DraftSharing> sharing();

  /** The server to watch; empty where everything is on this computer. */
  Optional<StoreWatch.Patient> server();

  /**
   * Says that the database is for this ontology. Where nothing is shared there is nothing to say.
   *
   * @param rootCommit the first commit of its history
   * @return the remote of the other ontology that has the database already
   */
  Optional<String> claim(String rootCommit, String remote);

  /**
   * What tells a shared database from others, whatever address it was reached by; empty where
   * nothing is shared.
   */
  Optional<UUID> databaseId();

  /** Writes a backup of all that is on this computer to a file; work goes on meanwhile. */
  Outcome<Path> backUp(Path file);

  /** Whether others write the same database. */
  default boolean isShared() {
    return server().isPresent();
  }

  /** Writes what is pending and lets go of the files. */
  @Override
  void close();
}
