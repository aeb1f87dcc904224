package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;

/**
 * {@code required-and-optional}: a key is in the required and in the optional list of its kind.
 * Arguments: the key.
 */
public final class RequiredAndOptionalRule implements Rule {
  private static final String REQUIRED = "required_";
  private static final String OPTIONAL = "optional_";

  private static final String CODE = "required-and-optional";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    EntityType type = entity.type();
    EntityDocument document = view.document(entity);
    List<Finding> findings = new ArrayList<>();
    for (FieldSpec field : EntityFields.of(type)) {
      if (field.name().startsWith(REQUIRED)) {
        String other = OPTIONAL + field.name().substring(REQUIRED.length());
        Optional<FieldSpec> optional = EntityFields.find(type, other);
        List<String> required = document.texts(field.name());
        optional.stream()
            .flatMap(spec -> ItemPlace.of(spec, document).stream())
            .filter(item -> required.contains(item.text()))
            .map(item ->
                new Finding(Severity.ERROR, CODE, entity, item.pointer(), List.of(item.text())))
            .forEach(findings::add);
      }
    }
    return findings;
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    String optional = ItemPlace.field(finding.pointer());
    String required = REQUIRED + optional.substring(OPTIONAL.length());
    String item = finding.arguments().getFirst();
    return List.of(
        new QuickFix.RemoveItem(finding.key(), optional, item),
        new QuickFix.RemoveItem(finding.key(), required, item));
  }
}
