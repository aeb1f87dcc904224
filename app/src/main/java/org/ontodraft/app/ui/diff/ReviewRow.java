package org.ontodraft.app.ui.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.service.tracking.SuggestedLines;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.diff.Place;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.impact.ChangeImpact;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.impact.Witness;
import org.ontodraft.model.ontology.SourceProblem;

/** One row of the review; the rows of one entity stand together and begin with its {@link Head}. */
public sealed interface ReviewRow {
  /** The entity the row belongs to. */
  EntityKey key();

  /** Which row of its entity it is; stays the same while the draft and the view change. */
  String place();

  /** The number of the change that begins with this row, from 1; 0 when none begins here. */
  default int change() {
    return 0;
  }

  /**
   * The entity.
   *
   * @param open whether its rows follow
   */
  record Head(EntityReview review, ReviewMode mode, boolean open, HeadFacts facts)
      implements ReviewRow {
    @Override
    public EntityKey key() {
      return review.key();
    }

    @Override
    public String place() {
      return "";
    }
  }

  /**
   * What is known of an entity's change besides the change.
   *
   * @param level what it means for others; {@code NONE} until that is known
   * @param affects how many entities inherit something of it
   * @param reviewed whether somebody has looked at it as it is; null where that is not kept
   * @param editable whether it can go back
   * @param splits whether it is a rename that can be shown as a deletion and a creation
   */
  record HeadFacts(
      SemverLevel level,
      int affects,
      @Nullable Boolean reviewed,
      boolean editable,
      boolean splits) {}

  /** What the columns are. */
  record Columns(EntityKey key, boolean unified) implements ReviewRow {
    @Override
    public String place() {
      return "columns";
    }
  }

  /**
   * A field on both sides.
   *
   * @param unified whether the sides stand below each other
   * @param parts when the value is compared by lines or items, which then follow: how many
   * @param impacts what the change means for others, the greatest first; empty until that is known
   * @param revertible whether the field alone can go back; of a new or deleted entity only the
   *     whole can
   */
  record Field(
      EntityKey key,
      FieldChange field,
      boolean unified,
      @Nullable PartCounts parts,
      List<SemverLevel> impacts,
      boolean revertible,
      int change)
      implements ReviewRow {
    public Field {
      impacts = List.copyOf(impacts);
    }

    @Override
    public String place() {
      return field.field().name();
    }

    /** Whether the two sides differ. */
    public boolean changed() {
      return field.kind() != FieldChange.Kind.UNCHANGED;
    }
  }

  /** What a value is divided into when it is compared by its parts. */
  enum PartKind {
    LINES,
    ITEMS
  }

  /** How many parts a value has, how many are on one side only, and how many changed places. */
  record PartCounts(PartKind kind, int base, int mine, int removed, int added, int moved) {}

  /**
   * Why a change matters: the rule, and whom it breaks.
   *
   * @param answer null while somebody is looked for
   */
  record Reason(
      EntityKey key, String field, int number, ChangeImpact impact, @Nullable Witness answer)
      implements ReviewRow {
    @Override
    public String place() {
      return field + " reason " + number;
    }
  }

  /**
   * An item of an ordered list, or a page of a dashboard, with where it is on both sides.
   *
   * @param number which row of its list it is, from 0
   * @param unified whether the sides stand below each other
   * @param base its text in the base, null when it is not there
   * @param mine its text in the draft, null when it is not there
   */
  record ListItem(
      EntityKey key,
      String field,
      int number,
      Place at,
      boolean unified,
      @Nullable String base,
      @Nullable String mine)
      implements ReviewRow {
    @Override
    public String place() {
      return field + " item " + number;
    }

    /** What the draft does to the item. */
    public EntityStatus status() {
      return switch (at) {
        case Place.Kept kept -> EntityStatus.UNCHANGED;
        case Place.Moved moved -> EntityStatus.RENAMED;
        case Place.Removed removed -> EntityStatus.DELETED;
        case Place.Added added -> EntityStatus.ADDED;
      };
    }
  }

  /** Items of a list that are the same on both sides and not shown. */
  record SkippedItems(EntityKey key, String field, int from, int count) implements ReviewRow {
    @Override
    public String place() {
      return field + " items " + from;
    }
  }

  /**
   * What somebody said about an entity, or one of its fields.
   *
   * @param field empty where the field cannot be told, as when the line is no longer there
   * @param suggestions lines it suggests in the place of others, which can be taken up
   * @param first whether it begins its thread
   */
  record Comment(
      EntityKey key,
      String field,
      PlacedComment comment,
      List<SuggestedLines> suggestions,
      boolean first)
      implements ReviewRow {
    public Comment {
      suggestions = List.copyOf(suggestions);
    }

    @Override
    public String place() {
      return "comment " + comment.comment().id();
    }
  }

