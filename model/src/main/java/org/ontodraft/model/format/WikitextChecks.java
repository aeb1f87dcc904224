package org.ontodraft.model.format;

import static org.ontodraft.model.format.WikitextReader.CATEGORIES;
import static org.ontodraft.model.format.WikitextReader.NAME;
import static org.ontodraft.model.format.WikitextReader.PAGES;
import static org.ontodraft.model.format.WikitextReader.WIKITEXT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.Unwritable.Reason;
import org.ontodraft.model.format.WikitextBlock.Style;
import org.ontodraft.model.ontology.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Finds what a page cannot hold before it is written, so that the reason can be told. What slips
 * through is caught when the written page is read again.
 */
final class WikitextChecks {
  private final EntityKey key;
  private final Style style;
  private final List<Unwritable> found = new ArrayList<>();

  private WikitextChecks(EntityKey key, Style style) {
    this.key = key;
    this.style = style;
  }

  /** The reasons against the fields that differ, by field. */
  static List<Unwritable> check(
      EntityKey key, SourceFile file, EntityDocument before, EntityDocument after) {
    WikitextChecks checks = new WikitextChecks(key, styleOf(key, file));
    Set<String> names = new LinkedHashSet<>(before.json().propertyNames());
    names.addAll(after.json().propertyNames());
    for (String name : names) {
      @Nullable JsonNode value = after.get(name);
      if (value != null && !value.equals(before.get(name))) {
        checks.field(name, value);
      }
    }
    return List.copyOf(checks.found);
  }

  private static Style styleOf(EntityKey key, SourceFile file) {
    try {
      return key.type() == EntityType.TEMPLATE
          ? Style.TEMPLATE
          : BlockParser.parse(WikitextText.of(file.text()).body())
              .map(WikitextBlock::style)
              .orElse(Style.TEMPLATE);
    } catch (UnreadableFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private void field(String name, JsonNode value) {
    if (name.equals("id")) {
      return; // the path says it; another id is found when the page is read again
    }
    if (name.equals(PAGES) && key.type() == EntityType.DASHBOARD) {
      pages(value);
    } else if (name.equals(WIKITEXT) && hasText()) {
      text(name, value);
    } else if (key.type() == EntityType.TEMPLATE) {
      add(Reason.NO_PLACE, name);
    } else if (name.equals(CATEGORIES) && key.type() == EntityType.RESOURCE) {
      items(name, value, true);
    } else {
      parameter(WikitextFields.ofMember(key.type(), name), value);
    }
  }

  private boolean hasText() {
    return key.type() == EntityType.RESOURCE || key.type() == EntityType.TEMPLATE;
  }

  private void text(String name, JsonNode value) {
    if (!value.isString()) {
      add(Reason.NO_PLACE, name);
      return;
    }
    characters(name, value.stringValue(), key.type() != EntityType.TEMPLATE);
  }

  private void parameter(WikitextField field, JsonNode value) {
    String name = field.member();
    boolean list =
        field.isList() || field.kind() == WikitextField.Kind.FREE && style == Style.ANNOTATIONS;
    if (field.kind() == WikitextField.Kind.FREE && !isPropertyName(name)) {
      add(Reason.NO_PLACE, name);
    } else if (value.isArray() && list) {
      items(name, value, field.isList() && style == Style.TEMPLATE);
    } else if (value.isString() && !field.isList()) {
      value(name, value.stringValue());
    } else if (!value.isBoolean() && !value.isIntegralNumber()) {
      add(Reason.NO_PLACE, name);
    }
  }

  /** Whether a parameter of this name reads as the member again. */
  private static boolean isPropertyName(String name) {
    return !name.isEmpty()
        && WikitextFields.property(name).equals(name)
        && name.equals(name.strip())
        && name.chars().noneMatch(c -> c < ' ' || "{}[]<>|=:".indexOf(c) >= 0);
  }

  private void items(String name, JsonNode value, boolean separated) {
    for (JsonNode item : value) {
      if (!item.isString()) {
        add(Reason.NO_PLACE, name);
        return;
      }
      String text = item.stringValue();
      if (separated && text.indexOf(',') >= 0 && !name.equals(CATEGORIES)) {
        found.add(Unwritable.of(Reason.SEPARATOR, name, name, text));
      } else if (text.indexOf('\n') >= 0) {
        add(Reason.LINE_BREAK, name);
      } else {
        value(name, text);
      }
    }
  }

  private void value(String name, String text) {
    characters(name, text, true);
    if (!text.equals(text.strip())) {
      add(Reason.EDGES, name);
    } else if (style == Style.ANNOTATIONS) {
      if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
        add(Reason.LINE_BREAK, name);
      } else if (!Pairs.brackets(text).balanced()) {
        add(Reason.BRACES, name);
      }
    } else if (!Pairs.braces(text).balanced()) {
      add(Reason.BRACES, name);
    } else if (hasParameterLine(text)) {
      add(Reason.PARAMETER_LINE, name);
    }
  }

  private void characters(String name, String text, boolean beside) {
    if (beside && (text.contains(WikitextFields.START) || text.contains(WikitextFields.END))) {
      add(Reason.MARKER, name);
    }
    if (hasLoneSurrogate(text)) {
      add(Reason.CHARACTER, name);
    }
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** Whether a line outside nested templates begins with a bar. */
  private static boolean hasParameterLine(String text) {
    Pairs braces = Pairs.braces(text);
    int depth = 0;
    boolean lineBegins = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (braces.opens(at)) {
        depth++;
        at++;
      } else if (braces.closes(at)) {
        depth--;
        at++;
      } else if (c == '|' && depth == 0 && lineBegins) {
        return true;
      }
      lineBegins = c == '\n' || lineBegins && Character.isWhitespace(c);
    }
    return false;
  }

  private void pages(JsonNode value) {
    if (!(value instanceof ArrayNode pages)) {
      add(Reason.NO_PLACE, PAGES);
      return;
    }
    Set<String> names = new HashSet<>();
    for (JsonNode page : pages) {
      JsonNode name = page.path(NAME);
      JsonNode text = page.path(WIKITEXT);
      if (!name.isString() || !text.isString()) {
        add(Reason.NO_PLACE, PAGES);
        continue;
      }
      String title = name.stringValue();
      boolean usable = title.isEmpty() || RepositoryLayout.isPageName(title);
      if (!usable || !names.add(PathFolding.fold(title))) {
        found.add(Unwritable.of(Reason.PAGE_NAME, PAGES, title));
      }
      characters(PAGES, text.stringValue(), title.isEmpty());
    }
  }

  private void add(Reason reason, String field) {
    found.add(Unwritable.of(reason, field, field));
  }
}
