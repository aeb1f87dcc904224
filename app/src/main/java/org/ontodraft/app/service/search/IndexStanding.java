package org.ontodraft.app.service.search;

/** How far the index of the newest version is. */
public sealed interface IndexStanding {
  /**
   * It is being written; names are found meanwhile, texts are not.
   *
   * @param done entities that are written
   * @param total entities to write
   */
  record Building(int done, int total) implements IndexStanding {}

  /** It holds the newest version. */
  record Ready() implements IndexStanding {}

  /**
   * It cannot be kept; names are found, texts are not. The next version is another try.
   *
   * @param reason what the disk or the index said
   */
  record Unavailable(String reason) implements IndexStanding {}
}
