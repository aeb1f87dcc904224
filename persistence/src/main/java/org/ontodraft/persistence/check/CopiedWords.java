package org.ontodraft.persistence.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.exchange.PortableDraft;

/** What is said of a draft, beside what its copy says: words, state and times. */
final class CopiedWords {
  private final PortableDraft draft;
  private final PortableDraft copy;
  private final List<String> differing = new ArrayList<>();

  private CopiedWords(PortableDraft draft, PortableDraft copy) {
    this.draft = draft;
    this.copy = copy;
  }

  /**
   * The names of the columns that say something else than the copy, which is written at every
   * change but an edit. A copy that was cut off by a crash is older than the draft without an edit
   * in between, and speaks only for what never changes.
   */
  static List<String> differing(PortableDraft draft, PortableDraft copy) {
    CopiedWords words = new CopiedWords(draft, copy);
    words.compare("created_at", draft.createdAt(), copy.createdAt());
    words.compare("source", draft.source(), copy.source());
    List<DraftStep> later = words.editsSinceTheCopy();
    boolean copyIsNewest =
        !draft.modifiedAt().isAfter(copy.modifiedAt())
            || later.stream().anyMatch(step -> step.at().equals(draft.modifiedAt()));
    if (copyIsNewest) {
      words.compareWhatChanges(later);
    }
    return words.differing;
  }

  private List<DraftStep> editsSinceTheCopy() {
    Set<UUID> copied = new HashSet<>();
    copy.steps().forEach(step -> copied.add(step.id()));
    return draft.steps().stream().filter(step -> !copied.contains(step.id())).toList();
  }

  private void compareWhatChanges(List<DraftStep> later) {
    compare("title", draft.title(), copy.title());
    compare("description", draft.description(), copy.description());
    compare("user_comment", draft.comment(), copy.comment());
    compare("base_commit_sha", draft.base(), copy.base());
    compare("submitted_at", draft.submittedAt(), copy.submittedAt());
    compare("archived_at", draft.archivedAt(), copy.archivedAt());
    // An edit is not copied; it opens a validated draft again.
    boolean edited = !later.isEmpty();
    compare("status", draft.status(), edited ? DraftStatus.DRAFT : copy.status());
    compare("validated_at", draft.validatedAt(), edited ? null : copy.validatedAt());
    Instant modified = draft.modifiedAt();
    if (later.stream().noneMatch(step -> step.at().equals(modified))) {
      compare("modified_at", modified, copy.modifiedAt());
    }
  }

  private void compare(String column, @Nullable Object stored, @Nullable Object copied) {
    if (!Objects.equals(stored, copied)) {
      differing.add(column);
    }
  }
}
