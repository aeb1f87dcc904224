package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.diff.Alignment;
import org.ontodraft.model.diff.TextDiff;

/** Three-way merge of texts by line. Changes with no unchanged line between them conflict. */
final class LineMerge {
  private final List<String> base;
  private final List<String> draft;
  private final List<String> canonical;
  private final List<String> merged = new ArrayList<>();

  private LineMerge(String base, String draft, String canonical) {
    this.base = TextDiff.splitLines(base);
    this.draft = TextDiff.splitLines(draft);
    this.canonical = TextDiff.splitLines(canonical);
  }

  /** The merged text, or nothing when a stretch was changed differently on both sides. */
  static Optional<String> merge(String base, String draft, String canonical) {
    LineMerge merge = new LineMerge(base, draft, canonical);
    return merge.run() ? Optional.of(String.join("", merge.merged)) : Optional.empty();
  }

  private boolean run() {
    Alignment toDraft = Alignment.of(base, draft);
    Alignment toCanonical = Alignment.of(base, canonical);
    int start = 0;
    int draftStart = 0;
    int canonicalStart = 0;
    for (int line = 0; line <= base.size(); line++) {
      boolean end = line == base.size();
      int inDraft = end ? draft.size() : toDraft.partner(line);
      int inCanonical = end ? canonical.size() : toCanonical.partner(line);
      if (inDraft < 0 || inCanonical < 0) {
        continue;
      }
      boolean done =
          stretch(
              base.subList(start, line),
              draft.subList(draftStart, inDraft),
              canonical.subList(canonicalStart, inCanonical));
      if (!done) {
        return false;
      }
      if (!end) {
        merged.add(base.get(line));
      }
      start = line + 1;
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
    merged.addAll(mine);
    return upstream.equals(was);
  }
}
