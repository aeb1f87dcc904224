package org.ontodraft.model.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntitySummary;

/**
 * {@code duplicate-label} (warning): another entity of the type has the same label, but for case
 * and spaces at its ends. Arguments: the label, the first such entity. Where keys may be nested, a
 * label that only repeats the key's last part is no label of its own.
 */
public final class DuplicateLabelRule implements Rule {
  private static final String CODE = "duplicate-label";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public boolean readsProse() {
    return true;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    Optional<String> label = ownLabel(entity, view);
    return label
        .flatMap(text ->
            view.labelled(entity.type(), text).stream()
                .filter(other -> !other.equals(entity) && ownLabel(other, view).isPresent())
                .min(EntityKey::compareTo))
        .map(other ->
            List.of(
                new Finding(
                    Severity.WARNING,
                    CODE,
                    entity,
                    "/label",
                    List.of(label.orElseThrow(), other.toString()))))
        .orElse(List.of());
  }

  private static Optional<String> ownLabel(EntityKey entity, CheckedView view) {
    String key = entity.key();
    String last = key.substring(key.lastIndexOf('/') + 1);
    return view.summary(entity)
        .map(EntitySummary::label)
        .filter(label ->
            !entity.type().nestedKeys() || !label.replace(' ', '_').equals(last.replace(' ', '_')));
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    Optional<String> was = before.summary(changed).map(EntitySummary::label);
    Optional<String> is = after.summary(changed).map(EntitySummary::label);
    if (was.equals(is)) {
      return;
    }
    for (Optional<String> label : List.of(was, is)) {
      if (label.isPresent()) {
        before.labelled(changed.type(), label.get()).forEach(reached);
        after.labelled(changed.type(), label.get()).forEach(reached);
      }
    }
  }
}
