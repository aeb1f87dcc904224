package org.ontodraft.model.format;

import java.util.List;

/**
 * The block of a page that holds its fields, between two marker comments.
 *
 * @param start where the line of the first marker begins
 * @param innerStart where the line after it begins
 * @param innerEnd where the line of the second marker begins
 * @param end behind that line and its line break
 * @param nameStart where the template's name begins; both are -1 where there is none
 * @param closing where the template's {@code }}} stands, or -1
 */
record WikitextBlock(
    int start,
    int innerStart,
    int innerEnd,
    int end,
    Style style,
    int nameStart,
    int nameEnd,
    int closing,
    List<Entry> entries) {
  /** The two generations. */
  enum Style {
    /** {@code [[Has type::Text]]}, one for each value. */
    ANNOTATIONS,
    /** {@code {{Property|has_type=Text}}}, one parameter for each field. */
    TEMPLATE
  }

  /**
   * A parameter or an annotation.
   *
   * @param property what it sets, as {@link WikitextFields#property} has it
   * @param start where the text begins that goes when the entry goes
   */
  record Entry(
      String property,
      int start,
      int end,
      int nameStart,
      int nameEnd,
      int valueStart,
      int valueEnd) {
    boolean isEmpty() {
      return valueStart == valueEnd;
    }
  }

  /** The entries of one property, in order. */
  List<Entry> entriesOf(String property) {
    return entries.stream().filter(entry -> entry.property().equals(property)).toList();
  }
}
