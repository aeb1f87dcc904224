package org.ontodraft.model.refactor;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/**
 * Why a refactoring is not made.
 *
 * @param where the entity that stands in the way, or that was asked for
 * @param arguments what a message about it is filled with, in order
 */
public record Refusal(Reason reason, EntityKey where, List<String> arguments) {
  public Refusal {
    arguments = List.copyOf(arguments);
  }

  static Refusal of(Reason reason, EntityKey where, String... arguments) {
    return new Refusal(reason, where, List.of(arguments));
  }

  /** What is wrong. */
  public enum Reason {
    /** There is no such entity, or the draft deletes it. */
    UNKNOWN_ENTITY,
    /** The entity is of a type this is not for. Arguments: the types it is for. */
    WRONG_TYPE,
    /** The name cannot be a key. Arguments: the name, the problem. */
    KEY_INVALID,
    /** Another entity has the key. */
    KEY_TAKEN,
    /** Another entity's file is in the same place on systems that ignore case. */
    KEY_LOOKS_ALIKE,
    /** The repository's schema does not allow the key. Arguments: the name, the rule. */
    KEY_AGAINST_SCHEMA,
    /** The entity does not list the item. Arguments: the item. */
    NOT_LISTED,
    /** The one category is not above, or below, the other. Arguments: the other. */
    NOT_RELATED,
    /** The entity would be its own ancestor, parent or dependency. */
    CYCLE,
    /** The entity's change does not apply to its base; it has to be mended first. */
    BROKEN_CHANGE,
    /** The entity's file cannot hold the result. Arguments: the rule, the place. */
    NOT_WRITABLE,
    /** An image file of a medium cannot be read. Arguments: its name. */
    IMAGE_UNREADABLE,
    /** All is as it would be already. */
    NOTHING_TO_DO
  }
}
