package org.ontodraft.model.schema;

import java.util.List;
import java.util.Map;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.validation.Finding;

/**
 * The {@code _schema.json} files of a repository (JSON Schema 2020-12), or a built-in schema that
 * checks shape and types only where a folder has none. No schema is fetched from anywhere; patterns
 * run in linear time. Immutable and thread-safe.
 */
public final class RepositorySchemas {
  private RepositorySchemas() {}

  /** Compiles the schemas; one that cannot be used becomes a problem, the built-in one serves. */
  public static RepositorySchemas compile(Map<EntityType, SourceFile> files) {
    throw new UnsupportedOperationException(files.toString());
  }

  /** The schemas that could not be used. */
  public List<SourceProblem> problems() {
    throw new UnsupportedOperationException();
  }

  /** What the type's schema says against a document. */
  public List<Finding> check(EntityKey key, EntityDocument document) {
    throw new UnsupportedOperationException(key.toString());
  }
}
