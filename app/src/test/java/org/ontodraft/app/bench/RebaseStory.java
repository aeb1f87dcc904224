package org.ontodraft.app.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.bench.MergedVersion.Difference;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.validation.Finding;
import tools.jackson.databind.JsonNode;

/**
 * One rebase for a person to judge: base, draft, upstream and result of the entities that both
 * sides touch, without the values that both made the same.
 */
final class RebaseStory {
  private static final int LONGEST = 400;

  private RebaseStory() {}

  /** One line. */
  static String line(RebasedDraft rebased) {
    return rebased.id()
        + " "
        + rebased.agreement()
        + " contested "
        + rebased.contested().size()
        + ", we ask "
        + rebased.conflictKinds()
        + ", Git asks "
        + rebased.git().kinds()
        + ", differences "
        + rebased.differences().stream().map(Difference::kind).distinct().toList();
  }

  /** All that matters. */
  static List<String> whole(RebasedDraft rebased) {
    List<String> lines = new ArrayList<>();
    lines.add("== " + line(rebased));
    lines.add("Git's conflicts: " + rebased.git().paths());
    lines.add("JGit merges: " + rebased.mergesInJGit());
    Set<EntityKey> told = new HashSet<>(rebased.contested());
    told.addAll(rebased.entitiesGitAsksAbout());
    told.addAll(rebased.entitiesWeAskAbout());
    for (EntityMerge merge : rebased.plan().merges()) {
      if (told.contains(merge.key()) || told.contains(merge.sides().key())) {
        lines.add(merge.sides().key() + " " + merge.kind() + " -> " + merge.key());
        merge.decisions().stream()
            .filter(row -> row.reason() != FieldDecision.Reason.CONVERGED)
            .forEach(row -> tell(row, lines));
      }
    }
    for (Finding finding : rebased.plan().semanticConflicts()) {
      lines.add("broken: " + finding.rule() + " " + finding.key() + finding.arguments());
    }
    for (Difference difference : rebased.differences()) {
      lines.add("Git's " + difference.kind() + " " + difference.key() + " " + difference.field());
      lines.add("  git:  " + cut(difference.git()));
      lines.add("  ours: " + cut(difference.ours()));
    }
    return lines;
  }

  private static void tell(FieldDecision row, List<String> lines) {
    lines.add("  " + row.field().name() + " " + row.reason());
    lines.add("    base:     " + cut(text(row.base())));
    lines.add("    draft:    " + against(row.base(), row.draft()));
    lines.add("    upstream: " + against(row.base(), row.canonical()));
    lines.add("    result:   " + against(row.base(), row.result()));
  }

  private static String against(@Nullable JsonNode base, @Nullable JsonNode value) {
    if (base == null || value == null || !base.isArray() || !value.isArray()) {
      return cut(text(value));
    }
    List<JsonNode> gone = new ArrayList<>(base.values());
    gone.removeAll(value.values());
    List<JsonNode> come = new ArrayList<>(value.values());
    come.removeAll(base.values());
    return "the base's without " + gone + " and with " + come;
  }

  private static String text(@Nullable JsonNode value) {
    return value == null ? "-" : value.toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
