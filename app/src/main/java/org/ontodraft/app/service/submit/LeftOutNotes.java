package org.ontodraft.app.service.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.part.DraftPart;
import org.ontodraft.model.part.LeftOut;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What curators leave out of the next submit of a draft, kept over restarts. Thread-safe. */
public final class LeftOutNotes {
  private static final String NAME = "leftOut";
  private static final String ENTITY = "entity";
  private static final String FIELD = "field";

  private final SendingFile file;

  /** Kept in this file. */
  public LeftOutNotes(SendingFile file) {
    this.file = file;
  }

  LeftOut of(UUID draft) {
    return file.get(draft, NAME).map(LeftOutNotes::read).orElse(LeftOut.NONE);
  }

  /** Notes what is left out of a draft. */
  public void set(UUID draft, LeftOut leftOut) {
    file.put(draft, NAME, leftOut.isEmpty() ? null : write(leftOut));
  }

  static LeftOut read(JsonNode list) {
    List<DraftPart> parts = new ArrayList<>();
    for (JsonNode node : list) {
      Optional<EntityKey> key = EntityKey.parse(node.path(ENTITY).asString(""));
      key.ifPresent(found -> parts.add(new DraftPart(found, node.path(FIELD).asString(""))));
    }
    return LeftOut.of(parts);
  }

  static JsonNode write(LeftOut leftOut) {
    ArrayNode list = JsonMapper.shared().createArrayNode();
    for (DraftPart part : leftOut.parts()) {
      list.addObject().put(ENTITY, part.key().toString()).put(FIELD, part.field());
    }
    return list;
  }
}
