package org.ontodraft.app.service.refactoring;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityType;

/** The refactorings a person can choose, in the order they are offered. */
public enum RefactoringKind {
  RENAME(EnumSet.allOf(EntityType.class)),
  CHANGE_PARENT(EnumSet.of(EntityType.CATEGORY)),
  MOVE_UP(EnumSet.of(EntityType.CATEGORY)),
  MOVE_DOWN(EnumSet.of(EntityType.CATEGORY)),
  MOVE_BETWEEN_MODULES(EnumSet.complementOf(EnumSet.of(EntityType.MODULE, EntityType.BUNDLE))),
  SPLIT(EnumSet.of(EntityType.CATEGORY)),
  MERGE(EnumSet.allOf(EntityType.class)),
  DEPRECATE(EnumSet.allOf(EntityType.class)),
  DELETE(EnumSet.allOf(EntityType.class));

  private final Set<EntityType> types;

  RefactoringKind(Set<EntityType> types) {
    this.types = types;
  }

  /** Whether it is for entities of this type. */
  public boolean isFor(EntityType type) {
    return types.contains(type);
  }

  /** Those for entities of a type. */
  public static List<RefactoringKind> of(EntityType type) {
    return Arrays.stream(values()).filter(kind -> kind.isFor(type)).toList();
  }

  /** Those between which a person goes to and fro, this one among them. */
  public List<RefactoringKind> alternatives() {
    return switch (this) {
      case MOVE_UP, MOVE_DOWN -> List.of(MOVE_UP, MOVE_DOWN);
      case DEPRECATE, DELETE -> List.of(DEPRECATE, DELETE);
      case RENAME, CHANGE_PARENT, MOVE_BETWEEN_MODULES, SPLIT, MERGE -> List.of(this);
    };
  }
}
