package org.ontodraft.persistence.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftFile.JournalPosition;
import org.ontodraft.model.exchange.DraftFileCodec;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.persistence.store.PrivateFiles;

/**
 * Each draft as a file beside the journal, written after every change that is not an edit;
 * decisions follow it in a file of their own until the next copy. With the journal's steps behind
 * it the draft can be made again without the database. A file's time is that of the draft's last
 * change, so that finding an older draft in the database takes no reading. Thread-safe.
 */
final class DraftCopies {
  private static final String PROGRAM = "ontodraft";

  private final Path folder;
  private final DraftTransfer drafts;
  private final UUID journal;
  private final LongSupplier appliedSequence;
  private final InstantSource clock;

  /**
   * Copies in this folder.
   *
   * @param appliedSequence up to where the database has the journal's steps
   */
  DraftCopies(
      Path folder,
      DraftTransfer drafts,
      UUID journal,
      LongSupplier appliedSequence,
      InstantSource clock) {
    this.folder = folder;
    this.drafts = drafts;
    this.journal = journal;
    this.appliedSequence = appliedSequence;
    this.clock = clock;
  }

  /**
   * Writes a draft's copy as the draft is now.
   *
   * @throws UncheckedIOException when it cannot be written; the draft itself is stored
   */
  synchronized void write(UUID draft) {
    // Steps that are applied meanwhile are in the copy and behind its sequence: twice is once.
    long sequence = appliedSequence.getAsLong();
    Optional<PortableDraft> found = drafts.read(draft);
    if (found.isEmpty()) {
      return;
    }
    byte[] bytes =
        DraftFileCodec.write(
            new DraftFile(
                PROGRAM,
                clock.instant(),
                List.of(),
                new JournalPosition(journal, sequence),
                found.get()));
    try {
      PrivateFiles.createFolder(folder);
      Path file = DraftCopy.fileOf(folder, draft);
      PrivateFiles.write(file, bytes);
      CopiedDecisions.of(folder, draft).clear();
      Files.setLastModifiedTime(file, FileTime.from(found.get().modifiedAt()));
    } catch (IOException e) {
      throw new UncheckedIOException("copying the draft " + draft, e);
    }
  }

  /**
   * Writes decisions behind a draft's copy, or copies the draft where there is none to follow.
   *
   * @throws UncheckedIOException when they cannot be written; the decisions themselves are stored
   */
  synchronized void write(UUID draft, Collection<Resolution> decided) {
    CopiedDecisions decisions = CopiedDecisions.of(folder, draft);
    try {
      if (!Files.exists(DraftCopy.fileOf(folder, draft)) || decisions.isFull()) {
        write(draft);
      } else {
        decisions.append(decided);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("copying decisions of the draft " + draft, e);
    }
  }

  /** Removes the copy of a draft that is about to be deleted. */
  synchronized void remove(UUID draft) {
    try {
      CopiedDecisions.of(folder, draft).clear();
      Files.deleteIfExists(DraftCopy.fileOf(folder, draft));
    } catch (IOException e) {
      throw new UncheckedIOException("removing the copy of the draft " + draft, e);
    }
  }

  /**
   * Writes what is missing or older than its draft: of drafts from before there were copies, of
   * those edited since, or after a crash between a change and its copy.
   */
  void complete(List<Draft> present, boolean all) {
    try {
      PrivateFiles.createFolder(folder);
      for (Draft draft : present) {
        Path file = DraftCopy.fileOf(folder, draft.id());
        if (all || !Files.exists(file) || changedAt(file).isBefore(draft.modifiedAt())) {
          write(draft.id());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("completing the copies of the drafts", e);
    }
  }

  /** When the copy says that a draft was changed last, without reading it. */
  static Instant changedAt(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }
}
