package org.ontodraft.persistence.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.persistence.journal.JournalOpening.Damaged;
import org.ontodraft.persistence.journal.JournalOpening.InUse;
import org.ontodraft.persistence.journal.JournalOpening.Opened;
import org.ontodraft.persistence.journal.JournalOpening.TornTail;
import org.ontodraft.persistence.store.PrivateFiles;
import org.ontodraft.persistence.store.WriterLock;

/**
 * The journal in one append-only file. A step is on disk when {@link #append} returns. Thread-safe;
 * interrupting a thread in here neither closes the file nor tears a frame.
 */
public final class FileEditJournal implements EditJournal {
  private final Path file;
  private final WriterLock lock;
  private final StepCodec codec;
  private final UUID id;

  // Not a FileChannel: an interrupt closes a channel under every thread that uses it.
  private final RandomAccessFile output;
  private final long firstSequence;
  private long end;
  private long nextSequence;
  private byte[] digest;
  private @Nullable IOException broken;

  private FileEditJournal(
      Path file,
      WriterLock lock,
      StepCodec codec,
      UUID id,
      RandomAccessFile output,
      JournalScan scan) {
    this.file = file;
    this.lock = lock;
    this.codec = codec;
    this.id = id;
    this.output = output;
    this.firstSequence = scan.firstSequence();
    this.end = scan.end();
    this.nextSequence = scan.nextSequence();
    this.digest = scan.digest();
  }

  /**
   * Opens the journal in this file, or starts one.
   *
   * @param newId the id of a journal that is started
   * @param newSequence the first sequence of a journal that is started
   * @throws IOException when the file cannot be read or written
   */
  public static JournalOpening open(Path file, UUID newId, long newSequence) throws IOException {
    Optional<WriterLock> lock =
        WriterLock.tryAcquire(file.resolveSibling(file.getFileName() + ".lock"));
    if (lock.isEmpty()) {
      return new InUse(file);
    }
    JournalOpening opening = null;
    try {
      if (!Files.exists(file)) {
        PrivateFiles.write(file, JournalScan.header(newId, newSequence));
      }
      opening = openLocked(file, lock.get());
      return opening;
    } finally {
      if (!(opening instanceof Opened)) {
        lock.get().close();
      }
    }
  }

  private static JournalOpening openLocked(Path file, WriterLock lock) throws IOException {
    StepCodec codec = new StepCodec();
    byte[] bytes = Files.readAllBytes(file);
    JournalScan scan = JournalScan.of(bytes);
    UUID id = scan.journalId();
    if (id == null
        || !scan.behind().isEmpty()
        || decoded(codec, scan.frames()).size() < scan.frames().size()) {
      List<DraftStep> readable = new ArrayList<>(decoded(codec, scan.frames()));
      readable.addAll(decoded(codec, scan.behind()));
      return new Damaged(file, scan.end(), readable);
    }
    Optional<TornTail> torn = Optional.empty();
    if (scan.end() < bytes.length) {
      torn = Optional.of(keepAside(file, Arrays.copyOfRange(bytes, scan.end(), bytes.length)));
    }
    RandomAccessFile output = new RandomAccessFile(file.toFile(), "rw");
    try {
      if (torn.isPresent()) {
        output.setLength(scan.end());
        output.getFD().sync();
      }
      return new Opened(new FileEditJournal(file, lock, codec, id, output, scan), torn);
    } catch (IOException e) {
      output.close();
      throw e;
    }
  }

  private static TornTail keepAside(Path file, byte[] bytes) throws IOException {
    Path kept = freeName(file, "torn");
    PrivateFiles.write(kept, bytes);
    return new TornTail(kept, bytes.length);
  }

  /** Moves a journal that is not open out of the way and says where it is now. */
  public static Path setAside(Path file) throws IOException {
    Path kept = freeName(file, "damaged");
    PrivateFiles.moveInto(file, kept);
    return kept;
  }

  private static Path freeName(Path file, String word) {
    return Stream.iterate(1, i -> i + 1)
        .map(i -> file.resolveSibling(file.getFileName() + "." + word + "-" + i))
        .filter(candidate -> !Files.exists(candidate))
        .findFirst()
        .orElseThrow();
  }

  /** Copies the steps so far to a new file; edits wait for it. */
  public synchronized void copyTo(Path copy) throws IOException {
    PrivateFiles.createFile(copy);
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Files.newOutputStream(copy)) {
      out.write(in.readNBytes(Math.toIntExact(end)));
    }
  }

  /** Tells this journal from others the database has seen. */
  public UUID id() {
    return id;
  }

  /** The sequence of its first step, whether there is one or not. */
  public long firstSequence() {
    return firstSequence;
  }

  @Override
  public synchronized long nextSequence() {
    return nextSequence;
  }

  @Override
  public synchronized void append(DraftStep step) {
    if (broken != null) {
      throw new UncheckedIOException("the journal needs to be opened again", broken);
    }
    if (step.sequence() != nextSequence) {
      throw new IllegalArgumentException(
          "step " + step.sequence() + " where " + nextSequence + " is next");
    }
    JournalFrame frame = new JournalFrame(step.sequence(), step.id(), codec.encode(step));
    if (frame.payload().length > JournalFrame.MAX_PAYLOAD) {
      throw new IllegalArgumentException("a step of " + frame.payload().length + " bytes");
    }
    byte[] bytes = frame.encode(digest);
    try {
      output.seek(end);
      output.write(bytes);
    } catch (IOException e) {
      takeBack(e);
      throw new UncheckedIOException("writing the journal", e);
    }
    try {
      output.getFD().sync();
    } catch (IOException e) {
      // What the disk holds is unknown now, and a second call may report success for nothing.
      broken = e;
      throw new UncheckedIOException("forcing the journal to disk", e);
    }
    end += bytes.length;
    nextSequence++;
    digest = Arrays.copyOfRange(bytes, bytes.length - JournalFrame.DIGEST, bytes.length);
  }

  private void takeBack(IOException fault) {
    try {
      output.setLength(end);
    } catch (IOException e) {
      fault.addSuppressed(e);
      broken = fault;
    }
  }

  @Override
  public synchronized List<DraftStep> after(long sequence) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the journal", e);
    }
    JournalScan scan = JournalScan.of(bytes);
    if (scan.end() < end) {
      throw new UncheckedIOException(
          new IOException("the journal was changed at " + scan.end() + " since it was opened"));
    }
    return decoded(
        codec, scan.frames().stream().filter(frame -> frame.sequence() > sequence).toList());
  }

  private static List<DraftStep> decoded(StepCodec codec, List<JournalFrame> frames) {
    return frames.stream()
        .flatMap(frame -> codec.decode(frame.id(), frame.sequence(), frame.payload()).stream())
        .toList();
  }

  @Override
  public synchronized void close() {
    try (lock;
        output) {
      broken = new IOException("the journal is closed");
    } catch (IOException e) {
      throw new UncheckedIOException("closing the journal", e);
    }
  }
}
