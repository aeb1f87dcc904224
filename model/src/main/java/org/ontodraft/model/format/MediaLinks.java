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

/** Finds the images that wikitext shows: {@code [[File:Compass.png|thumb]]}. */
final class MediaLinks {
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
