package org.ontodraft.model.exchange;

import java.util.List;
import org.ontodraft.model.patch.JsonPointer;

/**
 * Why a file, or a part of it, cannot be taken as a draft.
 *
 * @param at where in the file
 * @param arguments what the message of this code is filled with, in order
 */
public record DraftFileProblem(Code code, JsonPointer at, List<String> arguments) {
  public DraftFileProblem {
    arguments = List.copyOf(arguments);
  }

  /** What can be wrong. The message texts are in the application's bundle. */
  public enum Code {
    /** Larger than allowed. Arguments: bytes, bound. */
    TOO_LARGE("FILE-01"),
    /** Not UTF-8. */
    ENCODING("FILE-02"),
    /** Malformed, cut off, nested too deep, or a member name twice. Arguments: line, reason. */
    MALFORMED("FILE-03"),
    /** Some other JSON. */
    NOT_A_DRAFT("FILE-04"),
    /** Of a later format. Arguments: its number, the number known, the program that wrote it. */
    NEWER("FILE-05"),
    /** Not as it was written: damaged or edited. */
    DAMAGED("FILE-06"),
    /** A member is not there. Arguments: its name. */
    MISSING("FILE-07"),
    /** A member that this format does not have. Arguments: its name. */
    UNKNOWN("FILE-08"),
    /** Another kind of value. Arguments: what is expected. */
    SHAPE("FILE-09"),
    /** A value that cannot be. Arguments: what is expected. */
    VALUE("FILE-10"),
    /** More characters or items than allowed. Arguments: how many, bound. */
    TOO_MANY("FILE-11"),
    /** What may be there once is there again. Arguments: what. */
    TWICE("FILE-12"),
    /** A patch that was made on another document. Arguments: operation, place, reason. */
    PATCH("FILE-13"),
    /** A new entity is there already. Arguments: its key. */
    EXISTS("FILE-14"),
    /** An entity is not there. Arguments: its key. */
    ABSENT("FILE-15"),
    /** A patch changes nothing. */
    NO_CHANGE("FILE-16"),
    /** A field of an entity cannot hold this. Arguments: pointer, expected, found. */
    FIELD("FILE-17");

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
