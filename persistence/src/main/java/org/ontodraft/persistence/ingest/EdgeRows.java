package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;

/** Rows of the junctions: the references that resolve, a pair once. */
final class EdgeRows {
  private final EntityIds ids;
  private final Map<Junction, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

  /** Edges between entities whose ids are known by the time they are added. */
  EdgeRows(EntityIds ids) {
    this.ids = ids;
  }

  /** Adds the edges of references that one entity makes. */
  void addAll(Collection<EntityReference> ofOneSource) {
    Map<Junction, Map<EntityKey, Integer>> edges = new LinkedHashMap<>();
    for (EntityReference reference : ofOneSource) {
      @Nullable Junction junction = Junction.of(reference);
      if (junction != null && ids.of(reference.target()) != null) {
        edges
            .computeIfAbsent(junction, j -> new HashMap<>())
            .merge(reference.target(), junction.extra(reference), junction::merged);
      }
    }
    edges.forEach((junction, targets) -> {
      EntityKey source = ofOneSource.iterator().next().source();
      @Nullable UUID owner = ids.of(source);
      if (owner != null) {
        targets.forEach((target, extra) -> add(junction, owner, target, extra));
      }
    });
  }

  private void add(Junction junction, UUID owner, EntityKey target, int extra) {
    rows.computeIfAbsent(junction, j -> new ArrayList<>())
        .add(
            switch (junction.extra()) {
              case NONE -> new @Nullable Object[] {owner, ids.of(target)};
              case IS_REQUIRED -> new @Nullable Object[] {owner, ids.of(target), extra == 1};
              case POSITION -> new @Nullable Object[] {owner, ids.of(target), extra};
              case TYPE_AND_KEY -> new @Nullable Object[] {owner, target.type().id(), target.key()};
            });
  }

  /** Inserts what was added. */
  void insert(Connection connection, RowSink.Maker sinks) throws SQLException {
    for (Map.Entry<Junction, List<@Nullable Object[]>> junction : rows.entrySet()) {
      try (RowSink sink =
          sinks.into(connection, junction.getKey().table(), columns(junction.getKey()))) {
        for (@Nullable Object[] row : junction.getValue()) {
          sink.add(row);
        }
        sink.finish();
      }
    }
  }

  private static List<Column> columns(Junction junction) {
    Column owner = Column.uuid(junction.ownerColumn());
    Column target = Column.uuid(junction.targetColumn());
    return switch (junction.extra()) {
      case NONE -> List.of(owner, target);
      case IS_REQUIRED -> List.of(owner, target, Column.bool("is_required"));
      case POSITION -> List.of(owner, target, Column.integer("position"));
      case TYPE_AND_KEY ->
          List.of(owner, Column.text("entity_type"), Column.text(junction.targetColumn()));
    };
  }
}
