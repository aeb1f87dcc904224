package org.ontodraft.model.schema;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.validation.CheckedView;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;
import org.ontodraft.model.validation.Rule;

/** What the repository's schema of the entity's type says; see {@link RepositorySchemas#RULES}. */
public final class SchemaRule implements Rule {
  private final RepositorySchemas schemas;

  /** The rule of these schemas. */
  public SchemaRule(RepositorySchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public List<String> codes() {
    return RepositorySchemas.RULES;
  }

  @Override
  public boolean readsProse() {
    return true;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    return schemas.check(entity, view.document(entity));
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    boolean member = finding.pointer().indexOf('/', 1) < 0 && !finding.pointer().isEmpty();
    if (!member) {
      return List.of();
    }
    String field = finding.pointer().substring(1).replace("~1", "/").replace("~0", "~");
    return switch (finding.rule()) {
      case "schema-additional-properties" ->
          List.of(new QuickFix.RemoveField(finding.key(), field));
      case "schema-unique-items" -> List.of(new QuickFix.RemoveDuplicates(finding.key(), field));
      default -> List.of();
    };
  }
}
