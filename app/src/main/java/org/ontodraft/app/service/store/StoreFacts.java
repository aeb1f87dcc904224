package org.ontodraft.app.service.store;

import java.nio.file.Path;
import java.util.List;

/**
 * What a store is.
 *
 * @param found the versions of its schema, for people
 * @param known the versions this program knows
 * @param journalBytes the journal's size, 0 when there is none
 */
public record StoreFacts(
    Path folder,
    String found,
    String known,
    long databaseBytes,
    long journalBytes,
    List<Path> backups) {
  public StoreFacts {
    backups = List.copyOf(backups);
  }
}
