package org.ontodraft.app.ui.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.draft.DraftListViewModel.Row;

/**
 * A line of the table of drafts: the same one for as long as its draft is listed, so that only the
 * cells whose words change are filled again. FX thread.
 */
final class DraftLine {
  private final ReadOnlyObjectWrapper<Row> row;

  private DraftLine(Row row) {
    this.row = new ReadOnlyObjectWrapper<>(row);
  }

  /** How the draft stands now. */
  ObservableValue<Row> row() {
    return row.getReadOnlyProperty();
  }

  /** The lines of drafts. */
  static final class Of {
    private Map<UUID, DraftLine> known = new HashMap<>();

    /** The lines of these rows, which show them from now on; others are forgotten. */
    List<DraftLine> show(List<Row> rows) {
      Map<UUID, DraftLine> before = known;
      List<DraftLine> lines =
          rows.stream().map(row -> line(before.get(row.draft().id()), row)).toList();
      known =
          lines.stream()
              .collect(Collectors.toMap(line -> line.row.get().draft().id(), line -> line));
      return lines;
    }

    private static DraftLine line(@Nullable DraftLine known, Row row) {
      if (known == null) {
        return new DraftLine(row);
      }
      known.row.set(row);
      return known;
    }
  }
}
