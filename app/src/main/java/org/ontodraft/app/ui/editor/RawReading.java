package org.ontodraft.app.ui.editor;

import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.ontology.SourceProblem;

/** What typed files say. */
sealed interface RawReading {
  /** They say this. */
  record Read(EntityDocument document) implements RawReading {}

  /**
   * They are no files of the entity.
   *
   * @param part which of them, from 0
   * @param line from 1
   * @param column from 1
   */
  record Unreadable(int part, int line, int column, SourceProblem problem) implements RawReading {}

  /** One of them holds half of a character, which no file can. */
  record HalfCharacter(int part) implements RawReading {}
}
