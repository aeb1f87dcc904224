package org.ontodraft.app.service.refactoring;

import java.util.List;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.refactor.Leftover;
import org.ontodraft.model.refactor.Refactoring;
import org.ontodraft.model.refactor.RefactoringStep;
import org.ontodraft.model.validation.Finding;

/**
 * What a refactoring does to the draft, in two tiers, and nothing else than this. Immutable.
 *
 * @param touched what it changes itself, what it is asked for first, then by key
 * @param files how many files it writes or takes away
 * @param affected what inherits it and is not changed, with the cause; not more than a thousand
 * @param affectedCount how many inherit it
 * @param leftovers what a person should look at
 * @param findings what the rules say of the draft then and do not say now
 * @param level what it means for those who use the ontology
 */
public record RefactoringReport(
    Refactoring refactoring,
    RefactoringStep step,
    List<TouchedEntity> touched,
    int files,
    List<AffectedEntity> affected,
    int affectedCount,
    List<Leftover> leftovers,
    List<Finding> findings,
    SemverLevel level) {
  public RefactoringReport {
    touched = List.copyOf(touched);
    affected = List.copyOf(affected);
    leftovers = List.copyOf(leftovers);
    findings = List.copyOf(findings);
  }
}
