package org.ontodraft.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ontodraft.persistence.store.H2Opening;
import org.ontodraft.persistence.store.H2Store;
import org.ontodraft.persistence.store.StoreLocation;

/** An H2 file, opened as the program opens it; the worker's connections. */
public final class H2TestDatabase implements TestDatabase {
  private final H2Store store;

  private H2TestDatabase(H2Store store) {
    this.store = store;
  }

  /** A new one in this folder. */
  public static H2TestDatabase create(Path folder) {
    StoreLocation location = new StoreLocation(folder, "test");
    putEmptyStore(location);
    return new H2TestDatabase(open(location));
  }

  /** Puts the files of an empty, migrated store where none is: quicker than migrating. */
  public static void putEmptyStore(StoreLocation location) {
    try {
      Files.createDirectories(location.folder());
      for (Map.Entry<String, byte[]> file : EmptyStore.FILES.entrySet()) {
        Files.write(location.folder().resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static H2Store open(StoreLocation location) {
    H2Opening opening = H2Store.open(location, new RealMigration());
    if (opening instanceof H2Opening.Opened opened) {
      return opened.store();
    }
    throw new IllegalStateException(opening.toString());
  }

  /** Made once a process. */
  private static final class EmptyStore {
    static final Map<String, byte[]> FILES = make();

    private static Map<String, byte[]> make() {
      try {
        Path folder = Files.createTempDirectory("empty-store");
        StoreLocation location = new StoreLocation(folder, "empty");
        open(location).close();
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> made = Files.list(location.folder())) {
          for (Path file : made.toList()) {
            files.put(file.getFileName().toString(), Files.readAllBytes(file));
            Files.delete(file);
          }
        }
        Files.delete(location.folder());
        Files.delete(folder.resolve("stores"));
        Files.delete(folder);
        return files;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public DataSource dataSource() {
    return store.worker();
  }

  @Override
  public void close() {
    store.close();
  }
}
