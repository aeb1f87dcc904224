package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * {@code wrong-datatype}: a value does not have the form of its property's datatype. Arguments: the
 * value, the datatype. {@code empty-value} (warning): a member that says nothing. Arguments: the
 * property.
 */
public final class DatatypeRule implements Rule {
  private static final String WRONG = "wrong-datatype";
  private static final String EMPTY = "empty-value";

  @Override
  public List<String> codes() {
    return List.of(WRONG, EMPTY);
  }

  @Override
  public boolean isAbout(EntityType type) {
    return type == EntityType.RESOURCE;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    List<Finding> findings = new ArrayList<>();
    for (ResourceValues values : ResourceValues.of(entity, view)) {
      String datatype = values.constraints().datatype();
      if (values.values().isEmpty()) {
        findings.add(
            new Finding(
                Severity.WARNING,
                EMPTY,
                entity,
                ValuePlace.pointer(values.property()),
                List.of(values.property().key())));
      }
      for (ValuePlace value : values.values()) {
        if (value.scalar() && value.text().isBlank()) {
          findings.add(values.finding(Severity.WARNING, EMPTY, value, values.property().key()));
        } else if (!value.scalar() || !Datatypes.accepts(datatype, value.text())) {
          findings.add(values.finding(Severity.ERROR, WRONG, value, value.text(), datatype));
        }
      }
    }
    return findings;
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    ResourceValues.reach(changed, step.before(), step.after(), c -> List.of(c.datatype()), reached);
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    return finding.rule().equals(EMPTY)
        ? List.of(new QuickFix.RemoveField(finding.key(), ItemPlace.field(finding.pointer())))
        : List.of();
  }
}
