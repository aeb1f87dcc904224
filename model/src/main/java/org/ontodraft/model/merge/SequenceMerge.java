package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.diff.Alignment;

/**
 * Three-way merge of sequences: lines of a text, or words. Changes with nothing unchanged between
 * them touch, and where such a stretch differs on both sides the sequences do not merge.
 */
final class SequenceMerge {
  private final List<String> base;
  private final List<String> draft;
  private final List<String> canonical;
  private final WhereBothChanged whereBothChanged;
  private final List<String> merged = new ArrayList<>();

  private SequenceMerge(
      List<String> base,
      List<String> draft,
      List<String> canonical,
      WhereBothChanged whereBothChanged) {
    this.base = base;
    this.draft = draft;
    this.canonical = canonical;
    this.whereBothChanged = whereBothChanged;
  }

  /** What becomes of a stretch that both sides changed differently. */
  enum WhereBothChanged {
    /** The sequences do not merge. */
    GIVE_UP,
    /** Both, the draft's first. */
    DRAFT_FIRST,
    /** Both, upstream's first. */
    CANONICAL_FIRST
  }

  /** The merged sequence, or nothing when it was given up. */
  static Optional<List<String>> merge(
      List<String> base,
      List<String> draft,
      List<String> canonical,
      WhereBothChanged whereBothChanged) {
    SequenceMerge merge = new SequenceMerge(base, draft, canonical, whereBothChanged);
    return merge.run() ? Optional.of(merge.merged) : Optional.empty();
  }

  private boolean run() {
    Alignment toDraft = Alignment.of(base, draft);
    Alignment toCanonical = Alignment.of(base, canonical);
    int start = 0;
    int draftStart = 0;
    int canonicalStart = 0;
    for (int item = 0; item <= base.size(); item++) {
      boolean end = item == base.size();
      int inDraft = end ? draft.size() : toDraft.partner(item);
      int inCanonical = end ? canonical.size() : toCanonical.partner(item);
      if (inDraft < 0 || inCanonical < 0) {
        continue;
      }
      boolean done =
          stretch(
              base.subList(start, item),
              draft.subList(draftStart, inDraft),
              canonical.subList(canonicalStart, inCanonical));
      if (!done) {
        return false;
      }
      if (!end) {
        merged.add(base.get(item));
      }
      start = item + 1;
      draftStart = inDraft + 1;
      canonicalStart = inCanonical + 1;
    }
    return true;
  }

  private boolean stretch(List<String> was, List<String> mine, List<String> upstream) {
    if (mine.equals(was) || mine.equals(upstream)) {
      merged.addAll(upstream);
      return true;
    }
    if (upstream.equals(was)) {
      merged.addAll(mine);
      return true;
    }
    switch (whereBothChanged) {
      case GIVE_UP -> {
        return false;
      }
      case DRAFT_FIRST -> {
        merged.addAll(mine);
        merged.addAll(upstream);
      }
      case CANONICAL_FIRST -> {
        merged.addAll(upstream);
        merged.addAll(mine);
      }
    }
    return true;
  }
}
