package org.ontodraft.model.search;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;
import tools.jackson.databind.JsonNode;

/**
 * What of an entity can be searched.
 *
 * @param label what it is called
 * @param text its description and wikitext, one after another
 * @param content its Git objects: with the same it is the same entity
 */
public record SearchableEntity(EntityKey key, String label, String text, String content) {
  /** Members that hold prose. */
  private static final List<String> PROSE = List.of("description", "wikitext");

  private static final String PAGES = "pages";

  /** An entity of a view. May read from disk. */
  public static SearchableEntity of(EntitySummary entity, OntologyView view) {
    return new SearchableEntity(
        entity.key(), entity.label(), text(view.document(entity.key())), content(entity));
  }

  /** The Git objects of an entity's files. */
  public static String content(EntitySummary entity) {
    if (entity.pages().isEmpty()) {
      return entity.blobId();
    }
    StringBuilder content = new StringBuilder(entity.blobId());
    entity.pages().forEach(page -> content.append(' ').append(page.blobId()));
    return content.toString();
  }

  private static String text(EntityDocument document) {
    List<String> parts = new ArrayList<>();
    PROSE.forEach(field -> document.text(field).ifPresent(parts::add));
    JsonNode pages = document.get(PAGES);
    if (pages != null) {
      pages.findValues("wikitext").stream()
          .filter(JsonNode::isString)
          .map(JsonNode::stringValue)
          .forEach(parts::add);
    }
    return String.join("\n", parts);
  }
}
