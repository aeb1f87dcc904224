package org.ontodraft.model.ontology;

import java.util.List;

/**
 * Why a file of the repository could not be taken as it is, or what is odd about it.
 *
 * @param code a stable short code, such as {@code SRC-03}, that people can quote
 * @param line the line, from 1; 0 when the whole file is meant
 * @param arguments what the message of this code is filled with, in order
 */
public record SourceProblem(
    String path, String blobId, Code code, int line, List<String> arguments) {
  public SourceProblem {
    arguments = List.copyOf(arguments);
  }

  /** Whether the file holds an entity in spite of the problem. */
  public boolean isNotice() {
    return code == Code.BYTE_ORDER_MARK;
  }

  /** What can be wrong with a file. The message texts are in the application's bundle. */
  public enum Code {
    /** Malformed JSON. Arguments: the parser's reason. */
    MALFORMED("SRC-01"),
    /** A member name occurs twice. Arguments: the name. */
    DUPLICATE_MEMBER("SRC-02"),
    /** Not UTF-8. Arguments: the byte offset. */
    ENCODING("SRC-03"),
    /** Not a JSON object, or a value of the wrong shape. Arguments: pointer, expected, found. */
    SHAPE("SRC-04"),
    /** Larger than allowed. Arguments: bytes, bound. */
    TOO_LARGE("SRC-05"),
    /** Nested deeper than allowed. Arguments: bound. */
    TOO_DEEP("SRC-06"),
    /** {@code id} is not what the path says. Arguments: id, expected. */
    ID_MISMATCH("SRC-07"),
    /** Two files hold the same key. Arguments: key, other path. */
    DUPLICATE_KEY("SRC-08"),
    /** The path cannot be a key. Arguments: reason. */
    UNUSABLE_PATH("SRC-09"),
    /** Differs only in case or Unicode form from another path. Arguments: other path. */
    PATH_COLLISION("SRC-10"),
    /** A symbolic link or submodule. Arguments: what it is. */
    NOT_A_FILE("SRC-11"),
    /** Starts with a byte order mark, which is kept. */
    BYTE_ORDER_MARK("SRC-12"),
    /** A folder's _schema.json cannot be used. Arguments: reason. */
    SCHEMA("SRC-13");

    private final String shortCode;

    Code(String shortCode) {
      this.shortCode = shortCode;
    }

    /** The code people quote. */
    public String shortCode() {
      return shortCode;
    }
  }
}
