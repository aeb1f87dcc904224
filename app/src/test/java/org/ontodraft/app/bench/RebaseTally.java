package org.ontodraft.app.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ontodraft.app.bench.MergedVersion.Difference;
import org.ontodraft.app.bench.RebasedDraft.Agreement;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;

/** Counts rebases, as the tables of docs/rebase-on-real-history.md. */
final class RebaseTally {
  private int rebases;
  private int meeting;
  private int jgitDisagrees;
  private int contested;
  private int gitEntities;
  private int ourEntities;
  private int bothEntities;
  private final Map<Agreement, int[]> agreements = new EnumMap<>(Agreement.class);
  private final Map<String, int[]> conflicts = new TreeMap<>();
  private final Map<FieldDecision.Reason, Integer> reasons =
      new EnumMap<>(FieldDecision.Reason.class);
  private final Map<String, Integer> weAsk = new TreeMap<>();
  private final Map<String, Integer> gitAsks = new TreeMap<>();
  private final Map<String, Integer> different = new TreeMap<>();

  void add(RebasedDraft rebased) {
    rebases++;
    int met = rebased.contested().isEmpty() ? 0 : 1;
    entities(rebased);
    meeting += met;
    Agreement agreement = rebased.agreement();
    add(agreements.computeIfAbsent(agreement, key -> new int[2]), 1, met);
    if (rebased.mergesInJGit() != rebased.git().clean()) {
      jgitDisagrees++;
    }
    for (String kind : rebased.conflictKinds()) {
      add(conflicts.computeIfAbsent(kind, key -> new int[2]), 1, 0);
    }
    for (Conflict conflict : rebased.plan().conflicts()) {
      add(conflicts.computeIfAbsent(RebasedDraft.kind(conflict), key -> new int[2]), 0, 1);
    }
    for (EntityMerge merge : rebased.plan().merges()) {
      merge.decisions().forEach(row -> reasons.merge(row.reason(), 1, Integer::sum));
    }
    switch (agreement) {
      case WE_ASK -> weAsk.merge(String.join(", ", rebased.conflictKinds()), 1, Integer::sum);
      case GIT_ASKS ->
          gitAsks.merge(
              String.join(", ", rebased.git().kinds())
                  + " | "
                  + String.join(", ", rebased.reasonsInGitConflicts()),
              1,
              Integer::sum);
      case DIFFERENT ->
          different.merge(
              rebased.differences().stream()
                  .map(Difference::kind)
                  .distinct()
                  .sorted()
                  .map(Enum::name)
                  .collect(Collectors.joining(", ")),
              1,
              Integer::sum);
      case SAME, BOTH_ASK -> {}
    }
  }

  private void entities(RebasedDraft rebased) {
    contested += rebased.contested().size();
    Set<EntityKey> git = rebased.entitiesGitAsksAbout();
    Set<EntityKey> ours = rebased.entitiesWeAskAbout();
    gitEntities += git.size();
    ourEntities += ours.size();
    git.retainAll(ours);
    bothEntities += git.size();
  }

  private static void add(int[] counts, int first, int second) {
    counts[0] += first;
    counts[1] += second;
  }

  /** The tables. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| Rebases | All | Both sides change an entity |\n| --- | --- | --- |\n");
    row(text, "all", rebases, meeting);
    for (Agreement agreement : Agreement.values()) {
      int[] counts = agreements.getOrDefault(agreement, new int[2]);
      row(text, agreement.name(), counts[0], counts[1]);
    }
    row(text, "JGit and Git disagree", jgitDisagrees, "");
    text.append("\n| Entities | Times |\n| --- | --- |\n");
    row(text, "changed on both sides", contested);
    row(text, "Git asks about their files", gitEntities);
    row(text, "we ask about them", ourEntities);
    row(text, "both ask", bothEntities);
    text.append("\n| We ask about | Rebases | Conflicts |\n| --- | --- | --- |\n");
    conflicts.forEach((kind, counts) -> row(text, kind, counts[0], counts[1]));
    text.append("\n| Decided because | Values |\n| --- | --- |\n");
    reasons.forEach((reason, count) -> row(text, reason.name(), count));
    text.append("\n| Only Git asks, by kind | and we do not, because | Rebases |\n")
        .append("| --- | --- | --- |\n");
    byCount(gitAsks).forEach(entry -> row(text, entry.getKey(), entry.getValue()));
    text.append("\n| Only we ask, about | Rebases |\n| --- | --- |\n");
    byCount(weAsk).forEach(entry -> row(text, entry.getKey(), entry.getValue()));
    text.append("\n| Different results, in | Rebases |\n| --- | --- |\n");
    byCount(different).forEach(entry -> row(text, entry.getKey(), entry.getValue()));
    return text.toString();
  }

  private static List<Map.Entry<String, Integer>> byCount(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .toList();
  }

  private static void row(StringBuilder text, Object... cells) {
    String row =
        List.of(cells).stream()
            .map(cell ->
                cell instanceof Integer count
                    ? String.format(Locale.ROOT, "%,d", count)
                    : cell.toString())
            .collect(Collectors.joining(" | ", "| ", " |"));
    text.append(row).append('\n');
  }
}
