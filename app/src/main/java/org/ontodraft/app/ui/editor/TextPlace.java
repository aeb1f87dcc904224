package org.ontodraft.app.ui.editor;

import java.util.Optional;
import org.ontodraft.app.ui.control.code.CodeLanguage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Where something stands in the text of an entity's files.
 *
 * @param part which of the files, from 0
 * @param line from 1
 * @param column from 1
 */
record TextPlace(int part, int line, int column) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Where a value stands, or else the nearest that holds it: the beginning, where nothing of it is
   * there or the text is no JSON. Parses: not for the FX thread.
   *
   * @param pointer a JSON Pointer
   */
  static TextPlace of(RawEntity entity, String pointer) {
    TextPlace best = new TextPlace(0, 1, 1);
    int length = 0;
    for (int part = 0; part < entity.parts().size(); part++) {
      if (entity.parts().get(part).language() == CodeLanguage.JSON) {
        Optional<Found> found = find(entity.parts().get(part).text(), pointer);
        if (found.isPresent() && found.get().length() > length) {
          length = found.get().length();
          best = new TextPlace(part, found.get().line(), found.get().column());
        }
      }
    }
    return best;
  }

  /** How much of the pointer leads to a place. */
  private record Found(int length, int line, int column) {}

  private static Optional<Found> find(String text, String pointer) {
    Found found = null;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      while (parser.nextToken() != null) {
        String at = parser.streamReadContext().pathAsPointer().toString();
        boolean leads = pointer.equals(at) || pointer.startsWith(at + "/");
        if (leads && (found == null || at.length() > found.length())) {
          TokenStreamLocation place = parser.currentTokenLocation();
          found = new Found(at.length(), place.getLineNr(), place.getColumnNr());
        }
      }
    } catch (JacksonException noJson) {
      return Optional.ofNullable(found); // as far as it could be read
    }
    return Optional.ofNullable(found);
  }
}
