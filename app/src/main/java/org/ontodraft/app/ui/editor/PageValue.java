package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of a dashboard.
 *
 * @param name empty for the root page
 * @param json the page as the document has it, with members nobody knows
 */
record PageValue(String name, String wikitext, ObjectNode json) {
  private static final String NAME = "name";
  private static final String WIKITEXT = "wikitext";

  /** A page that the document does not have yet. */
  static PageValue create(String name) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(NAME, name);
    json.put(WIKITEXT, "");
    return new PageValue(name, "", json);
  }

  /** Whether a value is a list of pages with a name of their own each and text to type. */
  static boolean fits(JsonNode value) {
    List<String> names = new ArrayList<>();
    for (JsonNode page : value) {
      JsonNode name = page.get(NAME);
      JsonNode wikitext = page.get(WIKITEXT);
      boolean shaped =
          name != null
              && wikitext != null
              && TextForm.PLAIN.fits(name)
              && TextForm.PLAIN.fits(wikitext);
      if (!shaped || names.contains(name.stringValue())) {
        return false;
      }
      names.add(name.stringValue());
    }
    return value.isArray();
  }

  /** The pages of a value that {@link #fits}; none when it is absent. */
  static List<PageValue> of(@Nullable JsonNode value) {
    List<PageValue> pages = new ArrayList<>();
    if (value != null) {
      for (JsonNode page : value) {
        pages.add(
            new PageValue(
                page.path(NAME).stringValue(""),
                TextForm.PLAIN.show(page.path(WIKITEXT)),
                (ObjectNode) page));
      }
    }
    return pages;
  }

  /** With another name. */
  PageValue renamed(String newName) {
    ObjectNode copy = json.deepCopy();
    copy.put(NAME, newName);
    return new PageValue(newName, wikitext, copy);
  }

  /** With other text, in the line ends the page had. */
  PageValue withText(String text) {
    ObjectNode copy = json.deepCopy();
    if (TextForm.PLAIN.read(text, json.get(WIKITEXT)) instanceof TypedValue.Valid(JsonNode value)
        && value != null) {
      copy.set(WIKITEXT, value);
    }
    return new PageValue(name, text, copy);
  }

  /** The pages as the document holds them. */
  static JsonNode toJson(List<PageValue> pages) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    pages.forEach(page -> array.add(page.json()));
    return array;
  }
}
