package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.FieldSpec;

/** {@code duplicate-item}: a set holds an item again. Arguments: the item. */
public final class DuplicateItemRule implements Rule {
  private static final String CODE = "duplicate-item";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    EntityDocument document = view.document(entity);
    List<Finding> findings = new ArrayList<>();
    for (FieldSpec field : EntityFields.of(entity.type())) {
      if (field.isSet()) {
        Set<String> seen = new HashSet<>();
        for (ItemPlace item : ItemPlace.of(field, document)) {
          if (!seen.add(item.text())) {
            findings.add(
                new Finding(Severity.ERROR, CODE, entity, item.pointer(), List.of(item.text())));
          }
        }
      }
    }
    return findings;
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    return List.of(
        new QuickFix.RemoveDuplicates(finding.key(), ItemPlace.field(finding.pointer())));
  }
}
