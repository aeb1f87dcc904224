package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts unpacked files in the place of a store's, which are set aside. Cut off at any point it is
 * finished by {@link #finish} at the next opening: the folder's new name is the moment from which
 * the restored state counts.
 */
final class StoreRestore {
  /** Holds the name of the folder that the present state goes to. */
  private static final String ASIDE = "aside";

  /** There once all of the present state is aside. */
  private static final String CLEARED = "cleared";

  private final StoreLocation location;

  StoreRestore(StoreLocation location) {
    this.location = location;
  }

  /**
   * Makes what is unpacked the store's state.
   *
   * @return where the state before is now
   */
  Path run() throws IOException {
    Path aside = freeName();
    PrivateFiles.write(
        location.unpacking().resolve(ASIDE),
        aside.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    PrivateFiles.rename(location.unpacking(), location.restoring());
    finish();
    return aside;
  }

  /** A name among the states set aside that nothing has. */
  private Path freeName() {
    return Stream.iterate(1, i -> i + 1)
        .map(i -> location.setAside().resolve(String.valueOf(i)))
        .filter(candidate -> !Files.exists(candidate))
        .findFirst()
        .orElseThrow();
  }

  /** Does what is left of a restore, if one was begun. */
  void finish() throws IOException {
    Path restoring = location.restoring();
    StoreArchive.deleteFolder(location.unpacking());
    if (!Files.isDirectory(restoring)) {
      return;
    }
    Path aside = location.setAside().resolve(Files.readString(restoring.resolve(ASIDE)));
    PrivateFiles.createFolder(location.setAside());
    PrivateFiles.createFolder(aside);
    Path cleared = restoring.resolve(CLEARED);
    if (!Files.exists(cleared)) {
      moveAll(location.folder(), aside);
      PrivateFiles.write(cleared, new byte[0]);
    }
    moveAll(restoring, location.folder());
    StoreArchive.deleteFolder(restoring);
  }

  /** Sets the store's present state aside, leaving a location without a store. */
  Path setAside() throws IOException {
    Path aside = freeName();
    PrivateFiles.createFolder(location.setAside());
    PrivateFiles.createFolder(aside);
    moveAll(location.folder(), aside);
    return aside;
  }

  private void moveAll(Path from, Path to) throws IOException {
    List<Path> sources = location.inFolder(from);
    List<Path> targets = location.inFolder(to);
    for (int i = 0; i < sources.size(); i++) {
      if (Files.exists(sources.get(i))) {
        PrivateFiles.rename(sources.get(i), targets.get(i));
      }
    }
  }
}
