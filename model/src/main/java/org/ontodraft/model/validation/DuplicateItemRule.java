package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.FieldSpec;

/** {@code duplicate-item}: a set holds an item again. Arguments: the item. */
public final class DuplicateItemRule implements EntityRule {
  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (FieldSpec field : EntityFields.of(subject.key().type())) {
      if (field.isSet()) {
        Set<String> seen = new HashSet<>();
        for (ItemPlace item : ItemPlace.of(field, subject.document())) {
          if (!seen.add(item.text())) {
            findings.add(
                new Finding(
                    Severity.ERROR,
                    "duplicate-item",
                    subject.key(),
                    item.pointer(),
                    List.of(item.text())));
          }
        }
      }
    }
    return findings;
  }
}
