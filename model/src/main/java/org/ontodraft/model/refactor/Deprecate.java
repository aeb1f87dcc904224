package org.ontodraft.model.refactor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;

/**
 * Says of an entity that it is not to be used any more, at the beginning of its description: no
 * type has a field for it, and most schemas allow no other member. Whoever uses it goes on doing
 * so.
 *
 * @param replacement what to use instead, of the same type; null for nothing
 */
public record Deprecate(EntityKey entity, @Nullable EntityKey replacement) implements Refactoring {
  private static final String DESCRIPTION = "description";
  private static final Pattern MARK =
      Pattern.compile("^Deprecated(?:, use \\S+ instead)?\\.(?: |$)");

  /** Whether an entity's description begins with the mark. */
  public static boolean isDeprecated(EntityDocument document) {
    return document.description().filter(text -> MARK.matcher(text).find()).isPresent();
  }

  @Override
  public RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas) {
    EntityDocument document = overlay.effectiveDocument(entity);
    if (document == null) {
      return RefactoringOutcome.refused(Refusal.of(Reason.UNKNOWN_ENTITY, entity));
    }
    if (replacement != null && replacement.type() != entity.type()) {
      return RefactoringOutcome.refused(
          Refusal.of(Reason.WRONG_TYPE, replacement, entity.type().id()));
    }
    if (replacement != null && !overlay.exists(replacement)) {
      return RefactoringOutcome.refused(Refusal.of(Reason.UNKNOWN_ENTITY, replacement));
    }
    if (entity.equals(replacement)) {
      return RefactoringOutcome.refused(Refusal.of(Reason.CYCLE, entity));
    }
    Matcher mark = MARK.matcher(document.description().orElse(""));
    String description = mark.replaceFirst("");
    String told = (mark() + (description.isEmpty() ? "" : " " + description)).stripTrailing();
    Rework rework = new Rework(overlay);
    rework.put(entity, document.with(entity.type(), DESCRIPTION, document.json().stringNode(told)));
    return rework.outcome(entity);
  }

  private String mark() {
    return replacement == null
        ? "Deprecated."
        : "Deprecated, use " + replacement.key().replace(' ', '_') + " instead.";
  }
}
