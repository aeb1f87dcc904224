package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;

/**
 * {@code invalid-key}: a field that names entities holds a name that no entity can have. Arguments:
 * the name.
 */
public final class InvalidKeyRule implements Rule {
  private static final String CODE = "invalid-key";
  private static final String TEMPLATE_NAMESPACE = "Template:";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    EntityDocument document = view.document(entity);
    List<Finding> findings = new ArrayList<>();
    for (FieldSpec field : EntityFields.of(entity.type())) {
      EntityType target = field.target();
      if (target != null) {
        for (ItemPlace item : ItemPlace.of(field, document)) {
          if (EntityKey.problemWith(target, name(target, item.text())).isPresent()) {
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
        new QuickFix.RemoveItem(
            finding.key(), ItemPlace.field(finding.pointer()), finding.arguments().getFirst()));
  }

  private static String name(EntityType target, String text) {
    boolean namespaced = target == EntityType.TEMPLATE && text.startsWith(TEMPLATE_NAMESPACE);
    return namespaced ? text.substring(TEMPLATE_NAMESPACE.length()) : text;
  }
}
