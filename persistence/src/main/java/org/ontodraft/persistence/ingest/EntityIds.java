package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** The ids of entity rows, as far as they were asked for or given. */
final class EntityIds {
  private final Map<EntityKey, UUID> known = new HashMap<>();

  /** The keys that were asked for and have no row. */
  private final Set<EntityKey> absent = new HashSet<>();

  /** The id of an entity's row, or null when it has none or was not asked for. */
  @Nullable UUID of(EntityKey key) {
    return known.getOrDefault(key, null);
  }

  /** Says that an entity has this row now. */
  void put(EntityKey key, UUID id) {
    known.put(key, id);
    absent.remove(key);
  }

  /** Says that an entity has no row any more. */
  void remove(EntityKey key) {
    known.remove(key);
    absent.add(key);
  }

  /** Asks for the rows of these entities. */
  void find(Connection connection, Collection<EntityKey> keys) throws SQLException {
    Map<EntityType, Set<String>> unknown = new EnumMap<>(EntityType.class);
    for (EntityKey key : keys) {
      if (!known.containsKey(key) && absent.add(key)) {
        unknown.computeIfAbsent(key.type(), type -> new HashSet<>()).add(key.key());
      }
    }
    for (Map.Entry<EntityType, Set<String>> type : unknown.entrySet()) {
      try (PreparedStatement query =
          connection.prepareStatement(
              "select e.id, e.entity_key from unnest(cast(? as varchar array)) as k (entity_key)"
                  + " join "
                  + EntityTable.of(type.getKey()).name()
                  + " e on e.entity_key = k.entity_key")) {
        query.setArray(1, connection.createArrayOf("varchar", type.getValue().toArray()));
        read(query, type.getKey());
      }
    }
  }

  /** Asks for every row of a type. */
  void findAll(Connection connection, EntityType type) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select id, entity_key from " + EntityTable.of(type).name())) {
      read(query, type);
    }
  }

  private void read(PreparedStatement query, EntityType type) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        put(new EntityKey(type, rows.getString(2)), rows.getObject(1, UUID.class));
      }
    }
  }
}
