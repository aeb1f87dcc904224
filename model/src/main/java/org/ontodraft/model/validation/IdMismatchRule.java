package org.ontodraft.model.validation;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.RepositoryLayout;

/** {@code id-mismatch}: {@code id} is not the key. Arguments: the id, the key. */
public final class IdMismatchRule implements Rule {
  private static final String CODE = "id-mismatch";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    String key = RepositoryLayout.idOf(entity);
    return view.document(entity)
        .text("id")
        .filter(id -> !id.equals(key))
        .map(id -> List.of(new Finding(Severity.ERROR, CODE, entity, "/id", List.of(id, key))))
        .orElse(List.of());
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    return List.of(new QuickFix.SetText(finding.key(), "id", RepositoryLayout.idOf(finding.key())));
  }
}
