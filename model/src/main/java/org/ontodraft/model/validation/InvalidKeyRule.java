package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;

/**
 * {@code invalid-key}: a field that names entities holds a name that no entity can have. Arguments:
 * the name.
 */
public final class InvalidKeyRule implements EntityRule {
  private static final String TEMPLATE_NAMESPACE = "Template:";

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (FieldSpec field : EntityFields.of(subject.key().type())) {
      EntityType target = field.target();
      if (target != null) {
        for (ItemPlace item : ItemPlace.of(field, subject.document())) {
          if (EntityKey.problemWith(target, name(target, item.text())).isPresent()) {
            findings.add(
                new Finding(
                    Severity.ERROR,
                    "invalid-key",
                    subject.key(),
                    item.pointer(),
                    List.of(item.text())));
          }
        }
      }
    }
    return findings;
  }

  private static String name(EntityType target, String text) {
    boolean namespaced = target == EntityType.TEMPLATE && text.startsWith(TEMPLATE_NAMESPACE);
    return namespaced ? text.substring(TEMPLATE_NAMESPACE.length()) : text;
  }
}
