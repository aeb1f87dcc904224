package org.ontodraft.persistence.store;

import java.util.Arrays;
import java.util.List;

/** Something in a store that is not as it must be. */
public record CheckFinding(Code code, List<String> arguments) {
  public CheckFinding {
    arguments = List.copyOf(arguments);
  }

  /** A finding with its arguments in order. */
  public static CheckFinding of(Code code, Object... arguments) {
    return new CheckFinding(code, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** What can be wrong. The arguments of each are named in order. */
  public enum Code {
    /** The database or its passwords cannot be read: file, reason. */
    UNREADABLE("CHECK-01"),
    /** The schema is older than this program: found, known. */
    SCHEMA_OLD("CHECK-02"),
    /** A migration that ran is not the one this program has: reason. */
    SCHEMA_CHANGED("CHECK-03"),
    /** An entity's row says something else than its file: entity, column. */
    ROW_DIFFERS("CHECK-04"),
    /** A file's entity has no row: entity, path. */
    ROW_MISSING("CHECK-05"),
    /** A row is of no file: entity. */
    ROW_EXTRA("CHECK-06"),
    /** The references of an entity are not those of its file: entity. */
    REFERENCES_DIFFER("CHECK-07"),
    /** A table of resolved references is not what the references say: table, rows that differ. */
    JUNCTION_DIFFERS("CHECK-08"),
    /** The list of files is not the repository's: path. */
    FILE_DIFFERS("CHECK-09"),
    /** The index kept for a quick opening is not what the rows say: entity. */
    INDEX_DIFFERS("CHECK-10"),
    /** A version counts other entities than there are: commit, counted, found. */
    COUNT_DIFFERS("CHECK-11"),
    /** The repository beside the store does not hold the stored version: commit. */
    COMMIT_MISSING("CHECK-12"),
    /** A draft's base file is not the object it was made on: draft, entity. */
    BASE_DIFFERS("CHECK-13"),
    /** A draft's change does not apply to its base: draft, entity. */
    CHANGE_BROKEN("CHECK-14"),
    /** A draft's change is not what its last edit made: draft, entity. */
    CHANGE_DIFFERS("CHECK-15"),
    /** A draft cannot be read: draft, reason. */
    DRAFT_UNREADABLE("CHECK-16"),
    /** A journaled step is not in the draft's log, or otherwise: draft, sequence. */
    STEP_DIFFERS("CHECK-17"),
    /** The edit log of a draft has a hole: draft, position. */
    LOG_HOLE("CHECK-18"),
    /** The journal is damaged: file, offset. */
    JOURNAL_DAMAGED("CHECK-19"),
    /** The journal is missing, or another one than the database knows: file. */
    JOURNAL_OTHER("CHECK-20"),
    /** The journal ends before what the database has of it: last, applied. */
    JOURNAL_SHORT("CHECK-21"),
    /** The copy of a draft beside the journal is missing or damaged: draft. */
    COPY_MISSING("CHECK-22"),
    /** A draft's words, state or times are not those of its copy: draft, which. */
    WORDS_DIFFER("CHECK-23"),
    /** A draft has a copy beside the journal and is not in the database: draft. */
    DRAFT_LOST("CHECK-24");

    private final String id;

    Code(String id) {
      this.id = id;
    }

    /** A stable short code that people can quote. */
    public String id() {
      return id;
    }
  }
}
