package org.ontodraft.app.ui.common;

import java.util.Optional;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStep;

/** The words for steps of a draft. Immutable. */
public record StepTexts(Texts texts) {
  /** What a step did. */
  public String of(DraftStep step) {
    Optional<DraftIntent.Rename> rename =
        step.intents().stream()
            .filter(DraftIntent.Rename.class::isInstance)
            .map(DraftIntent.Rename.class::cast)
            .findFirst();
    if (rename.isPresent()) {
      return texts.get("workbench.step.rename", rename.get().from().key(), rename.get().to().key());
    }
    DraftEdit first = step.edits().getFirst();
    String about =
        first.field().isEmpty()
            ? first.key().key()
            : texts.get("workbench.edit", first.field(), first.key().key());
    int others = step.edits().size() - 1;
    return others == 0 ? about : texts.get("workbench.step", about, others);
  }
}
