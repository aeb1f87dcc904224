package org.ontodraft.model.format;

import java.util.List;

/**
 * Where one JSON value stands in a text: from {@code start} to before {@code end}. Made by {@link
 * SpanScanner} for texts that {@link JsonReader} accepted.
 */
sealed interface JsonSpan {
  int start();

  int end();

  /** A string, number, boolean or null. */
  record Scalar(int start, int end) implements JsonSpan {}

  /** A list. */
  record Items(int start, int end, List<JsonSpan> items) implements JsonSpan {}

  /** An object. */
  record Members(int start, int end, List<Member> members) implements JsonSpan {}

  /** A member: its name as decoded, where the name's opening quote stands, and its value. */
  record Member(String name, int start, int nameEnd, JsonSpan value) {}

  /** The line a member of the root object begins on, from 1; 1 when there is none. */
  static int lineOfMember(String text, String name) {
    int line = 1;
    if (SpanScanner.scan(text) instanceof Members root) {
      for (Member member : root.members()) {
        if (member.name().equals(name)) {
          for (int i = 0; i < member.start(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r' && text.charAt(i + 1) != '\n') {
              line++;
            }
          }
          return line;
        }
      }
    }
    return line;
  }
}
