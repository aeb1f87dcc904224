package org.ontodraft.app.ui.conflict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.ontology.Commit;
import org.ontodraft.model.ontology.CommitList;

/** A line of the list beside a rebase: what is to be decided, what merges, what upstream did. */
sealed interface DecisionItem {
  /** The head of a part, with how many decisions or commits it has. */
  record Head(Part part, int count) implements DecisionItem {}

  /** The parts of the list, in order. */
  enum Part {
    /** What the curator decides, or has decided. */
    NEED_YOU,
    /** What merges without the curator. */
    MERGED,
    /** What upstream did. */
    UPSTREAM
  }

  /**
   * An entity with decisions.
   *
   * @param done how many of them are taken
   */
  record OfEntity(PlanRow.Entity row, int done, int all) implements DecisionItem {}

  /** A decision about a field, or about a broken rule. */
  record OfRow(PlanRow row) implements DecisionItem {}

  /** Fields that merge for one reason. */
  record Merged(Reason reason, int count) implements DecisionItem {}

  /** All fields that merge. */
  record AllMerged(int count) implements DecisionItem {}

  /** A commit of upstream. */
  record OfCommit(Commit commit) implements DecisionItem {}

  /** Commits that are not listed. */
  record MoreCommits(int count) implements DecisionItem {}

  /**
   * The items of a layout.
   *
   * @param wanted what an entity, a field or a commit must contain to be listed, in any case
   */
  static List<DecisionItem> of(PlanLayout layout, CommitList commits, String wanted) {
    String text = wanted.strip().toLowerCase(Locale.ROOT);
    List<DecisionItem> items = new ArrayList<>();
    addNeeded(items, layout, text);
    addMerged(items, layout);
    addCommits(items, commits, text);
    return items;
  }

  private static void addNeeded(List<DecisionItem> items, PlanLayout layout, String text) {
    int all = layout.left() + layout.decided();
    if (all == 0) {
      return;
    }
    items.add(new Head(Part.NEED_YOU, all));
    List<PlanRow> rows = layout.rows();
    for (int at = 0; at < rows.size(); at++) {
      switch (rows.get(at)) {
        case PlanRow.Section(PlanRow.Part part, int open, int count)
            when part == PlanRow.Part.AUTOMATIC -> {
          return;
        }
        case PlanRow.Entity entity -> addEntity(items, entity, rows, at + 1, text);
        case PlanRow.Broken broken when contains(broken.finding().key().key(), text) ->
            items.add(new OfRow(broken));
        default -> {}
      }
    }
  }

  private static void addEntity(
      List<DecisionItem> items, PlanRow.Entity entity, List<PlanRow> rows, int from, String text) {
    boolean whole = entity.isOpen() || entity.isDecided();
    List<PlanRow.Field> fields = new ArrayList<>();
    for (int at = from; at < rows.size() && rows.get(at) instanceof PlanRow.Field field; at++) {
      if (!whole && (field.isOpen() || field.isDecided())) {
        fields.add(field);
      }
    }
    int done = (int) fields.stream().filter(PlanRow::isDecided).count();
    boolean here = contains(entity.key().key(), text);
    List<PlanRow.Field> listed =
        fields.stream()
            .filter(field -> here || contains(field.decision().field().name(), text))
            .toList();
    if (here || !listed.isEmpty()) {
      items.add(
          whole
              ? new OfEntity(entity, entity.isDecided() ? 1 : 0, 1)
              : new OfEntity(entity, done, fields.size()));
      listed.forEach(field -> items.add(new OfRow(field)));
    }
  }

  private static void addMerged(List<DecisionItem> items, PlanLayout layout) {
    if (layout.automatic() == 0) {
      return;
    }
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    boolean automatic = false;
    for (PlanRow row : layout.rows()) {
      if (row instanceof PlanRow.Section section) {
        automatic = section.part() == PlanRow.Part.AUTOMATIC;
      } else if (automatic && row instanceof PlanRow.Field field) {
        counts.merge(field.decision().reason(), 1, Integer::sum);
      }
    }
    items.add(new Head(Part.MERGED, layout.automatic()));
    counts.forEach((reason, count) -> items.add(new Merged(reason, count)));
    items.add(new AllMerged(layout.automatic()));
  }

  private static void addCommits(List<DecisionItem> items, CommitList commits, String text) {
    if (commits.count() == 0) {
      return;
    }
    items.add(new Head(Part.UPSTREAM, commits.count()));
    commits.newest().stream()
        .filter(
            commit -> contains(commit.version().summary(), text) || contains(commit.author(), text))
        .forEach(commit -> items.add(new OfCommit(commit)));
    if (commits.count() > commits.newest().size()) {
      items.add(new MoreCommits(commits.count() - commits.newest().size()));
    }
  }

  private static boolean contains(String where, String text) {
    return text.isEmpty() || where.toLowerCase(Locale.ROOT).contains(text);
  }

  /** Whether it is the same line once the plan has changed. */
  default boolean isSameAs(DecisionItem other) {
    return switch (this) {
      case OfEntity mine -> other instanceof OfEntity its && mine.row().isSameAs(its.row());
      case OfRow mine -> other instanceof OfRow its && mine.row().isSameAs(its.row());
      case Merged mine -> other instanceof Merged its && mine.reason() == its.reason();
      case AllMerged all -> other instanceof AllMerged;
      default -> equals(other);
    };
  }
}
