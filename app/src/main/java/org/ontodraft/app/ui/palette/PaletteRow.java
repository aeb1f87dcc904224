package org.ontodraft.app.ui.palette;

import java.util.List;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.search.SearchHit;
import org.ontodraft.model.search.SearchHit.Mark;

/** A row of the palette's list. */
public sealed interface PaletteRow {
  /** What the rows below it are. */
  record Heading(String text, int count) implements PaletteRow {}

  /** An entity that was found, and what the draft does to it. */
  record Entity(SearchHit hit, EntityStatus status) implements PaletteRow {}

  /** Anything else that was found. */
  record Entry(PaletteEntry entry, List<Mark> marks) implements PaletteRow {
    public Entry {
      marks = List.copyOf(marks);
    }
  }
}