  /** Something about the entity that no field says. */
  record Note(EntityKey key, int number, Said said) implements ReviewRow {
    /** What there is to say. */
    public sealed interface Said {
      /** The change does not apply to the base any more; what was meant is shown. */
      record DoesNotApply() implements Said {}

      /** A file of the entity cannot be read on a side. */
      record Unreadable(SourceProblem problem) implements Said {}

      /** Only how the file is written differs, no field does. */
      record OnlyWritten() implements Said {}
    }

    @Override
    public String place() {
      return "note " + number;
    }
  }

  /**
   * An entity that the draft leaves as it is and that inherits what it changes.
   *
   * @param level what that means for others
   * @param open whether its rows follow
   */
  record AffectedHead(AffectedEntity affected, SemverLevel level, boolean open)
      implements ReviewRow {
    @Override
    public EntityKey key() {
      return affected.key();
    }

    @Override
    public String place() {
      return "";
    }
  }

  /** What an affected entity inherits otherwise, and why. */
  record Effect(EntityKey key, InheritedEffect effect, String causeLabel) implements ReviewRow {
    @Override
    public String place() {
      return "effect " + effect.kind() + " " + effect.item();
    }
  }

  /** Entities that are affected too and not listed. */
  record MoreAffected(EntityKey key, int count) implements ReviewRow {
    @Override
    public String place() {
      return "more affected";
    }
  }

  /**
   * A line of a long value, with its partner on the other side if it has one.
   *
   * @param baseWords the base's line by words where both sides have one that differs, else empty
   * @param mineWords the same of the draft's line
   */
  record TextLine(
      EntityKey key,
      String field,
      int number,
      @Nullable String base,
      @Nullable String mine,
      boolean changed,
      List<Span> baseWords,
      List<Span> mineWords)
      implements ReviewRow {
    @Override
    public String place() {
      return field + "/" + number;
    }
  }

  /**
   * A line of a long value where the sides stand below each other.
   *
   * @param side the side that has it
   * @param words the line by words where the other side has one in its place, else empty
   */
  record UnifiedLine(
      EntityKey key, String field, int number, Side side, String text, List<Span> words)
      implements ReviewRow {
    public UnifiedLine {
      words = List.copyOf(words);
    }

    @Override
    public String place() {
      return field + "/" + number + " " + side;
    }
  }

  /** Lines of a long value that are the same on both sides and not shown. */
  record SkippedLines(EntityKey key, String field, int from, int count) implements ReviewRow {
    @Override
    public String place() {
      return field + "/" + from;
    }
  }

  /** The fields that are the same on both sides. */
  record Unchanged(EntityKey key, List<String> fields, boolean open) implements ReviewRow {
    public Unchanged {
      fields = List.copyOf(fields);
    }

    @Override
    public String place() {
      return "unchanged";
    }
  }

  /** Where the lines of one file of several begin. */
  record FileName(EntityKey key, String path, EntityStatus status) implements ReviewRow {
    @Override
    public String place() {
      return "file " + path;
    }
  }

  /**
   * A line of a file that will be committed.
   *
   * @param file the number of the file among the entity's, from 0
   * @param status whether it is new, in place of another, or as it was
   */
  record FileLine(EntityKey key, int file, int number, String text, EntityStatus status, int change)
      implements ReviewRow {
    @Override
    public String place() {
      return "line " + number + (file == 0 ? "" : " of file " + file);
    }
  }

  /**
   * Where lines of the file go without others in their place.
   *
   * @param file the number of the file among the entity's, from 0
   * @param before the number of the line that follows
   * @param wholeFile whether no line stays
   */
  record RemovedLines(EntityKey key, int file, int before, int count, boolean wholeFile, int change)
      implements ReviewRow {
    @Override
    public String place() {
      return "before " + before + (file == 0 ? "" : " of file " + file);
    }
  }

  /** A line of the patch; each operation is one line. */
  record PatchLine(EntityKey key, int number, String text, int change) implements ReviewRow {
    @Override
    public String place() {
      return "patch " + number;
    }
  }

  /** The images of a medium that the draft changes, as they were and as they are. */
  record Pictures(EntityKey key) implements ReviewRow {
    @Override
    public String place() {
      return "pictures";
    }
  }

  /** The lower edge of an entity's rows. */
  record Foot(EntityKey key) implements ReviewRow {
    @Override
    public String place() {
      return "foot";
    }
  }
}
