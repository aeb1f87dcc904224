package org.ontodraft.model.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;

/**
 * From one state of a draft to another, as rules ask about it. For one thread, and soon forgotten.
 */
public final class Step {
  private final CheckedView before;
  private final CheckedView after;
  private final Map<EntityKey, CategoryReach> categories = new HashMap<>();

  /**
   * A step of one edit or several.
   *
   * @param changed every entity that differs between the views, or is in only one of them
   */
  public Step(CheckedView before, CheckedView after, Set<EntityKey> changed) {
    this.before = before;
    this.after = after;
    after.follow(before, changed);
  }

  /** The state the step begins with. */
  public CheckedView before() {
    return before;
  }

  /** The state it ends with. */
  public CheckedView after() {
    return after;
  }

  /** What a changed category passes on to those below it. */
  CategoryReach category(EntityKey changed) {
    return categories.computeIfAbsent(changed, key -> CategoryReach.of(key, before, after));
  }
}
