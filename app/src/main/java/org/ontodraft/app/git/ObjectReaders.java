package org.ontodraft.app.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Readers that are used again. A reader keeps the window and the inflater it needs, so a new one
 * for each object would cost more than the object; and it belongs to one thread at a time.
 */
final class ObjectReaders implements AutoCloseable {
  private final ObjectDatabase database;
  private final ConcurrentLinkedQueue<ObjectReader> idle = new ConcurrentLinkedQueue<>();

  ObjectReaders(ObjectDatabase database) {
    this.database = database;
  }

  /** Something that is read. */
  @FunctionalInterface
  interface Reading<T extends @Nullable Object> {
    T read(ObjectReader reader) throws IOException;
  }

  /**
   * Reads with a reader nobody else uses.
   *
   * @throws UncheckedIOException when an object is missing or damaged
   */
  <T extends @Nullable Object> T with(Reading<T> reading) {
    ObjectReader reader = idle.poll();
    if (reader == null) {
      reader = database.newReader();
    }
    try {
      return reading.read(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } finally {
      idle.add(reader);
    }
  }

  @Override
  public void close() {
    for (ObjectReader reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.close();
    }
  }
}
