package org.ontodraft.model.format;

import java.util.List;
import org.ontodraft.model.patch.JsonPointer;

/**
 * Why a value cannot be written in the format of its entity's file.
 *
 * @param pointer the value's place in the document, a JSON Pointer (RFC 6901)
 * @param arguments what the message of the reason is filled with, in order
 */
public record Unwritable(Reason reason, String pointer, List<String> arguments) {
  public Unwritable {
    arguments = List.copyOf(arguments);
  }

  static Unwritable of(Reason reason, String field, String... arguments) {
    return new Unwritable(reason, JsonPointer.ofField(field).toString(), List.of(arguments));
  }

  /** The reasons; the messages are in the application's bundle under {@link #rule()}. */
  public enum Reason {
    /**
     * The format has no place for the field, or none for a value of this kind. Arguments: field.
     */
    NO_PLACE("wikitext-no-place"),
    /** The value holds one of the comments that begin and end the block. Arguments: field. */
    MARKER("wikitext-marker"),
    /** The value has several lines where the format has one. Arguments: field. */
    LINE_BREAK("wikitext-line-break"),
    /** White space at the value's ends, which reading drops. Arguments: field. */
    EDGES("wikitext-edges"),
    /** Double braces or brackets that do not match. Arguments: field. */
    BRACES("wikitext-braces"),
    /** A comma in an item of a list whose items commas separate. Arguments: field, item. */
    SEPARATOR("wikitext-separator"),
    /** A line that begins with {@code |}, which would be the next parameter. Arguments: field. */
    PARAMETER_LINE("wikitext-parameter-line"),
    /** Half of a surrogate pair, which UTF-8 cannot hold. Arguments: field. */
    CHARACTER("wikitext-character"),
    /** A page's name cannot be a file's, or is there twice. Arguments: the name. */
    PAGE_NAME("wikitext-page-name"),
    /** The file would be read as another value. Arguments: field. */
    READS_DIFFERENTLY("wikitext-reads-differently");

    private final String rule;

    Reason(String rule) {
      this.rule = rule;
    }

    /** The name under which a finding tells it. */
    public String rule() {
      return rule;
    }
  }
}
