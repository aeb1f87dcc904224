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

  /** Whether the file is used in spite of the problem. */
  public boolean isNotice() {
    return switch (code) {
      case BYTE_ORDER_MARK, MEDIA_WITHOUT_SIDECAR, SIDECAR_WITHOUT_MEDIA -> true;
      default -> false;
    };
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
    SCHEMA("SRC-13"),
    /** Wikitext that follows no known form. Arguments: the reason. */
    WIKITEXT("SRC-14"),
    /** Not one marker at each end of the block. Arguments: how many begin it, how many end it. */
    BLOCK_MARKERS("SRC-15"),
    /** A dashboard's page without the dashboard's root page. Arguments: the root page's path. */
    PAGE_WITHOUT_ROOT("SRC-16"),
    /** Another file of the same entity cannot be used. Arguments: that file's path. */
    PART_UNUSABLE("SRC-17"),
    /** A wikitext file in the folder of a type that is kept as JSON. Arguments: the type. */
    WRONG_FORMAT("SRC-18"),
    /** An image without the JSON file that says where it comes from. Arguments: that path. */
    MEDIA_WITHOUT_SIDECAR("SRC-19"),
    /** A JSON file for an image that is not there. */
    SIDECAR_WITHOUT_MEDIA("SRC-21");

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
