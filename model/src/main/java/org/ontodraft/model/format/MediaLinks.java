package org.ontodraft.model.format;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.EntityReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The images that wikitext shows: {@code [[File:Compass.png|thumb]]}. */
public final class MediaLinks {
  private static final String WIKITEXT = "wikitext";
  private static final String PAGES = "pages";
  private static final Pattern LINK =
      Pattern.compile(
          "\\[\\[\\s*(?:File|Image)\\s*:\\s*([^|\\]\\[{}<>\\r\\n]{1,255})",
          Pattern.CASE_INSENSITIVE);

  private MediaLinks() {}

  /** Each medium once for a field, in the order of the text. */
  static void add(List<EntityReference> found, EntityKey key, EntityDocument document) {
    switch (key.type()) {
      case RESOURCE, TEMPLATE -> addText(found, key, WIKITEXT, List.of(text(document)));
      case DASHBOARD -> {
        JsonNode pages = document.get(PAGES);
        if (pages != null && pages.isArray()) {
          addText(
              found,
              key,
              PAGES,
              pages.valueStream().map(page -> page.path(WIKITEXT).asString("")).toList());
        }
      }
      case CATEGORY, PROPERTY, SUBOBJECT, MODULE, BUNDLE, MEDIA -> {}
    }
  }

  /**
   * The document with the images of one medium under another name, as its texts write names: with
   * the ending they have, and with spaces where they write some. The same one where it shows none.
   */
  public static EntityDocument renamed(
      EntityType type, EntityDocument document, EntityKey from, String to) {
    return switch (type) {
      case RESOURCE, TEMPLATE -> {
        String text = text(document);
        String written = renamed(text, from, to);
        yield written.equals(text)
            ? document
            : document.with(type, WIKITEXT, document.json().stringNode(written));
      }
      case DASHBOARD ->
          document.get(PAGES) instanceof ArrayNode pages
              ? pagesRenamed(document, pages, from, to)
              : document;
      case CATEGORY, PROPERTY, SUBOBJECT, MODULE, BUNDLE, MEDIA -> document;
    };
  }

  private static EntityDocument pagesRenamed(
      EntityDocument document, ArrayNode pages, EntityKey from, String to) {
    ArrayNode copy = pages.deepCopy();
    for (JsonNode page : copy) {
      if (page instanceof ObjectNode object && object.path(WIKITEXT).isString()) {
        object.put(WIKITEXT, renamed(object.path(WIKITEXT).stringValue(), from, to));
      }
    }
    return copy.equals(pages) ? document : document.with(EntityType.DASHBOARD, PAGES, copy);
  }

  private static String renamed(String text, EntityKey from, String to) {
    Matcher link = LINK.matcher(text);
    StringBuilder written = new StringBuilder();
    int end = 0;
    while (link.find()) {
      Set<EntityKey> target = new LinkedHashSet<>();
      addTarget(target, link.group(1));
      if (target.contains(from)) {
        String name = link.group(1).strip();
        String ending = name.substring(name.lastIndexOf('.'));
        int start = link.start(1) + link.group(1).indexOf(name);
        written
            .append(text, end, start)
            .append(name.indexOf(' ') < 0 ? to : to.replace('_', ' '))
            .append(ending);
        end = start + name.length();
      }
    }
    return end == 0 ? text : written.append(text, end, text.length()).toString();
  }

  private static String text(EntityDocument document) {
    return document.text(WIKITEXT).orElse("");
  }

  private static void addText(
      List<EntityReference> found, EntityKey key, String field, List<String> texts) {
    Set<EntityKey> named = new LinkedHashSet<>();
    for (String text : texts) {
      // Most texts show nothing, and a plain search is all they cost.
      if (text.contains("[[")) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
          addTarget(named, link.group(1));
        }
      }
    }
    int position = 0;
    for (EntityKey target : named) {
      found.add(new EntityReference(key, "/" + field, position++, target));
    }
  }

  /** A wiki takes spaces and underscores for the same and a first letter in either case. */
  private static void addTarget(Set<EntityKey> named, String written) {
    String name = written.strip().replace(' ', '_');
    if (name.isEmpty()) {
      return;
    }
    String file = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    if (MediaLayout.roleOf(file) instanceof PathRole.MediaFile(var image)) {
      String stem = MediaLayout.stemOf(image);
      if (EntityKey.problemWith(EntityType.MEDIA, stem).isEmpty()) {
        named.add(new EntityKey(EntityType.MEDIA, stem));
      }
    }
  }
}
