package org.ontodraft.persistence.repository;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.ontology.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The further files of a change's base, as a JSON array of path, object and text. */
final class BasePages {
  private static final JsonMapper MAPPER = new JsonMapper();

  private BasePages() {}

  static String write(List<SourceFile> pages) {
    ArrayNode array = MAPPER.createArrayNode();
    for (SourceFile page : pages) {
      array
          .addObject()
          .put("path", page.path())
          .put("blob", page.blobId())
          .put("text", page.text());
    }
    return MAPPER.writeValueAsString(array);
  }

  static List<SourceFile> read(String json) {
    List<SourceFile> pages = new ArrayList<>();
    for (JsonNode page : MAPPER.readTree(json)) {
      pages.add(
          new SourceFile(
              page.path("path").stringValue(),
              page.path("blob").stringValue(),
              page.path("text").stringValue()));
    }
    return pages;
  }
}
