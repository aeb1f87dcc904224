package org.ontodraft.app.service.store;

import java.nio.file.Path;
import java.util.List;
import org.ontodraft.app.service.Outcome;

/**
 * What is done to the stores of a data directory from outside. A store that somebody has open is
 * refused. Blocking; not for the FX thread.
 */
public interface StoreMaintenance {
  /** The workspaces that have a store, by id. */
  List<String> workspaces();

  /** The workspace meant by an id, an address or a folder. */
  Outcome<String> workspace(String given);

  /** What the store is. Changes nothing. */
  Outcome<StoreFacts> info(String workspace);

  /** Brings the store to this program's version, after a backup. */
  Outcome<VersionChange> migrate(String workspace);

  /**
   * Takes versions back until the schema has this one, after a backup.
   *
   * @param schema {@code ontology} or {@code local}
   */
  Outcome<VersionChange> undo(String workspace, String schema, int version);

  /** Looks the store over and changes nothing; what is wrong with it, nothing when it is sound. */
  Outcome<List<StoreFinding>> check(String workspace);

  /** Backs the store up; where the backup is. */
  Outcome<Path> backup(String workspace);

  /** Puts a backup in the place of the store; where the state before was set aside to. */
  Outcome<Path> restore(String workspace, Path backup);
}
