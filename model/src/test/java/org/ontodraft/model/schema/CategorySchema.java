package org.ontodraft.model.schema;

import java.util.List;
import java.util.Map;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.validation.Finding;

/** What the tests of schemas share: a schema for categories and findings on one line each. */
final class CategorySchema {
  static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  private CategorySchema() {}

  static RepositorySchemas compile(String schema) {
    return RepositorySchemas.compile(
        Map.of(EntityType.CATEGORY, file(EntityType.CATEGORY, schema)));
  }

  static SourceFile file(EntityType type, String schema) {
    return new SourceFile(type.folder() + "/_schema.json", "0", schema);
  }

  static List<String> describe(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.severity() + " " + f.rule() + " " + f.pointer() + " " + f.arguments())
        .toList();
  }
}
