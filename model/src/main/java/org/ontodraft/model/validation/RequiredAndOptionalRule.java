package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;

/**
 * {@code required-and-optional}: a key is in the required and in the optional list of its kind.
 * Arguments: the key.
 */
public final class RequiredAndOptionalRule implements EntityRule {
  private static final String REQUIRED = "required_";
  private static final String OPTIONAL = "optional_";

  @Override
  public List<Finding> check(Subject subject) {
    EntityType type = subject.key().type();
    List<Finding> findings = new ArrayList<>();
    for (FieldSpec field : EntityFields.of(type)) {
      if (field.name().startsWith(REQUIRED)) {
        String other = OPTIONAL + field.name().substring(REQUIRED.length());
        Optional<FieldSpec> optional = EntityFields.find(type, other);
        List<String> required = subject.document().texts(field.name());
        optional.stream()
            .flatMap(spec -> ItemPlace.of(spec, subject.document()).stream())
            .filter(item -> required.contains(item.text()))
            .map(item ->
                new Finding(
                    Severity.ERROR,
                    "required-and-optional",
                    subject.key(),
                    item.pointer(),
                    List.of(item.text())))
            .forEach(findings::add);
      }
    }
    return findings;
  }
}
