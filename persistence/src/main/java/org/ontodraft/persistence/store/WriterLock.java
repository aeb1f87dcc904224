package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to write, held by one process at a time through a file of its own; the system releases
 * it when the process ends, however it ends. No other code opens that file: on POSIX systems
 * closing any handle of a file drops the process's locks on it.
 */
public final class WriterLock implements AutoCloseable {
  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock, or empty when someone has it, in this process or another. */
  public static Optional<WriterLock> tryAcquire(Path file) throws IOException {
    PrivateFiles.createFile(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      held = lock(channel) != null;
    } finally {
      if (!held) {
        channel.close();
      }
    }
    return held ? Optional.of(new WriterLock(channel)) : Optional.empty();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
