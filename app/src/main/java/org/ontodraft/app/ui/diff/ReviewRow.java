package org.ontodraft.app.ui.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

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
  record Head(EntityReview review, ReviewMode mode, boolean open) implements ReviewRow {
    @Override
    public EntityKey key() {
      return review.key();
    }

    @Override
    public String place() {
      return "";
    }
  }

  /** What the columns are. */
  record Columns(EntityKey key) implements ReviewRow {
    @Override
    public String place() {
      return "columns";
    }
  }

  /**
   * A field on both sides.
   *
   * @param status what the draft does to the entity
   * @param lines when the value is compared by lines, which then follow: how many each side has
   */
  record Field(
      EntityKey key, EntityStatus status, FieldChange field, @Nullable LineCounts lines, int change)
      implements ReviewRow {
    @Override
    public String place() {
      return field.field().name();
    }

    /** Whether the two sides differ. */
    public boolean changed() {
      return field.kind() != FieldChange.Kind.UNCHANGED;
    }

    /** Whether the field alone can go back; of a new or deleted entity only the whole can. */
    public boolean revertible() {
      return changed() && status == EntityStatus.MODIFIED;
    }
  }

  /** How many lines a value has, and how many of them are on one side only. */
  record LineCounts(int base, int mine, int removed, int added) {}

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

  /** The lower edge of an entity's rows. */
  record Foot(EntityKey key) implements ReviewRow {
    @Override
    public String place() {
      return "foot";
    }
  }
}
