package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Which lines each member of a root object stands on, as Jackson counts them. */
final class MemberLines {
  private MemberLines() {}

  /** The first and last line of each member, from 0. */
  static List<int[]> of(String text) {
    List<int[]> lines = new ArrayList<>();
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), text.replace("\uFEFF", ""))) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        int first = parser.currentTokenLocation().getLineNr() - 1;
        parser.nextToken();
        parser.skipChildren();
        parser.finishToken();
        lines.add(new int[] {first, parser.currentLocation().getLineNr() - 1});
      }
    }
    return lines;
  }

  /** A text cut behind each line end. */
  static List<String> split(String text) {
    return List.of(text.split("(?<=\n)|(?<=\r)(?!\n)", -1));
  }
}
