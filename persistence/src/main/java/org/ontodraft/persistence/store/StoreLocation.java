package org.ontodraft.persistence.store;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The folder of one workspace's store. Its name comes from an allow-list, since it becomes part of
 * a JDBC URL.
 *
 * @param dataDirectory the user's data directory
 * @param name one to 64 of a-z, 0-9 and the hyphen
 */
public record StoreLocation(Path dataDirectory, String name) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

  /** The parts of a path that H2 would take for settings. */
  private static final Pattern UNSAFE_PATH = Pattern.compile("[;\\p{Cntrl}]");

  /**
   * @throws IllegalArgumentException when the name is not of the allow-list, or the data directory
   *     has a character that cannot stand in a JDBC URL
   */
  public StoreLocation {
    if (!isName(name)) {
      throw new IllegalArgumentException("a store's name is 1 to 64 of a-z, 0-9 and -");
    }
    dataDirectory = dataDirectory.toAbsolutePath().normalize();
    if (!isDataDirectory(dataDirectory)) {
      throw new IllegalArgumentException("a data directory cannot have ';' in its path");
    }
  }

  /** Whether a store may have this name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether stores can live in this directory: its path has no {@code ;} and no control. */
  public static boolean isDataDirectory(Path directory) {
    return !UNSAFE_PATH.matcher(directory.toAbsolutePath().normalize().toString()).find();
  }

  /** The store's own folder. */
  public Path folder() {
    return dataDirectory.resolve("stores").resolve(name);
  }

  /** The journal of edits. */
  public Path journal() {
    return folder().resolve("journal.log");
  }

  /** The folder of the search index, a cache. */
  public Path searchIndex() {
    return folder().resolve("search");
  }

  Path database() {
    return h2File("store");
  }

  Path creating() {
    return h2File("creating");
  }

  Path migrating() {
    return h2File("migrating");
  }

  Path passwords() {
    return inFolder(folder()).get(1);
  }

  /** What is a store's state, in this folder: database, passwords, journal, copies of drafts. */
  List<Path> inFolder(Path folder) {
    return List.of(
        folder.resolve(database().getFileName()),
        folder.resolve("passwords"),
        folder.resolve(journal().getFileName()),
        folder.resolve(draftCopies().getFileName()));
  }

  Path lock() {
    return folder().resolve("lock");
  }

  /** The copies of drafts. */
  public Path draftCopies() {
    return folder().resolve("drafts");
  }

  /**
   * The images that drafts add, a file each by its content; those of all stores, so that a draft
   * that moves between stores of this computer finds its own.
   */
  public Path images() {
    return dataDirectory.resolve("images");
  }

  /** The backups, each one file. */
  public Path backups() {
    return folder().resolve("backup");
  }

  /** What other states of the store were moved to, a folder each. */
  public Path setAside() {
    return folder().resolve("set-aside");
  }

  /** What is being put together for a backup of the open store. */
  Path backingUp() {
    return folder().resolve("backing-up");
  }

  /** A backup that is being unpacked. */
  Path unpacking() {
    return folder().resolve("unpacking");
  }

  /** A backup that is whole and goes into place, also after a crash. */
  Path restoring() {
    return folder().resolve("restoring");
  }

  private Path h2File(String stem) {
    return folder().resolve(stem + H2Urls.SUFFIX);
  }
}
