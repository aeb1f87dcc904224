package org.ontodraft.app.ui.refactoring;

import java.util.List;
import java.util.Locale;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.refactor.Refusal;

/** Why a refactoring is not made and what to do about it, in words. */
final class RefusalTexts {
  private RefusalTexts() {}

  /** The place of a form that a refusal is about. */
  enum FormPlace {
    NAME,
    SOURCE,
    TARGET,
    ITEM,
    WHOLE
  }

  /** Where it is said. */
  static FormPlace placeOf(Refusal refusal) {
    return switch (refusal.reason()) {
      case KEY_INVALID, KEY_TAKEN, KEY_LOOKS_ALIKE, KEY_AGAINST_SCHEMA -> FormPlace.NAME;
      case NOT_RELATED, CYCLE, WRONG_TYPE -> FormPlace.TARGET;
      case NOT_LISTED -> FormPlace.ITEM;
      case UNKNOWN_ENTITY, BROKEN_CHANGE, NOT_WRITABLE, IMAGE_UNREADABLE, NOTHING_TO_DO ->
          FormPlace.WHOLE;
    };
  }

  /** One sentence on what stands in the way, one on what to do. */
  static String of(Texts texts, Refusal refusal) {
    List<String> arguments = refusal.arguments();
    String where = texts.type(refusal.where().type()) + " " + refusal.where().key();
    String reason = refusal.reason().name().toLowerCase(Locale.ROOT);
    String about =
        switch (refusal.reason()) {
          case KEY_INVALID ->
              texts.get("editor.key." + keyProblem(arguments.isEmpty() ? "" : arguments.getLast()));
          case WRONG_TYPE,
              NOT_RELATED,
              NOT_LISTED,
              NOT_WRITABLE,
              KEY_AGAINST_SCHEMA,
              IMAGE_UNREADABLE ->
              String.join(", ", arguments);
          case UNKNOWN_ENTITY, KEY_TAKEN, KEY_LOOKS_ALIKE, CYCLE, BROKEN_CHANGE, NOTHING_TO_DO ->
              "";
        };
    return texts.get("refactor.refused." + reason, where, about);
  }

  private static String keyProblem(String problem) {
    return switch (problem) {
      case "NESTED" -> "nested";
      case "CHARACTER" -> "character";
      case "RESERVED_NAME" -> "reserved";
      case "TOO_LONG" -> "too-long";
      default -> "empty";
    };
  }
}
